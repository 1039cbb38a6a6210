"""What is marked in a text, and which passage is shown."""

import pytest

from search.highlight import marked, snippet
from tests.search.ram import texts

TEXT = (
    "Ķekavas un Pierīgas viedajos ciemos (19-00-A019.333-000005) lieto e-pakalpojumus; "
    "vietējās rīcības grupas, LAG un EstLat301 brauc pa veloceliņu. Музеев много, knitters too."
)


@pytest.fixture(scope="module")
def index():
    return texts(TEXT)


def marks(pieces):
    return [piece for piece, is_mark in pieces if is_mark]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("kekava", ["Ķekavas"]),
        ("viedais ciems", ["viedajos", "ciemos"]),
        ("333", ["333"]),
        ("5", ["000005"]),
        ("A019.333", ["A019.333"]),
        ("19-00-A019.333-000005", ["19-00-A019.333-000005"]),
        ("1900A019333000005", ["19-00-A019.333-000005"]),
        ("19-00-A019.33", ["19-00-A019.333"]),
        ("301", ["301"]),
        ("estlat", ["EstLat301"]),
        ("epakalpojumi", ["e-pakalpojumus"]),
        ("pakalpojums", ["pakalpojumus"]),
        ("velo celiņš", ["veloceliņu"]),
        ("VRG", ["vietējās", "rīcības", "grupas", "LAG"]),
        ("pierigsa", ["Pierīgas"]),
        ("veloc", ["veloceliņu"]),
        ("музей", ["Музеев"]),
        ("knitter", ["knitters"]),
        ("un ciemi", ["ciemos"]),
        ("un", ["un", "un"]),
        ("zzzz", []),
        ("", []),
    ],
)
def test_marks_what_was_found(index, words, expected):
    assert marks(marked(TEXT, index.question(words))) == expected


@pytest.mark.parametrize("words", ["kekava ciems 333", "un", "", "(.*"])
def test_the_pieces_are_the_text(index, words):
    pieces = marked(TEXT, index.question(words))

    assert "".join(piece for piece, _ in pieces) == TEXT


def test_letters_with_marks_beside_them_are_marked(index):
    assert marks(marked("pie K\u0327ekavas", index.question("kekava"))) == ["Ķekavas"]


def test_the_passage_has_most_of_what_was_asked_for(index):
    filler = " ".join(["Garš ievads par citu lietu."] * 300)
    text = f"ciems {filler} Šeit viedie ciemi Ķekavas pusē. {filler} ciems"
    pieces = snippet(text, index.question("viedais ciems kekava"))
    shown = "".join(piece for piece, _ in pieces)

    assert marks(pieces) == ["viedie", "ciemi", "Ķekavas"]
    assert (shown[0], shown[-1]) == ("…", "…")
    assert len(shown) <= 222
    assert shown.strip("…") in text


def test_a_passage_is_cut_between_words(index):
    text = "garais vārds " * 50 + "Ķekava " + "garais vārds " * 50
    shown = "".join(piece for piece, _ in snippet(text, index.question("kekava")))

    assert set(shown.strip("…").split()) == {"garais", "vārds", "Ķekava"}


def test_a_passage_without_marks_is_the_beginning(index):
    text = "Pirmie vārdi. " + "Tālāk citi. " * 100

    assert snippet(text, index.question("zzzz"))[0][0].startswith("Pirmie vārdi.")


def test_a_short_text_is_shown_whole(index):
    assert snippet("Īss teksts", index.question("zzzz")) == [("Īss teksts", False)]
    assert snippet("", index.question("zzzz")) == []


def test_one_long_word_is_cut(index):
    pieces = snippet("a" * 5_000, index.question("zzzz"))

    assert sum(len(piece) for piece, _ in pieces) <= 222


@pytest.mark.parametrize("text", ["\0", "🙂" * 500, "1-" * 5_000, "\u0301" * 500, "\ud800"])
def test_any_text_is_marked(index, text):
    for words in ("kekava 333", "1", "un"):
        assert isinstance(snippet(text, index.question(words)), list)
