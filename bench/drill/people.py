"""Visitors who register, editors who write: each notes what the site has said yes to."""

import random
import threading
import time
from collections import Counter

from .browser import Browser, GivenUp

MAIL_WITHIN = 300  # seconds


class Notes:
    """What was promised to people, and what went wrong; shared by all of them."""

    def __init__(self):
        self.lock, self.stopped = threading.Lock(), threading.Event()
        self.sent, self.confirmed = [], []  # addresses
        self.saved, self.made = {}, []  # {key of a page: its last title}, titles of new pages
        self.wrong, self.done = [], Counter()
        self.repeated = 0

    def say(self, kind, keep, value):
        with self.lock:
            keep.append(value)
            self.done[kind] += 1


class Person(threading.Thread):
    """Does one round after the other until the drill ends."""

    def __init__(self, number, site, notes):
        super().__init__(daemon=True)
        self.number, self.site, self.notes = number, site, notes
        self.browser = Browser(site.port, f"10.{number}.0.1")

    def run(self):
        count = 0
        while not self.notes.stopped.is_set():
            count += 1
            # Each round from another network, as the number of forms of one is limited.
            self.browser.address = f"10.{self.number}.{count % 250}.{1 + count // 250}"
            try:
                self.round(count)
            except GivenUp as error:
                self.notes.wrong.append(f"{type(self).__name__} {self.number}: {error}")
        with self.notes.lock:
            self.notes.repeated += self.browser.repeated


class Visitor(Person):
    def round(self, count):
        email = f"v{self.number}-{count}@example.org"
        self.browser.cookies = {}
        form = self.browser.get(self.site.form).fields("email")
        answer = self.browser.post(self.site.form, form | {"name": "Anna", "email": email})
        if answer.status != 302:
            raise GivenUp(f"the form was answered {answer.status}")
        self.notes.say("registered", self.notes.sent, email)
        link = self.wait_for(email)
        if link is None:
            return
        answer = self.browser.post(link, {"do": "confirm"})
        if answer.status != 302:
            raise GivenUp(f"the link was answered {answer.status}")
        self.notes.say("confirmed", self.notes.confirmed, email)

    def wait_for(self, email):
        until = time.monotonic() + MAIL_WITHIN
        while time.monotonic() < until and not self.notes.stopped.is_set():
            if link := self.site.mailbox.link_to(email):
                return link
            time.sleep(0.5)
        if not self.notes.stopped.is_set():
            raise GivenUp("no mail came")
        return None


class Reader(Person):
    """Reads one page after the other; every third time with a cookie, past the kept pages."""

    def __init__(self, number, site, notes, paths):
        super().__init__(number % 256, site, notes)
        self.paths, self.chance = paths, random.Random(number)  # noqa: S311 (no secret)

    def round(self, count):
        self.browser.cookies = {"x": "1"} if count % 3 == 0 else {}
        path = self.chance.choice(self.paths)
        status = self.browser.get(path).status
        if status != 200:
            raise GivenUp(f"{path} was answered {status}")
        with self.notes.lock:
            self.notes.done["read"] += 1


def addresses(number=60):
    """What readers ask for: every case that is measured, and feeds."""
    from bench.cases import Requests, address
    from bench.words import seeded

    cases = Requests(seeded("readers")).cases()
    found = {case.make() for case in cases for _each in range(number)}
    feeds = {address("opendata:feed", arguments=["lv", kind]) for kind in ("project", "post")}
    return sorted(found | feeds)


class Editor(Person):
    """Changes a page of its own again and again, and adds new ones."""

    def sign_in(self):
        page = "/admin/account/login/"
        names = {"login": f"editor{self.number}", "password": self.site.password}
        answer = self.browser.post(page, self.browser.get(page).fields("login") | names)
        if answer.status != 302:
            raise GivenUp(f"signing in was answered {answer.status}")

    def round(self, count):
        if not any("session" in name for name in self.browser.cookies):
            self.sign_in()
        if count % 3 == 0:
            return self.add(f"New {self.number}-{count}")
        key = self.site.pages[self.number]
        page, title = f"/admin/news/post/{key}/change/", f"Text {self.number}-{count}"
        answer = self.browser.post(page, self.filled(page, title))
        # Refused as stale: the first sending was stored, only its answer was lost.
        if answer.status != 302 and self.browser.get(page).fields("title_lv")["title_lv"] != title:
            raise GivenUp(f"saving was answered {answer.status}")
        with self.notes.lock:
            self.notes.saved[key] = title
            self.notes.done["saved"] += 1
        return None

    def add(self, title):
        page = "/admin/news/post/add/"
        answer = self.browser.post(page, self.filled(page, title))
        if answer.status != 302:
            raise GivenUp(f"adding was answered {answer.status}")
        self.notes.say("added", self.notes.made, title)

    def filled(self, page, title):
        shown = self.browser.get(page)
        if shown.status != 200:
            raise GivenUp(f"{page} was answered {shown.status}")
        return shown.fields("title_lv") | {"title_lv": title, "_continue": "1"}
