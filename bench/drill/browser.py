"""A visitor's browser, as far as the drill needs one, and the mailbox that answers come to."""

import http.client
import re
import time
from collections import Counter
from email import message_from_bytes, policy
from http.cookies import SimpleCookie
from typing import NamedTuple
from urllib.parse import urlencode

from lxml import html

from engage.folder import RULER

PATIENCE = 300  # seconds that a person goes on pressing “Send it once more”
PAUSE = 1.0
LINK = re.compile(r"/(?:lv|en)/m/[^\s\"<>]+/")


class GivenUp(Exception):
    """The site did not take a request in all the time that a person has."""


class Answer(NamedTuple):
    status: int
    where: str
    text: str

    def fields(self, name):
        """What a browser would send of the form that has this field, as it is shown."""
        forms = html.fromstring(self.text).forms if self.text else ()
        form = next((each for each in forms if each.method == "POST" and name in each.fields), None)
        if form is None:
            raise GivenUp(f"no field {name} in a page of status {self.status}")
        return {name: value for name, value in form.form_values() if name}


class Browser:
    """`address` is where the proxy says that the person comes from."""

    def __init__(self, port, address):
        self.port, self.address, self.cookies = port, address, {}
        self.repeated = 0

    def get(self, path):
        return self.persist("GET", path)

    def post(self, path, fields):
        return self.persist("POST", path, urlencode(fields))

    def persist(self, method, path, body=None):
        """Send the same request until it is taken, as people press the button of the 503 page."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            try:
                answer = self.ask(method, path, body)
            except (OSError, http.client.HTTPException):
                answer = None
            if answer and answer.status < 500:
                return answer
            if answer and answer.status != 503:
                raise GivenUp(f"{answer.status} {method} {path[:60]}")
            self.repeated += 1
            time.sleep(PAUSE)
        raise GivenUp(f"no answer: {method} {path[:60]}")

    def ask(self, method, path, body=None):
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        headers = {"X-Forwarded-For": self.address, "Referer": f"http://127.0.0.1:{self.port}/"}
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            link.request(method, path, body, headers)
            found = link.getresponse()
            text = found.read().decode(errors="replace")
        finally:
            link.close()
        for line in found.headers.get_all("Set-Cookie", ()):
            self.cookies |= {name: each.value for name, each in SimpleCookie(line).items()}
        return Answer(found.status, found.headers.get("Location", ""), text)


class Mailbox:
    """All mails that the site without a mail server has written into its folder."""

    def __init__(self, folder):
        self.folder, self.read = folder, Counter()  # letters of each file
        self.letters = []  # (to, Message-ID, subject, link)

    def look(self):
        """Read what has come; letters of one second may stand in one file, one after another."""
        for path in sorted(self.folder.glob("*.log")):
            *letters, _unfinished = path.read_bytes().split(RULER)
            for data in letters[self.read[path] :]:
                self.take(data)
            self.read[path] = len(letters)

    def take(self, data):
        letter = message_from_bytes(data.lstrip(), policy=policy.default)
        body = letter.get_body(("plain",)).get_content()
        link = LINK.search(body)
        told = (letter["To"], letter["Message-ID"], letter["Subject"], link and link[0])
        self.letters.append(told)

    def link_to(self, email):
        """The link of the newest mail to an address; None while there is none."""
        return next((each[3] for each in reversed(self.letters) if each[0] == email), None)
