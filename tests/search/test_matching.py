"""Questions as visitors type them: what they find, and what is told about them."""

import random

import pytest

from core.text import fold
from tests.search.declension import cases, municipalities
from tests.search.ram import Ram, texts

VILLAGES = "Viedie ciemi ir lauku kopienas, kas attīsta digitālus pakalpojumus."
MILL = "Apes vējdzirnavās salabots jumts un malšanas mehānisms."
LIBRARY = "Gulbenes novada bibliotēkās pieejami planšetdatori un e-pakalpojumi."
GROUPS = "Trīs vietējās rīcības grupas sagatavo mentorus Lubānas ezera krastos."
MUSEUM = "Сельский музей показывает, как пекли хлеб."
WOOL = "Sheep farmers and knitters design a route of wool mills; workshops in winter."
CYCLING = "Gar jūru izbūvēts veloceliņš līdz zvejnieku ciematam Jēkabpils pusē."
NUMBER = "19-00-A019.333-000005"
OTHER_NUMBER = "21-00-F043.0443-000019"


@pytest.fixture(scope="module")
def index():
    rows = [(text, "", text, "") for text in (MILL, LIBRARY, GROUPS, MUSEUM, WOOL, CYCLING)]
    return Ram(
        [
            *rows,
            (VILLAGES, "Viedie ciemi", VILLAGES, NUMBER),
            ("harbour", "Harbour", "Fishermen cook. EstLat301", OTHER_NUMBER),
        ]
    )


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("viedais ciems", VILLAGES),
        ("VIEDAJIEM CIEMIEM", VILLAGES),
        ("vejdzirnavas", MILL),
        ("bibliotekas", LIBRARY),
        ("музеи хлеба", MUSEUM),
        ("knitting knitter", WOOL),
        ("fisherman", "harbour"),
        ("viedie ciemi un", VILLAGES),
        # Compounds, together or not
        ("vēja dzirnavas", MILL),
        ("velo celiņi", CYCLING),
        ("e pakalpojums", LIBRARY),
        ("epakalpojumi", LIBRARY),
        ("e-pakalpojums", LIBRARY),
        ("zvejniekciemats", CYCLING),
        # Synonyms
        ("VRG", GROUPS),
        ("lag", GROUPS),
        ("local action groups", GROUPS),
        ("умные деревни", VILLAGES),
        ("smart village", VILLAGES),
        # Numbers
        (NUMBER, VILLAGES),
        ("19-00-A019.333-00", VILLAGES),
        ("A019.333", VILLAGES),
        ("333", VILLAGES),
        ("5", VILLAGES),
        ("19-0-A019.333-5", VILLAGES),
        ("1900A019333000005", VILLAGES),
        ("19–00–a019 333", VILLAGES),
        ("F043", "harbour"),
        ("000019", "harbour"),
        ("EstLat 301", "harbour"),
        ("estlat301", "harbour"),
        # Beginnings
        ("planšetd", LIBRARY),
        ("mehān", MILL),
        # Old ways of writing
        ("veejdziirnaavaas", MILL),
        ("digitaalus", VILLAGES),
        ("celinsh zhvejnieks", CYCLING),
    ],
)
def test_finds_what_was_meant_first(index, words, found):
    assert index.found(words)[0] == found


@pytest.mark.parametrize("words", ["333 443", "A019.443", "000005 000019", "9", "0"])
def test_a_number_is_not_found_by_what_only_looks_like_it(index, words):
    question = index.question(words)

    assert index.run(question, 10) == []


def test_all_words_are_needed_while_any_text_has_them(index):
    assert index.found("lauku kopienas") == [VILLAGES]
    assert set(index.found("lauku planšetdators")) == {VILLAGES, LIBRARY}


def test_full_matches_stay_first_when_some_words_are_enough():
    index = Ram(
        [
            ("full", "Cits", "Garš teksts, kur ir ciems, jūra un arī mežs " + "citur " * 50, ""),
            *[(place, "Jūra un mežs, jūra", "Jūra", "") for place in range(5)],
        ]
    )

    assert index.run(index.question("ciems jūra mežs").relaxed(), 10)[0] == "full"
    assert index.question("ciemi").relaxed() is None


def test_an_abbreviation_is_found_only_as_it_is():
    index = texts("Lauku atbalsta dienests", "LAD atbalsta", "Senās lādes un lades")

    assert set(index.found("lad")) == {"Lauku atbalsta dienests", "LAD atbalsta"}


def test_a_title_weighs_more_than_a_text():
    index = Ram(
        [
            ("text", "Cits", "Projekts par ciemu un laukiem kopā", ""),
            ("title", "Ciems", "Projekts par novadu un laukiem kopā", ""),
        ]
    )

    assert index.found("ciemi") == ["title", "text"]


def test_the_very_form_comes_before_a_like_word():
    index = texts("Svētki Priekulē un citur", "Svētki Priekuļos un citur")

    assert index.found("Priekuļos")[0] == "Svētki Priekuļos un citur"
    assert index.found("Priekulē")[0] == "Svētki Priekulē un citur"


@pytest.mark.parametrize(
    ("words", "correction"),
    [
        ("bibliotekaas", "bibliotēkās"),
        ("bibloteka", "bibliotēkās"),
        ("Jekabplis", "Jēkabpils"),
        ("dgitālus", "digitālus"),
        ("pkaalpojumi", "pakalpojumi"),
        ("mehanizms jumts", "mehānisms jumts"),
        ("knittters wool", "knitters wool"),
        ("музэй", "музей"),
        ("bibliotēka", None),
        ("biblioteka", None),
        ("VRG", None),
        ("zvejniekciemats", None),
        ("qqqqqqqq", None),
        ("333 viedie", None),
    ],
)
def test_a_correction_is_said_as_the_texts_write_it(index, words, correction):
    assert index.question(words).correction == correction


@pytest.mark.parametrize(("typed", "found"), [("vi", True), ("vied", True), ("v", False)])
def test_while_typing_the_last_word_may_go_on(index, typed, found):
    assert (VILLAGES in index.found(typed, typing=True)) is found


def test_without_typing_two_letters_are_no_beginning(index):
    assert index.found("vi") == []


def test_every_case_of_every_place_finds_all_the_others():
    names = {form: name for name in municipalities() for form in cases(name)}
    index = Ram([(form, "Projekts", f"Notikums {form} pusē", "") for form in names])
    missed = []
    for form, name in names.items():
        for words in (form, fold(form), form.upper()):
            others = set(cases(name)) - set(index.found(words, limit=20))
            missed += [(words, others)] if others else []

    assert missed == []


def misspelt(word, place, letter):
    yield word[:place] + word[place + 1 :]
    yield word[:place] + word[place] + word[place:]
    yield word[: place - 1] + word[place] + word[place - 1] + word[place + 1 :]
    yield word[:place] + letter + word[place + 1 :]


def test_places_are_found_with_a_letter_lost_doubled_swapped_or_wrong():
    dice = random.Random(7)
    names = [name for name in municipalities() if len(name) > 6]
    index = Ram([(name, "Projekts", f"Notikums {name} novadā", "") for name in names])
    tried = [
        (wrong, name)
        for name in names
        for wrong in misspelt(name, dice.randrange(1, len(name) - 2), dice.choice("aeiklmnrstv"))
    ]
    found = sum(name in index.found(wrong)[:3] for wrong, name in tried)

    assert found / len(tried) > 0.97
