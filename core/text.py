"""Latvian text for the database and for Python: folding, a light stem and the alphabet's order.

PostgreSQL's own collations are not relied on: the embedded server has no ICU, and its
`lower()` leaves Latvian capitals as they are when the cluster's locale is C.
"""

import re
import unicodedata

from django.db.models import CharField, Func, TextField, Transform, Value

ALPHABET = "aābcčdeēfgģhiīyjkķlļmnņoōpqrŗsštuūvwxzž"
LETTERS = ALPHABET + ALPHABET.upper()
# One code point per letter, in the order of the alphabet, above digits and punctuation.
ORDER = "".join(chr(0x61 + place) for place in range(len(ALPHABET))) * 2
PLACES = str.maketrans(LETTERS, ORDER)
ACCENTED = "āčēģīķļņōŗšūžäåöüéèõáíóúñçßłżėįųąęýćńřůď"
PLAIN = "acegiklnorsuzaaoueeoaiouncslzeiuaeycnrud"
WORD_OR_TAG = re.compile(r"(<[^>]*>)|(?<![^\s„“‚‘(>])(\w-)(?=\w)")
FOLD_FROM = ACCENTED + ACCENTED.upper().replace("SS", "ß") + ALPHABET.upper()
FOLD_TO = PLAIN + PLAIN + ALPHABET
FOLD = dict(zip(FOLD_FROM, FOLD_TO, strict=True))
FOLD.update({letter: FOLD.get(small, small) for letter, small in FOLD.items()})

ENDINGS = sorted(
    "ajiem ajai ajam ajas ajos ajus aja ajo aju iem ais ai ei am em im um as es is os us ij ie"
    " a e i o u s".split(),
    key=lambda ending: (-len(ending), ending),
)
VOWELS = frozenset("aeiouy")
MARKS = re.compile("(?<!и)\u0306|[\u0300-\u0305\u0307-\u036f]")
UNMARKED = str.maketrans("łøđ", "lod")


def fold(text):
    """Lower case without diacritics: `Ķekavas` and `kekavas` become the same word.

    Russian й stays a letter of its own, as Russian endings are told by it; ё becomes е.
    """
    if text.isascii():
        return text.lower()
    decomposed = MARKS.sub("", unicodedata.normalize("NFKD", text.casefold()))
    return unicodedata.normalize("NFC", decomposed).translate(UNMARKED)


def stem(word, shortest=3):
    """The unchanging beginning of a folded Latvian word, at least `shortest` letters of it."""
    if not word.isalpha() or len(word) <= shortest:
        return word
    for ending in ENDINGS:
        kept = word.removesuffix(ending)
        # Two letters say enough only where one or two were taken: `Ape`, but not `ēdāju`.
        enough = len(kept) >= (3 if len(ending) > 2 else shortest)
        if kept != word and enough and not VOWELS.isdisjoint(kept):
            return kept
    return word


def search_stems(text):
    """The folded stems of the words of a visitor's query, at most eight."""
    return [stem(word) for word in re.findall(r"\w[\w./-]*\w|\w", fold(text))[:8]]


def alphabetical(text):
    """Sort key of the Latvian alphabet: ā after a, č after c; digits come first."""
    return text.translate(PLACES)


class Alphabetical(Func):
    """`alphabetical()` as a database expression."""

    function = "translate"
    template = '(%(function)s(%(expressions)s) COLLATE "C")'
    output_field = TextField()

    def __init__(self, expression):
        super().__init__(expression, Value(LETTERS), Value(ORDER))


@CharField.register_lookup
@TextField.register_lookup
class Folded(Transform):
    """`fold()` as a lookup: `title_lv__folded__contains="kekav"`."""

    lookup_name = "folded"
    output_field = TextField()

    def as_sql(self, compiler, connection):
        inner, params = compiler.compile(self.lhs)
        pairs = "".join(FOLD), "".join(FOLD.values())
        return f"lower(translate({inner}, %s, %s))", [*params, *pairs]


def unbroken(text):
    """The text without a line's end after a hyphen that follows one letter, as in “e-pasts”."""
    return re.sub(r"(?<!\w)(\w-)(?=\w)", "\\1\u2060", str(text))


def unbroken_html(html):
    """The same for words in HTML; tags and the middles of addresses stay as they are."""
    return WORD_OR_TAG.sub(lambda found: found[1] or f"{found[2]}\u2060", html)
