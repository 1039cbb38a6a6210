"""Text as terms: what the index keeps of a word and what a visitor's word is compared with.

Latvian, English and Russian lie in one index and a word does not say its language, so a word
has a stem for each language that it may belong to. Everything is folded first: a stem does
not depend on whether its writer had Latvian letters at hand.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

import snowballstemmer

from core.text import fold, stem

LONGEST = 64  # letters of a word that are kept; nothing longer is a word
REMEMBERED = 200_000  # words; about 60 MB when full

# A word, or what is written in one go: e-pakalpojumi, 19-00-A019.333-000005, NVOF/MAC/039.
TOKEN = re.compile(r"[^\W_]+(?:[-./:–][^\W_]+)*")
PART = re.compile(r"[^\W_]+")
DIGITS_OR_LETTERS = re.compile(r"\d+|[^\W\d_]+")
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
CYRILLIC = re.compile("[\u0400-\u04ff]")

FLEETING = re.compile("([^аеиоуыэюя])[ео]([нлкц])$")  # the vowel of деревень, beside деревня

STOP_WORDS = frozenset(
    "un vai ar no uz par pie pec lai ir kas ka bet jo ta tas to sis so si kur kad ari gan"
    " the and or of in on for to a an with by at from is are s"
    " и в на с по для от из или".split()
)
IRREGULAR = {"children": "child", "people": "person", "mice": "mouse", "feet": "foot"}

english = snowballstemmer.stemmer("english").stemWord
russian = snowballstemmer.stemmer("russian").stemWord


class Token(NamedTuple):
    """What is written in one go, as the index sees it."""

    terms: tuple[str, ...]  # stems, parts of a number, forms of writing
    words: tuple[str, ...]  # the words themselves, folded; no numbers
    originals: tuple[str, ...]  # the same words in lower case, with their diacritics
    forms: tuple[str, ...]  # both, joined by a line where they differ: ķekavas is kekavas|ķekavas
    parts: tuple[str, ...]  # of a number, in order; empty for words
    text: str  # the terms, for the index


def plain(text):
    """The text with one way of writing each letter and without invisible signs."""
    return INVISIBLE.sub("", unicodedata.normalize("NFC", text)).replace("\0", " ")


def latvian(word):
    """The stem of a folded Latvian word, with the consonants that change before endings."""
    found = stem(word, shortest=2)
    if len(found) > 2 and found[-1] == "j" and found[-2] in "pbmv":
        return found[:-1]  # upe: upju, gulbis: gulbja
    if len(found) > 4 and found.endswith("aj"):
        return found[:-2]  # skolotājs: skolotājiem, where -ajiem looks like an ending
    if len(found) > 4 and found.endswith("ies"):
        return found[:-1] + "t"  # jaunietis: jaunieši
    return found


def own_stem(word):
    """The first stem of a folded word: the Russian one in Cyrillic, otherwise the Latvian."""
    if not CYRILLIC.match(word):
        return latvian(word)
    found = russian(word)
    found = found[:-1] if len(found) > 3 and found[-1] in "еи" else found  # музей: музе(ев)
    return FLEETING.sub(r"\1\2", found)


@lru_cache(REMEMBERED)
def stems(word):
    """The stems of one folded word, a tuple without repetition."""
    if not word.isalpha() or CYRILLIC.match(word):
        return (own_stem(word),)
    singular = IRREGULAR.get(word) or (
        word[:-2] + "an" if word.endswith("men") and len(word) > 4 else word
    )
    return tuple(dict.fromkeys((latvian(word), english(singular))))


def word_terms(word, original):
    """The stems of a folded word: only a word without diacritics may be an English one."""
    found = stems(word)
    return found if word == original else found[:1]


def number(digits):
    """The term of a number, however many zeros stand before it."""
    return "#" + (digits.lstrip("0") or "0")


def number_terms(parts):
    """Everything by which a project's number or a part of it is found."""
    terms = ["".join(parts)] if len(parts) > 1 else []
    for part in parts:
        terms.append(part)
        pieces = DIGITS_OR_LETTERS.findall(part)
        terms += pieces if len(pieces) > 1 else []
        terms += [number(part)] if part.isdecimal() else []
    return terms


@lru_cache(REMEMBERED)
def analysed(text):
    """The `Token` of one match of `TOKEN`."""
    originals = tuple(part[:LONGEST].lower() for part in PART.findall(text))
    parts = tuple("".join(PART.findall(fold(word))) for word in originals)
    if any(letter.isdigit() for part in parts for letter in part):
        terms = tuple(dict.fromkeys(number_terms(parts)))
        return Token(terms, (), (), (), parts, " ".join(terms))
    pairs = list(zip(parts, originals, strict=True))
    terms = [term for pair in pairs for term in word_terms(*pair)]
    if len(parts) == 2:
        terms += stems("".join(parts))
    terms = tuple(dict.fromkeys(terms))
    forms = tuple(word if word == original else f"{word}|{original}" for word, original in pairs)
    return Token(terms, parts, originals, forms, (), " ".join(terms))


def tokens(text):
    """The `Token` of everything that is written in one go in a text, in order."""
    return list(map(analysed, TOKEN.findall(plain(text))))
