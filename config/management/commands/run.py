"""`manage.py run`: bring everything up to date, then serve the site on 127.0.0.1."""

import os
import socket

from django.core.management import BaseCommand, CommandError, call_command
from gunicorn.app.base import BaseApplication

from config import beside, database, demo, memory
from config.demo import accounts
from core.caching import watch
from core.speaking import gettext as _

TICK_SECONDS = 5


class Server(BaseApplication):
    """Gunicorn in this process, so that Ctrl-C ends the site with all its parts."""

    def __init__(self, port, parts):
        self.port, self.parts = port, parts
        super().__init__()

    def load_config(self):
        options = {"bind": f"127.0.0.1:{self.port}", "workers": 2, "threads": 4}
        for name, value in (options | {"loglevel": "warning", "graceful_timeout": 3}).items():
            self.cfg.set(name, value)

    def load(self):
        from config.wsgi import application

        watch.begin()
        return application

    def run(self):
        memory.settle()
        with beside.looked_after(*self.parts) as keeper:
            keeper(self).run()


class Command(BaseCommand):
    help = _("Prepare the database, the demo content and the files, then serve the site.")
    # A check that asks for an address would read the translations before they are compiled, and
    # this process would serve Latvian pages under English addresses.
    requires_system_checks = ()

    def handle(self, **options):
        port = free_port(os.environ.get("PORT") or "8000")
        self.stdout.write(_("Fonts, icons and translations …"))
        call_command("prepare")
        self.check()
        self.stdout.write(_("Database …"))
        call_command("migrate", verbosity=0)
        call_command("createcachetable", verbosity=0)
        if demo.is_empty():
            self.stdout.write(_("Demonstration …"))
            demo.load(self.stdout.write)
        call_command("reindex", if_needed=True)
        self.stdout.write(announcement(port))
        Server(port, list(parts())).run()


def parts():
    """Reminders, waiting lists and mails; and the embedded database, when somebody killed it.

    The first ends by itself when this process was killed.
    """
    me = str(os.getpid())
    words = ["engage_tick", "--every", str(TICK_SECONDS), "--parent", me, "--verbosity", "0"]
    yield beside.Part(beside.command(*words))
    if database.EMBEDDED:
        yield beside.Part(beside.waking(), is_needed=database.is_gone)


def free_port(text):
    """The port to serve on; raises `CommandError` when it is no port or taken."""
    if not text.isdecimal() or not 0 < int(text) < 65536:
        told = _("PORT must be a number from 1 to 65535, not “%(text)s”.")
        raise CommandError(told % {"text": text})
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", int(text)))
        except OSError as error:
            told = _("port %(port)s cannot be used (%(reason)s); choose another one: %(command)s")
            command = f"make run PORT={int(text) % 65535 + 1}"
            about = {"port": text, "reason": error.strerror.lower(), "command": command}
            raise CommandError(told % about) from None
    return int(text)


def announcement(port):
    """Where the site is and who can sign in."""
    address = f"http://127.0.0.1:{port}"
    places = {
        _("The site:"): f"{address}/lv/   {address}/en/",
        _("For staff:"): f"{address}/admin/",
    }
    width = max(map(len, places))
    lines = ["", *(f"  {name:{width}}  {place}" for name, place in places.items())]
    people = dict(accounts.working_accounts())
    lines += [f"    {name} / {password}" for name, password in people.items()]
    if "administrators" in people:
        lines.append("    " + _("(administrators sets up a second factor at the first sign-in)"))
    return "\n".join([*lines, "  " + _("Ctrl-C ends it.") + "\n"])
