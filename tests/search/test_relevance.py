"""The judged questions: what a visitor would want is found, and little else."""

import json
from pathlib import Path

import pytest

from tests.search.ram import Ram

JUDGED = json.loads((Path(__file__).parent / "relevance.json").read_text())
FIRST = 10  # results that a visitor looks at


@pytest.fixture(scope="module")
def answers():
    """[(question as judged, the first results without the borderline ones)]."""
    rows = [(row["id"], row["title"], row["text"], row["number"]) for row in JUDGED["documents"]]
    index = Ram(rows)
    return [
        (
            question,
            [
                key
                for key in index.found(question["query"], limit=FIRST + len(question["neutral"]))
                if key not in question["neutral"]
            ][:FIRST],
        )
        for question in JUDGED["queries"]
    ]


def mean(values):
    values = list(values)
    return sum(values) / len(values)


def test_nearly_everything_wanted_is_among_the_first_ten(answers):
    recall = mean(
        len(set(found) & set(question["relevant"])) / min(FIRST, len(question["relevant"]))
        for question, found in answers
    )

    assert recall >= 0.97


def test_hardly_any_question_stays_without_an_answer(answers):
    assert mean(not found for _, found in answers) <= 0.02


def test_little_among_the_first_ten_is_unwanted(answers):
    noise = mean(len(set(found) - set(question["relevant"])) for question, found in answers)

    assert noise <= 0.4


def test_what_is_wanted_comes_first(answers):
    assert mean(found[:1] and found[0] in question["relevant"] for question, found in answers) > 0.9
