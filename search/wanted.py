"""What a question looks for, in the words of a text as a person sees it.

A text is compared as the index was, so that whatever made a document match is found, in its
inflected form. Only words that begin like something asked for are analysed: a long text costs
little.
"""

import re

from core.text import fold

from .analysis import LONGEST, analysed
from .asking import Either, Every, Exact, NumberPart, Start

HEAD = 2  # letters by which a word shows that it is worth analysing
BEGINNING = r"(?<![^\W_])"
REST = r"[^\W_]*"
JOINT = "[-./:–]?"
VARIANTS = {}
for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00), 0x451):
    VARIANTS.setdefault(fold(chr(code))[:1], []).append(chr(code))


def any_case(letter):
    """The letter with and without diacritics, small and capital, for a regular expression."""
    return f"[{letter}{letter.upper()[:1]}{''.join(VARIANTS.get(letter, ()))}]"


class Wanted:
    """The terms, words, beginnings and numbers of one question."""

    def __init__(self, ways):
        self.terms, self.exact, self.starts, self.numbers = set(), set(), set(), set()
        self._gather(ways)
        heads = [self._head(text) for text in self.terms | self.exact | self.starts]
        numbers = [JOINT.join(map(any_case, text)) for text in self.numbers]
        either = sorted({*filter(None, heads), *numbers}, key=len, reverse=True)
        words = [head for head in either if head.startswith(BEGINNING)]
        others = [head for head in either if head not in words]
        if words:  # the place is looked at once for all words
            shorter = "|".join(head.removeprefix(BEGINNING) for head in words)
            others.append(f"{BEGINNING}(?:{shorter})")
        self.pattern = re.compile(f"(?:{'|'.join(others)}){REST}") if others else None
        self.known = {}

    def _gather(self, ways):
        for way in ways:
            match way:
                case Every(inner) | Either(inner):
                    self._gather(inner)
                case NumberPart(parts):
                    self.numbers.add("".join(parts))
                case Start(text, _):
                    self.starts.add(text)
                case Exact(text):
                    self.exact.add(text)
                case _:
                    self.terms.add(way.text)

    def _head(self, text):
        """How a word begins that may be this one; digits also begin inside a word."""
        if text.startswith("#"):
            return rf"(?<!\d)0*{text[1:][:HEAD]}"
        if not text.isalpha():
            self.numbers.add(text)
            return rf"(?<!\d){text[:HEAD]}" if text.isdecimal() else None
        return BEGINNING + "-?".join(map(any_case, text[:HEAD]))

    def found(self, word):
        """By what a word of a text is wanted; an empty string when it is not."""
        if word not in self.known:
            self.known[word] = self._found(word[:LONGEST])
        return self.known[word]

    def _found(self, word):
        token = analysed(word)
        for term in (*token.terms, *token.words):
            if term in self.terms or (term in self.exact and term in token.words):
                return term
            if any(term.startswith(start) for start in self.starts):
                return term
        joined = re.sub(r"[\W_]", "", fold(word))
        return next((number for number in self.numbers if joined.startswith(number)), "")

    def marks(self, text):
        """(Start, end, by what) of the wanted words in a text, in order."""
        if self.pattern:
            for match in self.pattern.finditer(text):
                reason = self.found(match.group())
                if reason:
                    yield match.start(), match.end(), reason
