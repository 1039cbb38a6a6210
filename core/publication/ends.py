"""Which last day a text names for a project: „līdz 2021. gada oktobra beigām”, “until May 2021”.

Only sentences about a project count, and only days that stand as its end: after „līdz”, as the
second half of „no … – …”, or beside “ends”, „noslēdzies”. Days to apply or register until do not.
"""

import re
from dataclasses import dataclass

from core.dates import Precision

MONTHS_LV = "janvār februār mart aprīl maij jūnij jūlij august septembr oktobr novembr decembr"
MONTHS_EN = "january february march april may june july august september october november december"
NUMBERS = {
    name: number for names in (MONTHS_LV, MONTHS_EN) for number, name in enumerate(names.split(), 1)
}
LV = rf"(?P<month>{'|'.join(MONTHS_LV.split())})\w{{0,4}}\b"
EN = rf"(?P<month>{'|'.join(map(str.capitalize, MONTHS_EN.split()))})\b"
YEAR, DAY = r"(?P<year>(?:19|20)\d\d)", r"(?P<day>[0-3]?\d)"
THE_YEAR = r"(?:š[īā]|nākamā|pagājušā)\s+gada\s+"
# The fullest form first: what one has found, the next ones pass over.
DATES = {
    "lv": [
        rf"\b{YEAR}\.?\s*gada\s+{DAY}\.?\s*{LV}",
        rf"\b{DAY}\.\s*{LV},?\s+{YEAR}\b",
        rf"\b{DAY}\.(?P<number>[01]?\d)\.{YEAR}\b",
        rf"\b{YEAR}\.?\s*gada\s+{LV}",
        rf"\b(?:{THE_YEAR})?{DAY}\.\s*{LV}",
        rf"\b(?:{THE_YEAR})?{LV}",
    ],
    "en": [
        rf"\b{DAY}\s+{EN}\s+{YEAR}\b",
        rf"\b{EN}\s+{DAY},?\s+{YEAR}\b",
        rf"\b{DAY}\.(?P<number>[01]?\d)\.{YEAR}\b",
        rf"\b{EN}\s+{YEAR}\b",
        rf"\b{DAY}\s+{EN}",
        rf"\b{EN}",
    ],
}
SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZĀČĒĢĪĶĻŅŠŪŽ„“\"])")
ABOUT = {"lv": re.compile(r"\bprojekt", re.I), "en": re.compile(r"\bproject", re.I)}
OTHERWISE = re.compile(
    r"\b(?:piete|piesak|reģistr|iesnie|iesūt|apply|applic|regist|submit)|noslēguma pasākum"
    r"|closing event",
    re.I,
)
UNTIL = {
    "lv": re.compile(r"\blīdz\s+(?:ar\s+)?$|\b(?:no|kopš)\s+\S.{0,40}[–—-]\s*$", re.I),
    "en": re.compile(
        r"\b(?:until|till|through)\s+(?:the\s+)?(?:(?:end|beginning|middle)\s+of\s+)?$"
        r"|\bfrom\s+\S.{0,40}(?:\bto|[–—-])\s*$",
        re.I,
    ),
}
ENDS = {
    "lv": re.compile(r"\b(?:noslēdz(?!ot)|noslēgs|noslēgts|beidz(?!ot)|beigsies|beigus)\w*", re.I),
    "en": re.compile(
        r"\b(?:ends|ended|will end|finish(?:es|ed)|was completed|conclude[sd])\b", re.I
    ),
}
NEAR = 40  # letters between the verb and its date
AROUND = 120  # letters before a date in which the words that belong to it stand
LONGEST = 1000  # letters of a sentence that are read; nobody writes a longer one


@dataclass(frozen=True)
class End:
    """A named end: what of year, month and day the text says, and its words."""

    words: str
    year: int | None
    month: int
    day: int | None

    def agrees_with(self, other):
        """Whether both can be the same day, as far as both are known."""
        pairs = ((self.year, other.year), (self.month, other.month), (self.day, other.day))
        return all(one is None or two is None or one == two for one, two in pairs)


def end_of(day, precision):
    """A stored date in the same shape, as exact as it is known."""
    month = day.month if precision != Precision.YEAR else None
    return End(f"{day:%Y-%m-%d}", day.year, month, day.day if precision == "day" else None)


def named_ends(text, language):
    """The ends that a paragraph names."""
    found = []
    for sentence in SENTENCE.split(text):
        if ABOUT[language].search(sentence) and not OTHERWISE.search(sentence):
            found += ends_in(sentence[:LONGEST], language)
    return found


def ends_in(sentence, language):
    dates = dates_in(sentence, language)
    until = [each for each in dates if UNTIL[language].search(before(each, sentence))]
    for verb in ENDS[language].finditer(sentence):
        after = [each for each in dates if 0 <= each.start() - verb.end() <= NEAR]
        until += after[:1]
    return [as_end(each, sentence) for each in dict.fromkeys(until)]


def before(match, sentence):
    return sentence[max(0, match.start() - AROUND) : match.start()]


def dates_in(sentence, language):
    """The matches of all dates in their order; a part of one is not another."""
    found = []
    for pattern in DATES[language]:
        for match in re.finditer(pattern, sentence):
            if all(match.end() <= each.start() or match.start() >= each.end() for each in found):
                found.append(match)
    return sorted(found, key=lambda each: each.start())


def as_end(match, sentence):
    parts = match.groupdict()
    month = parts.get("number") or NUMBERS[parts["month"].lower()]
    words = re.search(r"(?:\S+\s+){0,2}$", before(match, sentence))[0]
    after = re.match(r"[^\s.]*(?:\s+[^\s.]+){0,2}", sentence[match.end() :])[0]
    return End(
        f"{words}{match[0]}{after}",
        int(parts["year"]) if parts.get("year") else None,
        int(month),
        int(parts["day"]) if parts.get("day") else None,
    )
