"""Words as terms: forms of one word share a stem, numbers are found by their parts."""

import pytest

from core.text import fold
from search.analysis import LONGEST, analysed, own_stem, stems, tokens
from tests.search.declension import cases, municipalities


def shared(words):
    """The stems that all of the words have."""
    return set.intersection(*(set(analysed(word).terms) for word in words.split()))


@pytest.mark.parametrize(
    "words",
    [
        "viedais viedā viedie viedo viedajiem viedajās vieds",
        "ciems ciema ciemam ciemu ciemā ciemi ciemiem ciemos",
        "jaunietis jaunieša jaunieši jauniešu jauniešiem",
        "skolotājs skolotāja skolotāji skolotājiem skolotājas skolotājai",
        "ēdājs ēdāja ēdāji ēdāju ēdājiem",
        "aitkopis aitkopja aitkopji aitkopjiem",
        "upe upes upju upēm upēs",
        "zivs zivis zivju zivīm",
        "biedrība biedrības biedrībai biedrību biedrībās",
        "uzņēmējs uzņēmēji uzņēmējiem uzņēmēju",
        "bibliotēka bibliotēkās bibliotekas BIBLIOTĒKU",
        "ūdens ūdeņi ūdeņiem",
        "gulbis gulbja gulbji gulbjiem",
        "vietējais vietējā vietējās vietējiem vietējajiem vietējo",
        "Rugāji Rugājos Rugājiem",
        "knitter knitters",
        "village villages",
        "fisherman fishermen",
        "repair repairing repaired repairs",
        "child children",
        "музей музея музеи музеев музеях",
        "деревня деревни деревню деревень",
        "ремесло ремёсла ремесел",
        "ёлка елка ёлки",
    ],
)
def test_forms_of_a_word_share_a_stem(words):
    assert shared(words)


@pytest.mark.parametrize("genitive", municipalities())
def test_cases_of_a_place_share_a_stem_with_and_without_diacritics(genitive):
    forms = cases(genitive)

    assert len({own_stem(fold(form)) for form in forms}) == 1
    assert shared(" ".join([*forms, *map(fold, forms), forms[0].upper()]))


@pytest.mark.parametrize(
    ("one", "other"), [("skola", "skals"), ("vieds", "vids"), ("jūra", "gads"), ("rags", "ragana")]
)
def test_different_words_stay_apart(one, other):
    assert not shared(f"{one} {other}")


def test_russian_letters_are_not_folded_away():
    assert fold("Музей ЁЛКА") == "музей елка"


def test_a_word_with_latvian_letters_has_no_english_stem():
    assert analysed("ķekavas").terms == ("kekav",)
    assert stems("kekavas") == ("kekav", "kekava")


def test_a_number_is_found_whole_by_its_parts_and_without_zeros():
    terms = analysed("19-00-A019.333-000005").terms

    assert {"1900a019333000005", "a019", "333", "000005", "#5", "019"} <= set(terms)


def test_words_written_together_are_words_and_one():
    token = analysed("e-pakalpojumi")

    assert {"e", "pakalpojum", "epakalpojum"} <= set(token.terms)
    assert token.words == ("e", "pakalpojumi")


def test_letters_with_marks_beside_them_and_invisible_signs_are_the_same_word():
    assert tokens("K\u0327eka\u00advas \u202eciems\u202c") == tokens("Ķekavas ciems")


def test_the_words_are_kept_with_their_diacritics():
    assert analysed("Ķekavas").forms == ("kekavas|ķekavas",)
    assert analysed("Ogre").forms == ("ogre",)


def test_nothing_longer_than_a_word_is_kept():
    assert max(map(len, analysed("ā" * 10_000).terms)) <= LONGEST


@pytest.mark.parametrize("text", ["", "\0", "–…„”", "🙂", "\u0301", "\ud800", "| # |"])
def test_signs_are_no_words(text):
    assert tokens(text) == []
