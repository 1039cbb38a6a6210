"""Names of rows found in a text, whatever the endings of their words."""

import re
from itertools import pairwise

from core.text import fold
from search.analysis import own_stem

WORD = re.compile(r"[^\W_]+")
QUOTES = "„“”\"«»'’"
GAP = re.compile(rf"[\s{QUOTES}()/.,!&-]{{0,4}}")


class Names:
    """Names with what they stand for; a name of one word counts only in quotation marks."""

    def __init__(self, pairs):
        self.by_first = {}
        for name, value in pairs:
            stems = tuple(own_stem(fold(word)) for word in WORD.findall(name or ""))
            if stems:
                self.by_first.setdefault(stems[0], []).append((stems, value))
        for names in self.by_first.values():
            names.sort(key=lambda each: -len(each[0]))

    def found_in(self, text):
        """(value, start, end) of each name in the text; the longest where several begin."""
        tokens = [(own_stem(fold(each[0])), *each.span()) for each in WORD.finditer(text)]
        place = 0
        while place < len(tokens):
            stems, value = self.at(tokens, place, text)
            if stems:
                yield value, tokens[place][1], tokens[place + len(stems) - 1][2]
            place += max(1, len(stems))

    def at(self, tokens, place, text):
        first, start, _end = tokens[place]
        is_quoted = start > 0 and text[start - 1] in QUOTES
        if not is_quoted and not text[start].isupper():
            return (), None
        for stems, value in self.by_first.get(first, ()):
            run = tokens[place : place + len(stems)]
            is_same = tuple(each[0] for each in run) == stems and is_close(run, text)
            if is_same and (len(stems) > 1 or is_quoted):
                return stems, value
        return (), None


def is_close(run, text):
    """Whether nothing but a space or a sign stands between the words."""
    return all(GAP.fullmatch(text[before[2] : after[1]]) for before, after in pairwise(run))
