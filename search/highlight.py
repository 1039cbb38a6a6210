"""Texts as pieces, with the words that meet a question told apart; HTML is made elsewhere."""

from itertools import islice

from .analysis import plain

MOST_MARKS = 300  # in one text
AROUND = 60  # letters before the first mark of a passage


def marked(text, question):
    """[(piece, whether it meets the question)]; the pieces joined are the text."""
    text = plain(text)
    return pieces(text, islice(question.wanted.marks(text), MOST_MARKS), 0, len(text))


def snippet(text, question, length=220):
    """The passage with the most of what was asked for, as `marked` gives it.

    It is cut between words, about `length` letters long, with … where the text goes on.
    """
    text = " ".join(plain(text).split())
    marks = list(islice(question.wanted.marks(text), MOST_MARKS))
    start, end = passage(text, marks, length)
    result = pieces(text, marks, start, end)
    return [
        *([("…", False)] if start else []),
        *result,
        *([("…", False)] if end < len(text) else []),
    ]


def pieces(text, marks, start, end):
    """The marks between two places, and what stands between them."""
    result, place = [], start
    for first, last, _ in marks:
        if first < place or last > end:
            continue
        if first > place:
            result.append((text[place:first], False))
        result.append((text[first:last], True))
        place = last
    if place < end:
        result.append((text[place:end], False))
    return result


def passage(text, marks, length):
    """(Start, end) of the passage with the most different words asked for, then the most."""
    best, chosen = (0, 0), 0
    for index, (first, _, _) in enumerate(marks):
        limit = first + length - AROUND
        inside = [reason for _, last, reason in marks[index : index + 40] if last <= limit]
        if (len(set(inside)), len(inside)) > best:
            best, chosen = (len(set(inside)), len(inside)), first
    start = max(0, min(chosen - AROUND, len(text) - length))
    if start:
        start = text.find(" ", start - 1, max(start, chosen)) + 1 or start
    end = min(len(text), start + length)
    if end < len(text):
        end = max(text.rfind(" ", start, end + 1), start) if " " in text[start:end] else end
    return start, end
