"""What strangers send: every public address of the site, and requests that mean no good."""

import os
import random
import re
from urllib.parse import quote, quote_from_bytes

from django.utils import translation

from engage import links
from engage.forms import stamp
from engage.visitors import visitor_models
from tests.rights.addresses import addresses

NUMBER, SEED = int(os.environ.get("FUZZ", "0")), int(os.environ.get("FUZZ_SEED", "1"))
LANGUAGES = ("lv", "en")
PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>")


def as_bytes(value):
    return value if isinstance(value, bytes) else value.encode()


# Raw bytes as they stand in an address or a form.
JUNK = [
    *(b"\0", b"a\0b", b"\xed\xa0\x80", b"\xff\xfe", b"\xc3\x28", b"\xf0\x9f", b"\\u0000"),
    *(as_bytes(each) for each in ("u\u0304", "\u202etxet", "\u200f\u061c", "a" + "\u0301" * 200)),
    *(as_bytes(each) for each in ("\U0001f469\u200d\U0001f467", "ŽŠĶĻ", "١٢", "²")),
    *(b"", b" ", b"\r\nSet-Cookie: a=b", b"%", b"%25", b"%s%n", b"a" * 5000),
    *(b"0", b"-1", b"1.5", b"1e999", b"NaN", b"Infinity", b"2147483648", b"9223372036854775808"),
    *(b"9" * 10, b"9" * 100, b"0x10", b"1_0"),
    *(b"0000-00-00", b"2026-02-30", b"99999-01-01", b"2026-13", b"1-1-1T99:99"),
    *(b"' OR 1=1 --", b"'; DROP TABLE x; --", b"1) OR (1=1", b"\\", b"'", b'"', b"%'%"),
    *(b"{{7*7}}", b"${7*7}", b"{% debug %}", b"<script>alert(1)</script>", b"javascript:x"),
    *(b"../../etc/passwd", b"..\\..\\x", b"/etc/passwd", b"file:///etc", b"//example.org", b"."),
    *(b"[]", b"{}", b"null", b"true", b"None", b"undefined", b"[object Object]"),
    *(b"AND OR NOT", b"(((", b"a:b", b"+ -", b"*", b"a~9", b"^", b"(a*)*b"),
]
HEADERS = (
    "accept-language cookie range if-none-match if-modified-since referer accept user-agent".split()
)
TYPES = [
    "application/json",
    "text/plain; charset=utf-16",
    "multipart/form-data",
    "multipart/form-data; boundary=\xff",
    "application/x-www-form-urlencoded; charset=nothing",
]


class Filling:
    """Values for the parts of addresses, of rows that there are."""

    def __init__(self, rows):
        self.rows = rows  # {model: row} of content and of what visitors sent in

    def row_for(self, name):
        """The row that an address is about, by the app and the words of its name."""
        app, _colon, page = name.rpartition(":")
        of_app = [model for model in self.rows if model._meta.app_label == app] or list(self.rows)
        named = [model for model in of_app if model._meta.model_name in page]
        return self.rows[(named or of_app)[0]]

    def value(self, part, name, language):
        row = self.row_for(name)
        if part == "slug":
            return getattr(row, f"slug_{language}", "x")
        if part == "token":
            visitor = row if type(row) in visitor_models() else self.rows[visitor_models()[0]]
            return links.token(visitor, links.MANAGE)
        fixed = {"form": "json", "language": language, "languages": "lv", "number": "1"}
        fixed |= {"kind": "svg" if "logos" in name else "post", "label": "news.post", "key": "1"}
        return fixed.get(part) or str(getattr(row, part, "x"))

    def address(self, pattern, name, language, instead=()):
        """The address of a pattern; `instead` gives some of its parts as they stand there."""

        def part(found):
            if found[1] in instead:
                return instead[found[1]]
            return quote(self.value(found[1], name, language), safe="")

        return "/" + PARAMETER.sub(part, pattern)


