"""What a page says of a project, as far as this site knows the names: to offer, never to decide."""

import re
from collections import Counter

from partnership.models import Organisation, OrganisationName, Territory
from projects.models import Fund, Programme

from . import patterns
from .names import Names
from .patterns import Found

QUOTED = re.compile(
    r"(?:projekt\w*|project)\s+(?:named\s+|called\s+)?[„“”\"«]([^„“”\"«»\n]{4,240})[“”\"»]", re.I
)
BODY = re.compile(
    r"(?:biedrīb\w*|SIA|VRG|rīcības grup\w*|partnerīb\w*|Z/s)\s+[„“”\"«]+"
    r"([^„“”\"«»\n]{3,80})[“”\"»]",
    re.I,
)
LEAD = re.compile(r"vadoš\w+\spartner\w*|lead\spartner", re.I)
NEAR = 70  # letters between “lead partner” and its name
PLACES = r"(?:[A-ZĀČĒĢĪĶĻŅŠŪŽ][a-zāčēģīķļņšūž]+[su](?:\s\([^)\n]*\))?(?:,\s|\sun\s|\s)?)+"
BEFORE = re.compile(rf"({PLACES})(novad|pagast)\w*")
AFTER = re.compile(rf"\b(novad|pagast)\w*\s?[-–:]\s?({PLACES})")
PLACE = re.compile(r"[A-ZĀČĒĢĪĶĻŅŠŪŽ][a-zāčēģīķļņšūž]+[su]\b")
KINDS = {"novad": "novads", "pagast": "pagasts"}
STATUSES = [
    ("approved", re.compile(r"^apstiprināt\w*|\bapproved\b", re.I)),
    ("completed", re.compile(r"^noslēdz\w*|\bnoslēdzies\b|\b(?:completed|has ended)\b", re.I)),
    ("running", re.compile(r"^sāk(?:am|ts|as)\b|^uzsāk\w*|\b(?:starts|launched)\b", re.I)),
]
TYPES = [
    (
        "transnational",
        re.compile(r"starpvalst\w*|starptautisk\w*|transnational|international", re.I),
    ),
    ("interterritorial", re.compile(r"starpteritoriāl\w*|interterritorial", re.I)),
    ("development", re.compile(r"attīstības sadarbīb\w*|development cooperation", re.I)),
]


class Recogniser:
    """Knows the names that this site has; made once for all pages of a run."""

    def __init__(self):
        self.programmes = list(Programme.objects.select_related("fund"))
        self.forms = [(re.compile(each.number_pattern), each) for each in self.programmes_of_form()]
        inner = [each.number_pattern.strip("^$") for each in self.programmes_of_form()]
        self.patterns = [re.compile(rf"\b{each}\b") for each in inner]
        self.bodies = Names(names_of_bodies())
        self.places = {each.name_lv: each.pk for each in Territory.objects.current()}
        earlier = Territory.objects.exclude(valid_to=None)
        self.places = {each.name_lv: each.pk for each in earlier} | self.places
        self.funds = Names((each.name_lv, each.pk) for each in Fund.objects.all())

    def programmes_of_form(self):
        return [each for each in self.programmes if is_pattern(each.number_pattern)]

    def found_in(self, text, title):
        """Every `Found` of a page, in the order of its text."""
        dates = patterns.period(text, patterns.days(text))
        numbers = patterns.numbers(text, self.patterns)
        found = [
            *(*named(text), *dates, *numbers, *patterns.relative(text, dates)),
            *(*patterns.money(text), *patterns.rates(text), *self.territories(text)),
            *(*self.programme(text, numbers), *self.partners(text), *kinds(text, title)),
        ]
        taken = [*dates, *numbers]
        found += [each for each in patterns.figures(text) if not patterns.overlaps(each, taken)]
        return sorted(set_apart(found), key=lambda each: (each.start, each.end))

    def programme(self, text, numbers):
        """By the form of a number, by the hashtag, else by the only programme of a named fund."""
        for each in numbers:
            for form, programme in self.forms:
                if each.kind == "number" and form.fullmatch(each.value):
                    yield Found("programme", programme.pk, each.start, each.end)
        for programme in self.programmes:
            place = text.find(programme.hashtag) if programme.hashtag else -1
            if place >= 0:
                yield Found("programme", programme.pk, place, place + len(programme.hashtag))
        for fund, start, end in self.funds.found_in(text):
            of_fund = [each for each in self.programmes if each.fund_id == fund]
            yield Found("fund", fund, start, end)
            if len(of_fund) == 1:
                yield Found("programme", of_fund[0].pk, start, end)

    def partners(self, text):
        """Bodies that this site knows, the lead partner told; names that it does not know."""
        known = [Found("partner", *each) for each in self.bodies.found_in(text)]
        leads = {lead_at(match, known, text) for match in LEAD.finditer(text)} - {None}
        if len(leads) == 1:  # of several, staff tell which
            kinds = dict.fromkeys(leads, "lead")
            known = [
                Found(kinds.get(each.value, each.kind), each.value, each.start, each.end)
                for each in known
            ]
        yield from known
        for match in BODY.finditer(text):
            found = Found("unknown_body", match[1].strip(), *match.span(1))
            if not patterns.overlaps(found, known):
                yield found

    def territories(self, text):
        """Municipalities and parishes by their names, which Latvian puts into the genitive."""
        for pattern, kind, names in ((BEFORE, 2, 1), (AFTER, 1, 2)):
            for match in pattern.finditer(text):
                for place in PLACE.finditer(match[names]):
                    pk = self.places.get(f"{place[0]} {KINDS[match[kind]]}")
                    start = match.start(names) + place.start()
                    if pk:
                        yield Found("territory", pk, start, start + len(place[0]))


def is_pattern(text):
    try:
        return bool(text) and bool(re.compile(text))
    except re.error:
        return False


def names_of_bodies():
    for row in Organisation.objects.order_by("pk"):
        for name in {row.name_lv, row.name_en, row.full_name_lv, row.full_name_en}:
            yield name, row.pk
    for earlier in OrganisationName.objects.order_by("pk"):
        yield earlier.name_lv, earlier.organisation_id


def named(text):
    """The name in quotation marks that follows “project” most often, where it first stands."""
    found = list(QUOTED.finditer(text))
    if found:
        often = Counter(match[1].strip() for match in found).most_common(1)[0][0]
        first = next(match for match in found if match[1].strip() == often)
        yield Found("title", often, *first.span(1))


def kinds(text, title):
    """Status by the words of the heading, kind by the first words that tell it."""
    start = max(0, text.find(title))
    for status, pattern in STATUSES:
        match = pattern.search(title)
        if match:
            yield Found("status", status, start + match.start(), start + match.end())
            break
    matches = [
        (match.start(), kind, match) for kind, pattern in TYPES if (match := pattern.search(text))
    ]
    if matches:
        _start, kind, match = min(matches)
        yield Found("kind", kind, *match.span())


def lead_at(match, known, text):
    """The body that the words “lead partner” are about: the one behind them, else before them."""
    behind = [each for each in known if is_near(text, match.end(), each.start)]
    before = [each for each in known if is_near(text, each.end, match.start())]
    found = [*behind[:1], *before[-1:]]
    return found[0].value if found else None


def is_near(text, end, start):
    between = text[end:start]
    return 0 <= start - end < NEAR and not re.search(r"\.\s|\n", between)


def set_apart(found):
    """Each thing once at each place."""
    seen = {}
    for each in found:
        seen.setdefault((each.kind, str(each.value), each.start), each)
    return seen.values()
