"""The judged questions: what a visitor would want is found, and little else."""

import pytest

from tests.search.judging import JUDGED, answers_of, mean, noise, recall, unanswered
from tests.search.ram import Ram


@pytest.fixture(scope="module")
def answers():
    rows = [(row["id"], row["title"], row["text"], row["number"]) for row in JUDGED["documents"]]
    return answers_of(Ram(rows).found)


def test_nearly_everything_wanted_is_among_the_first_ten(answers):
    assert recall(answers) >= 0.97


def test_hardly_any_question_stays_without_an_answer(answers):
    assert unanswered(answers) <= 0.02


def test_little_among_the_first_ten_is_unwanted(answers):
    assert noise(answers) <= 0.4


def test_what_is_wanted_comes_first(answers):
    assert mean(found[:1] and found[0] in question["relevant"] for question, found in answers) > 0.9