def public_addresses():
    """(pattern, name) of every address outside the administration, in the active language."""
    for pattern, name in addresses():
        if not pattern.startswith("admin/") or pattern.startswith("admin/account/"):
            yield re.sub(r"\(\?P(<\w+>)[^)]*\)", r"\1", pattern).rstrip("$"), name


class Stranger:
    """Makes requests out of chance, the same for the same seed."""

    def __init__(self, seed, client, rows):
        self.chance, self.client, self.filling = random.Random(seed), client, Filling(rows)

    def junk(self):
        return self.chance.choice(JUNK)

    def spoilt(self, pattern, name, language, parts):
        """The address with junk in some of its parts."""

        def junk(part):
            return quote_from_bytes(self.junk() or b"x", safe=self.chance.choice(["", "/"]))

        return self.filling.address(pattern, name, language, {part: junk(part) for part in parts})

    def requests(self, pattern, name, language, number):
        """(method, address, further arguments) of the plain page and of `number` attacks on it."""
        plain = self.filling.address(pattern, name, language)
        page = self.client.get(plain)
        yield page, ("GET", plain)
        text = "" if page.streaming else page.content.decode(errors="replace")
        names = sorted(
            {*re.findall(r'name="([\w-]+)"', text), *re.findall(r"[?;&]([a-z_]+)=", text)}
        )
        for _each in range(number):
            kind = self.chance.choice([self.query, self.query, self.path, self.form, self.header])
            method, address, more = kind(pattern, name, language, plain, names or ["q"])
            answer = self.client.generic(method.upper(), address, **more)
            yield answer, (method, address[:300], more)

    def query(self, pattern, name, language, plain, names):
        chosen = self.chance.sample([*names, "page", "q", "sort"], k=min(3, len(names)))
        pairs = [(each, self.junk()) for each in chosen] + [("x[]", b"1")] * self.chance.choice(
            [0, 0, 900]
        )
        pairs += [
            (each + self.chance.choice(["", "[]", "[a]", "__x"]), self.junk()) for each in chosen
        ]
        query = "&".join(f"{quote(each)}={quote_from_bytes(value)}" for each, value in pairs)
        return self.chance.choice(["get", "get", "head"]), f"{plain}?{query}", {}

    def path(self, pattern, name, language, plain, names):
        parts = PARAMETER.findall(pattern)
        if not parts:
            return "get", plain + quote_from_bytes(self.junk()), {}
        spoilt = self.chance.sample(parts, k=self.chance.randint(1, len(parts)))
        return "get", self.spoilt(pattern, name, language, spoilt), {}

    def form(self, pattern, name, language, plain, names):
        """Fields with junk, of the page or by the thousand; or bytes that are no form at all."""
        method = self.chance.choice(["post", "post", "post", "put", "patch", "delete", "options"])
        if self.chance.random() < 0.3:
            data = self.chance.choice([self.junk(), b'{"a":' * 500, b"a" * 1_000_000, b"--x"])
            return method, plain, {"data": data, "content_type": self.chance.choice(TYPES)}
        fields = {"shown": stamp(age=5), **{each: self.junk() for each in names}}
        fields |= dict.fromkeys(map(str, range(self.chance.choice([0, 0, 10_000]))), "1")
        body = "&".join(
            f"{quote(each)}={quote_from_bytes(as_bytes(value))}" for each, value in fields.items()
        )
        return method, plain, {"data": body, "content_type": "application/x-www-form-urlencoded"}

    def header(self, pattern, name, language, plain, names):
        chosen = self.chance.sample(HEADERS, k=2)
        return "get", plain, {"headers": {each: self.junk().decode("latin-1") for each in chosen}}


def attack(seed, client, rows, number, languages=None):
    """Send `number` bad requests to every address: [(answer, what was sent)].

    Without `languages` chance takes one for each address.
    """
    stranger = Stranger(seed, client, rows)
    for language in LANGUAGES:
        with translation.override(language):
            known = list(public_addresses())
        for place, (pattern, name) in enumerate(known):
            if language in (languages or [LANGUAGES[(place + seed) % 2]]):
                yield from stranger.requests(pattern, name, language, number)
