"""The site of the drill: `manage.py run` in a folder of its own, and what is killed of it."""

import http.client
import os
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import psutil

from .browser import Browser, Mailbox

PASSWORD = "Ritenis-Kalns-771"  # noqa: S105 (of a site that is thrown away)
ROOT = Path(__file__).resolve().parents[2]
PARTS = ("worker", "tick", "database", "connection", "first")


class Site:
    """Rows, the running processes, and the addresses that people use."""

    password = PASSWORD

    def __init__(self, folder, port, editors):
        self.folder, self.port, self.process = folder, port, None
        self.mailbox = Mailbox(folder / "mail")
        self.form, self.event, self.pages = fill(editors)

    def start(self):
        """Once, and again after its first process was killed, as systemd would."""
        settings = {"PORT": str(self.port), "BEHIND_PROXY": "1", "QUICKEST_FORM_SECONDS": "0"}
        environment = {**os.environ, **settings}
        environment.pop("DATABASE_URL", None)
        log = (self.folder / "run.log").open("a")
        words = [sys.executable, "manage.py", "run"]
        self.process = subprocess.Popen(  # noqa: S603 (our own words)
            words, cwd=ROOT, env=environment, stdout=log, stderr=log
        )

    def look_after(self):
        """What `Restart=always` does: only for the first process."""
        if self.process.poll() is not None:
            self.start()

    def server(self):
        """The first process of the database."""
        file = self.folder / "postgres/postmaster.pid"
        return psutil.Process(int(file.read_text().split()[0]))

    def victim(self, part):
        """The process that stands for a part now; None while there is none."""
        try:
            first = psutil.Process(self.process.pid)
            postmaster = self.server()
            found = {
                "first": lambda: [first],
                "worker": lambda: named(first, "manage.py", "run"),
                "tick": lambda: named(first, "engage_tick"),
                "database": lambda: [postmaster],
                "connection": lambda: named(postmaster, "[local]"),
            }[part]()
        except (OSError, ValueError, IndexError, psutil.Error):
            return None
        return found[0] if found else None

    def answers(self):
        """Whether a page that is made from the database is shown, and the jobs run."""
        browser = Browser(self.port, "10.0.0.1")
        browser.cookies = {"x": "1"}  # past the kept pages
        try:
            pages = [browser.ask("GET", path).status for path in ("/readyz", self.form)]
        except (OSError, http.client.HTTPException):
            return False
        return pages == [200, 200] and self.victim("tick") is not None

    def seconds_until_it_answers(self, most=120):
        begun = time.monotonic()
        while time.monotonic() < begun + most:
            self.look_after()
            self.mailbox.look()
            if self.answers():
                return time.monotonic() - begun
            time.sleep(0.2)
        raise SystemExit("The site did not come back.")

    def stop(self):
        self.process.terminate()
        return self.process.wait(60)


def named(parent, *words):
    return [each for each in parent.children() if all(w in " ".join(each.cmdline()) for w in words)]


def fill(editors):
    """One event that takes registrations, an account and a page for each editor."""
    from django.contrib.auth.models import Group
    from django.utils import timezone

    from core.models import User
    from core.roles import NETWORK_EDITOR
    from events.models import Event
    from news.models import Post

    now = timezone.now()
    event = Event.objects.create(
        title_lv="Mācības",
        starts_at=now + timedelta(days=30),
        ends_at=now + timedelta(days=30, hours=2),
        precision="hour",
        registration="open",
        capacity=50,
        waiting_list=True,
        published_at=now,
    )
    pages = {}
    for number in editors:
        user = User.objects.create_user(f"editor{number}", password=PASSWORD, is_staff=True)
        user.groups.add(Group.objects.get(name=NETWORK_EDITOR))
        pages[number] = Post.objects.create(title_lv=f"Text {number}").pk
    return f"{event.url_in('lv')}pieteikties/", event.pk, pages
