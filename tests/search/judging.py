"""Judged questions: documents, and what of them a visitor would want to see."""

import json
from pathlib import Path

JUDGED = json.loads((Path(__file__).parent / "relevance.json").read_text())
FIRST = 10  # results that a visitor looks at


def answers_of(find):
    """[(question as judged, the first results without the borderline ones)].

    `find` is given the words and a number of results, and gives keys of documents in order.
    """
    found = []
    for question in JUDGED["queries"]:
        keys = find(question["query"], FIRST + len(question["neutral"]))
        found.append((question, [key for key in keys if key not in question["neutral"]][:FIRST]))
    return found


def recall(answers):
    return mean(
        len(set(found) & set(question["relevant"])) / min(FIRST, len(question["relevant"]))
        for question, found in answers
    )


def unanswered(answers):
    return mean(not found for _question, found in answers)


def noise(answers):
    """Unwanted documents among the first ten of a question, on average."""
    return mean(len(set(found) - set(question["relevant"])) for question, found in answers)


def mean(values):
    values = list(values)
    return sum(values) / len(values)
