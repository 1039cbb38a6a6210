"""The index's own vocabulary: is a word known, how may it go on, what was meant by it.

Nothing here lists the whole vocabulary: a look-up costs microseconds, and only an unknown
word has the few thousand commonest words with its first letters compared.
"""

import heapq
import re
from string import ascii_lowercase
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from .analysis import CYRILLIC, STOP_WORDS, own_stem, stems

CANDIDATES, COMPLETIONS = 3_000, 200
RUSSIAN_LETTERS = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
# How Latvian letters were written where there were none: aa for ā, sh for š.
DIGRAPHS = (("sh", "s"), ("ch", "c"), ("zh", "z"))


def squashed(word):
    """The folded word without digraphs and doubled letters: `partneriiba`, `celsh`."""
    for written, letter in DIGRAPHS:
        word = word.replace(written, letter)
    return re.sub(r"(.)\1+", r"\1", word)


def allowed(word):
    """How many wrong letters a word of this length may have."""
    return 0 if len(word) < 4 else 1 if len(word) < 7 else 2


def head_length(word):
    """How many first letters are taken to be right when the rest is compared."""
    return 4 if len(word) > 7 else 3


def edited_heads(word):
    """The words that differ by one mistake in the first letters."""
    alphabet = RUSSIAN_LETTERS if CYRILLIC.match(word) else ascii_lowercase
    for place in range(head_length(word)):
        before, here, after = word[:place], word[place : place + 1], word[place + 1 :]
        yield before + after
        yield before + after[:1] + here + after[1:]
        for letter in alphabet:
            yield before + letter + after
            yield before + letter + here + after


class Meant(NamedTuple):
    """What an unknown word may have meant; the first of several sorted is the likeliest."""

    distance: int
    count: int  # documents with it, negative
    form: str  # as the texts write it
    stem: str


class Vocabulary:
    """What the index of one searcher knows about words; all words and stems are folded."""

    def __init__(self, searcher):
        self.searcher = searcher

    def has(self, term):
        """Whether any document has the term."""
        return self.searcher.doc_freq("body", term) > 0

    def knows(self, word):
        """Whether any document has the word in any of its forms."""
        return any(self.has(term) for term in stems(word))

    def completions(self, start):
        """The commonest words that begin so, as the field `form` has them."""
        return tuple(form for form, _ in self._counted(start, COMPLETIONS))

    def nearest(self, word):
        """The word that was `Meant` by an unknown one; None when nothing is near enough."""
        short = squashed(word)
        if len(short) > 2 and self.has(own_stem(short)):
            return min(self._forms(own_stem(short), short), default=None)
        limit = allowed(word)
        if not limit:
            return None
        heads = {head for head in edited_heads(word) if len(head) > 3}
        known = heapq.nlargest(3, heads, key=lambda head: self._count(own_stem(head)))
        meant = [form for head in known for form in self._forms(own_stem(head), word)]
        meant += self._compared(self._counted(word[: head_length(word)], CANDIDATES), word, limit)
        return min(meant, default=None)

    def _count(self, term):
        return self.searcher.doc_freq("body", term)

    def _counted(self, start, limit):
        return self.searcher.terms_with_prefix("form", start, limit=limit)

    def _forms(self, stem, word):
        """The ways in which the texts write a stem, compared with a word."""
        if not self.has(stem):
            return []
        # A stem may end otherwise than its words do: jauniet in jaunieši.
        pairs = self._counted(stem[: max(3, len(stem) - 2)], 300)
        pairs = [pair for pair in pairs if stem == own_stem(pair[0].partition("|")[0])]
        return self._compared(pairs, word, len(word))

    def _compared(self, pairs, word, limit):
        """The (form, documents) that differ by so many letters at most, beside the ending."""
        folded = [form.partition("|")[0] for form, _ in pairs]
        near = process.extract(word, folded, scorer=OSA.distance, score_cutoff=limit + 2, limit=60)
        own, found = own_stem(word), []
        for other, distance, place in near:
            stem = own_stem(other)
            apart = OSA.distance(own, stem)
            if (apart <= limit or distance == 1) and other not in STOP_WORDS and len(stem) > 2:
                form, count = pairs[place]
                found.append(
                    Meant(2 * apart + distance, -count, form.partition("|")[2] or form, stem)
                )
        return found
