"""The index's own vocabulary: is a word known, how may it go on, what was meant by it.

Nothing here lists the whole vocabulary: a look-up costs microseconds, and only an unknown
word has the few thousand commonest words with its first letters compared.
"""

import re
from string import ascii_lowercase

from rapidfuzz import process
from rapidfuzz.distance import OSA

from .analysis import CYRILLIC, stems

CANDIDATES = 3_000
RUSSIAN_LETTERS = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
# How Latvian letters were written where there were none: aa for ā, sh for š.
DIGRAPHS = (("sh", "s"), ("ch", "c"), ("zh", "z"))
HEAD = 3  # letters


def squashed(word):
    """The folded word without digraphs and doubled letters: `partneriiba`, `celsh`."""
    for written, letter in DIGRAPHS:
        word = word.replace(written, letter)
    return re.sub(r"(.)\1+", r"\1", word)


def allowed(word):
    """How many wrong letters a word of this length may have."""
    return 0 if len(word) < 4 else 1 if len(word) < 7 else 2


def edited_heads(word):
    """The words that differ by one mistake in the first letters."""
    alphabet = RUSSIAN_LETTERS if CYRILLIC.match(word) else ascii_lowercase
    for place in range(HEAD):
        before, here, after = word[:place], word[place : place + 1], word[place + 1 :]
        yield before + after
        yield before + after[:1] + here + after[1:]
        for letter in alphabet:
            yield before + letter + after
            yield before + letter + here + after


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

    def completions(self, start, field="form", limit=200):
        """The commonest terms that begin so."""
        return [term for term, _ in self.searcher.terms_with_prefix(field, start, limit=limit)]

    def nearest(self, word):
        """The stem that was meant by an unknown word; None when nothing is near enough."""
        short = squashed(word)
        meant = [(stems(text)[0], allowed(text)) for text in dict.fromkeys((short, word))]
        for found, _ in meant:
            if len(found) > 2 and self.has(found):
                return found
        near = [self._near(found, limit) for found, limit in meant if limit and len(found) > 2]
        return min((pair for pair in near if pair), default=(None, None))[1]

    def _near(self, meant, limit):
        """(Distance, stem) of the nearest stem in the index, the commonest of several."""
        terms = self.completions(meant[:HEAD], "body", CANDIDATES)
        best = process.extractOne(meant, terms, scorer=OSA.distance, score_cutoff=limit)
        if best and best[1] == 1:
            return 1, best[0]
        heads = [head for head in dict.fromkeys(edited_heads(meant)) if len(head) > 2]
        known = [(-self.searcher.doc_freq("body", head), head) for head in heads]
        if known and min(known)[0] < 0:
            return 1, min(known)[1]
        return (best[1], best[0]) if best else None

    def written(self, stem, word):
        """How the texts write the word with this stem, in the form nearest to the visitor's."""
        forms = self.searcher.terms_with_prefix("form", stem[: max(HEAD, len(stem) - 2)], limit=500)
        choice = [
            (OSA.distance(folded, word), -count, original or folded)
            for folded, _, original, count in ((*form.partition("|"), n) for form, n in forms)
            if stem in stems(folded)
        ]
        return min(choice)[2] if choice else stem
