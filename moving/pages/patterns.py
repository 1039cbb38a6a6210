"""Numbers, days, money and figures in a text, as Latvian and English pages write them.

Everything found is a `Found`: what it is, its value, and where it stands. Nothing is computed:
a day without its year is told as it stands and has no value.
"""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

LATVIAN_MONTHS = "janvār februār mart aprīl maij jūnij jūlij august septembr oktobr novembr decembr"
ENGLISH_MONTHS = (
    "January February March April May June July August September October November December"
)
MONTHS = {
    **{stem: number for number, stem in enumerate(LATVIAN_MONTHS.split(), 1)},
    **{name.lower(): number for number, name in enumerate(ENGLISH_MONTHS.split(), 1)},
}
LV, EN = (LATVIAN_MONTHS.replace(" ", "|"), ENGLISH_MONTHS.replace(" ", "|"))
YEAR = r"(?P<year>(?:19|20)\d\d)"
DAY_MONTH_LV = rf"(?P<day>\d{{1,2}})\.\s?(?P<month>{LV})\w*"
DAYS = [
    re.compile(rf"\b{YEAR}\.?\s?gada\s{DAY_MONTH_LV}", re.I),
    re.compile(rf"\b(?P<day>\d{{1,2}})\.(?P<number>\d{{1,2}})\.{YEAR}\b"),
    re.compile(rf"\b(?P<day>\d{{1,2}})\s(?P<month>{EN})\s{YEAR}\b"),
    re.compile(rf"\b{YEAR}\.?\s?gada\s(?P<month>{LV})\w*", re.I),
    re.compile(rf"\b(?P<month>{EN})\s{YEAR}\b"),
    re.compile(rf"\b{YEAR}\.?\s?gad(?:ā|a|s|u)\b(?!m)", re.I),
]
RELATIVE = re.compile(
    rf"\b(?:(?:no|līdz)\s)?(?:šī|nākamā|pagājušā)\sgada(?:\s(?:{DAY_MONTH_LV}|(?:{LV})\w*))?"
    rf"(?:\slīdz\s(?:{LV})\w*)?|\blīdz\sar\s(?:{LV})\w*\sbeigām|\b(?:this|next|last)\syear\b",
    re.I,
)
BETWEEN = re.compile(r"\s*(?:–|—|-|līdz|to|until)\s*")
BEFORE_END = re.compile(r"(?:līdz|until|ends?(?:\son)?)\s*$", re.I)
AMOUNT = r"(?P<{0}>\d{{1,3}}(?:[ \u00a0.,]\d{{3}})+|\d+)(?:[.,](?P<{0}_cents>\d{{2}}))?"
MONEY = re.compile(
    rf"\b{AMOUNT.format('before')}\s?(?:EUR\b|€|eiro\b|euro\b)|(?:\bEUR\s?|€\s?){AMOUNT.format('after')}",
    re.I,
)
TOTAL = re.compile(r"kopēj\w+\s(?:izmaks|budžet|finansēj)|total\s(?:cost|budget)", re.I)
PERCENT = re.compile(r"\b(?P<value>\d{1,3}(?:[.,]\d{1,2})?)\s?%")
SUPPORT = re.compile(r"apmēr|sedz|atbalst|finans|intensitāt|support|fund|cover", re.I)
NUMBER = re.compile(
    r"\b\d{2}-\d{2}-[A-Z][A-Z0-9.]{4,14}-\d{6}\b|\b\d{4}\.LV/[A-Z]+/[A-Z]+/\d{2,4}(?:/\d+)?\b"
    r"|\b\d{4}/[A-Z]{2}\d{2}/\d/[A-Z]\d{3}(?:\.\d{2}){2}/\d+\b|\b[A-Z]{2,5}/\d{4}/[A-Z0-9]+/\d+\b"
    r"|\b\d{6}-[A-Z]{2,4}-\d-\d{4}-\d-[A-Z]{2}-[A-Z-]+\b"
)
RUNNING_COSTS = re.compile(r"darbības nodrošināšana|teritorijas aktivizēšana", re.I)
COUNTED = (
    "dalībniek cilvēk idej vebinār kopien novad pasākum darbnīc seminār uzņēmēj partner iedzīvotāj"
    " participant people idea webinar communit event workshop seminar partner resident"
)
FIGURE = re.compile(
    r"(?P<more>\b(?:vairāk\s(?:kā|nekā)|more\sthan|over)\s)?\b(?P<value>\d{1,6})\s"
    rf"(?P<label>(?:[^\W\d]+\s){{0,2}}?(?:{COUNTED.replace(' ', '|')})\w*)",
    re.I,
)


