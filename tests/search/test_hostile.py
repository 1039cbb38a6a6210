"""Whatever is typed or imported is answered: no signs break a question or an index."""

import pytest

from tests.search.ram import Ram, texts


@pytest.fixture(scope="module")
def index():
    return texts("Viedie ciemi ir lauku kopienas.", "Projekts 19-00-A019.333-000005")


@pytest.mark.parametrize("words", ["", "  ", "…–!", "\0", "🙂", "\u0301", "-"])
def test_signs_are_no_question(index, words):
    assert index.question(words).is_empty
    assert index.found(words) == []


HOSTILE = [
    "\0" * 300,
    "a" * 5_000,
    ".*+?[]{}|\\^$(" * 20,
    "a.* b|c d\\",
    "🙂 ciems",
    "\u202eciems\u202c \u200bviedais",
    " ".join(f"w{place}" for place in range(100)),
    "1-" * 100,
    "a-" * 100,
    "x\u0301" * 80,
    "\ud800 ﷺ ½ ① ﬁ ß İ ı ſ",
    "٣٣٣ 年度 ไทย",
    "#5 | a|b",
    "O’Neill's AT&T C++ info@example.org",
]


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("typing", [False, True])
def test_any_signs_are_answered(index, words, typing):
    index.found(words, typing=typing)
    question = index.question(words, typing)

    assert len(question.groups) <= 10
    assert question.correction is None or len(question.correction) <= 400


@pytest.mark.parametrize("text", HOSTILE)
def test_any_signs_are_indexed(text):
    assert Ram([("row", text, text, text)]).found("nothing") == []
