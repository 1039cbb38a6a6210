"""Words that fall as in real texts: few are everywhere, most are rare (Zipf and Mandelbrot).

At the head stand real words of rural cooperation in their forms, after them made-up ones that
are inflected like Latvian or English. About 30,000 Latvian and 20,000 English words.
"""

import random
from functools import cache

from core.text import fold

LATVIAN, ENGLISH = 30_000, 20_000
FLAT = 8  # Mandelbrot's shift: how flat the head is
POOL = 1 << 18  # draws are made from a list in which a word stands as often as it is frequent
SENTENCE = 11  # words

LATVIAN_SMALL = "un ir ar par no uz ka lai kā arī pie pēc pa gan to tas kas bet vai līdz".split()
ENGLISH_SMALL = "the of and to in for with on by from as at is are that this its a an or".split()
# Stems of each declension; all forms of a word stand near each other in frequency.
FIRST = (
    "projekt ciem novad pagast atbalst uzņēmum produkt tūrism amatniek speciālist dalībniek krast"
    " dārz skat stāst muzej laik darb gad rezultāt pasākum seminār plān fond mērķ centr festivāl"
)
FOURTH = (
    "sadarbīb partnerīb kopien iniciatīv programm grup apmācīb dab skol kultūr sabiedrīb attīstīb"
    " pilsēt teritorij stratēģij darbnīc vērtīb ainav tradīcij platform zivsaimniecīb enerģij"
    " lauksaimniecīb mežsaimniecīb inovācij pārvaldīb ražošan izglītīb māksl"
)
FIFTH = "zem jaunatn up izstād pieredz piekrast vid ražotn aktivitāt pil egl saul laim"
LATVIAN_AS_THEY_ARE = (
    "viedie viedo viedajiem ciemi starptautiskā starptautisks vietējā vietējo vietējie lauku"
    " Latvijas Eiropas Savienības kopā jauni jaunu jaunie ilgtspējīga ilgtspējīgu zaļā digitālā"
    " pārrobežu starpteritoriālā iedzīvotāji iedzīvotāju uzņēmēji uzņēmēju amatnieki mājražotāji"
    " tirdzniecība veicināt attīstīt radīt īstenot iepazīt stiprināt popularizēt seminārs"
)
ENGLISH_NOUNS = (
    "project village partner region producer craft market school museum landscape coast workshop"
    " exchange product visitor farmer river forest skill service network fund result event training"
    " resource programme resident"
)
ENGLISH_AS_THEY_ARE = (
    "cooperation smart rural local young people development heritage tourism fisheries sustainable"
    " innovation transnational partnership European Latvia Latvian joint common green digital new"
    " together food culture nature energy learning entrepreneurship international experience"
    " community communities territory territories activity activities strategy municipality"
)
ENDINGS = {
    FIRST: "s a u i am iem us ā os".split(),
    FOURTH: "a as u ai ām ā ās".split(),
    FIFTH: "e es i ei ēm ē ēs".split(),
    ENGLISH_NOUNS: ["", "s"],
}
LATVIAN_ENDINGS = (ENDINGS[FIRST], ENDINGS[FOURTH], ENDINGS[FIFTH], "ot oja ojot ošana".split())
ENGLISH_ENDINGS = (["", "s", "ed", "ing"], ["y", "ies"], ["er", "ers"], ["tion", "tions"])
ONSETS = "b d g k l m n p r s t v z š ž č ķ ģ ļ ņ st sp kr br gr pl tr sk vl dz".split()
VOWELS = "a e i u ā ē ī ū o ie au ai ei".split()
CODAS = "b d g k l m n p r s t v z š ļ ņ st rt lk nd rb".split()
ENGLISH_ONSETS = "b d f g h j l m n p r s t w st sh ch th cr br gl pl tr sp".split()
ENGLISH_VOWELS = "a e i o u ea ou ai oo ee".split()


def seeded(name):
    """Random numbers that are the same in every run."""
    return random.Random(name)  # noqa: S311 (content, not secrets)


def inflected(stems):
    """The forms of some words, the most usual form of each word first."""
    return [stem + ending for ending in ENDINGS[stems] for stem in stems.split()]


def made_up(rng, onsets, vowels, endings):
    """Words without end: a stem of one to three syllables in all its forms."""
    while True:
        syllables = rng.choice((1, 2, 2, 3))
        start = "".join(rng.choice(onsets) + rng.choice(vowels) for _each in range(syllables))
        stem = start + rng.choice(CODAS if onsets is ONSETS else "dglmnprstvk")
        yield from (stem + ending for ending in rng.choice(endings))


def vocabulary(size, real, more):
    """`size` different words by falling frequency; real ones first."""
    words = dict.fromkeys(real)
    while len(words) < size:
        words[next(more)] = None
    return list(words)


class Language:
    """Texts of one language; `ranks` gives the place of a word, 0 the most frequent one."""

    def __init__(self, words):
        self.words, self.ranks = words, {word: rank for rank, word in enumerate(words)}
        total = sum(1 / (rank + FLAT) for rank in range(len(words)))
        self.pool = [
            word
            for rank, word in enumerate(words)
            for _each in range(max(1, round(POOL / (rank + FLAT) / total)))
        ]
        self.folded = {word: fold(word) for word in words}

    def draw(self, rng, number):
        return rng.choices(self.pool, k=number)

    def title(self, words):
        line = " ".join(words)
        return line[0].upper() + line[1:]

    def text(self, rng, number):
        """Sentences of eleven words."""
        words = self.draw(rng, number)
        starts = range(0, number, SENTENCE)
        return " ".join(self.title(words[at : at + SENTENCE]) + "." for at in starts)

    def slug(self, words, number):
        """An address that is unique through its number."""
        return "-".join([*(self.folded[word] for word in words[:4]), str(number)])


@cache
def latvian():
    real = [*LATVIAN_SMALL, *LATVIAN_AS_THEY_ARE.split()]
    for forms in zip(*(chunks(inflected(stems)) for stems in (FIRST, FOURTH, FIFTH)), strict=False):
        real += [word for chunk in forms for word in chunk]
    more = made_up(seeded("latvian"), ONSETS, VOWELS, LATVIAN_ENDINGS)
    return Language(vocabulary(LATVIAN, real, more))


def chunks(words, size=30):
    return [words[at : at + size] for at in range(0, len(words), size)]


@cache
def english():
    real = [*ENGLISH_SMALL, *ENGLISH_AS_THEY_ARE.split(), *inflected(ENGLISH_NOUNS)]
    more = made_up(seeded("english"), ENGLISH_ONSETS, ENGLISH_VOWELS, ENGLISH_ENDINGS)
    return Language(vocabulary(ENGLISH, real, more))


def name_of_place(rng, suffixes=("pils", "kalns", "upe", "mala", "nieki", "gals", "sala", "ava")):
    """A made-up name of a place or an organisation."""
    syllables = (rng.choice(ONSETS) + rng.choice(VOWELS) for _each in range(rng.choice((1, 2, 2))))
    return ("".join(syllables) + rng.choice(suffixes)).capitalize()