@dataclass(frozen=True)
class Found:
    """`kind` names a fact, `value` is ready for JSON, `start` and `end` count letters."""

    kind: str
    value: object
    start: int
    end: int


def overlaps(found, others):
    return any(found.start < each.end and each.start < found.end for each in others)


def days(text):
    """Days as far as the text tells them: (`YYYY-MM-DD`, day, month or year)."""
    known = []
    for pattern in DAYS:
        for match in pattern.finditer(text):
            value = day_of(match.groupdict())
            found = value and Found("date", value, *match.span())
            if found and not overlaps(found, known):
                known.append(found)
    return sorted(known, key=lambda each: each.start)


def day_of(parts):
    """[ISO day, precision], or None for a day that does not exist."""
    month = int(parts.get("number") or 0) or month_named(parts.get("month"))
    precision = "day" if parts.get("day") else "month" if month else "year"
    try:
        day = date(int(parts["year"]), month or 1, int(parts.get("day") or 1))
    except ValueError:
        return None
    return [day.isoformat(), precision]


def month_named(word):
    return MONTHS.get((word or "").lower(), 0)


def period(text, known):
    """The days with their parts told: a start and an end that belong together, a last day."""
    found = list(known)
    for place, each in enumerate(found):
        after = found[place + 1] if place + 1 < len(found) else None
        if after and BETWEEN.fullmatch(text[each.end : after.start]):
            found[place] = Found("start", each.value, each.start, each.end)
            found[place + 1] = Found("end", after.value, after.start, after.end)
        elif found[place].kind == "date" and BEFORE_END.search(text[: each.start]):
            found[place] = Found("end", each.value, each.start, each.end)
    return found


def relative(text, known):
    """Times that mean nothing without the day on which they were written."""
    found = (Found("relative", match[0], *match.span()) for match in RELATIVE.finditer(text))
    return [each for each in found if not overlaps(each, known)]


def money(text):
    for match in MONEY.finditer(text):
        which = "before" if match["before"] else "after"
        whole = re.sub(r"\D", "", match[which])
        value = f"{whole}.{match[f'{which}_cents'] or '00'}"
        is_total = TOTAL.search(text[max(0, match.start() - 40) : match.start()])
        yield Found("total" if is_total else "amount", value, *match.span())


def rates(text):
    for match in PERCENT.finditer(text):
        around = text[max(0, match.start() - 50) : match.end() + 50]
        value = Decimal(match["value"].replace(",", "."))
        if value <= 100 and SUPPORT.search(around):
            yield Found("rate", str(value), *match.span())


def numbers(text, patterns):
    """Project numbers by the forms of the programmes here, and by those that funds use.

    The number of an office's running costs stands at the foot of all pages of a site.
    """
    known = []
    for pattern in (*patterns, NUMBER):
        for match in pattern.finditer(text):
            line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
            kind = "site_number" if RUNNING_COSTS.search(line) else "number"
            found = Found(kind, match[0], *match.span())
            if not overlaps(found, known):
                known.append(found)
    return sorted(known, key=lambda each: each.start)


def figures(text):
    for match in FIGURE.finditer(text):
        label = " ".join(match["label"].split())
        value = {
            "label": label,
            "value": match["value"],
            "sign": "more" if match["more"] else "exact",
        }
        yield Found("figure", value, *match.span())
