"""What an import tells people at its end: counts, and what needs a look."""

from collections import Counter

MOST = 20  # examples of each kind


class Notes:
    """Counts of outcomes, and things noticed with the places where they stand."""

    def __init__(self, sentences):
        self.sentences = sentences  # {kind: what is said above its examples}
        self.outcomes = Counter()
        self.found = {}

    def count(self, what, outcome):
        self.outcomes[what, outcome] += 1

    def add(self, kind, subject, place=None):
        """`place` is whatever was being read; its text tells where."""
        self.found.setdefault(kind, {}).setdefault(str(subject), []).append(place)

    def table(self):
        """{what: {outcome: number}} in the order in which they came."""
        found = {}
        for (what, outcome), number in self.outcomes.items():
            found.setdefault(what, {})[outcome] = number
        return found

    def lines(self, everything=False):
        for what, outcomes in self.table().items():
            told = ", ".join(f"{number} {outcome}" for outcome, number in outcomes.items())
            yield f"{what}: {told}"
        for kind, sentence in self.sentences.items():
            subjects = self.found.get(kind, {})
            if subjects:
                yield ""
                yield f"{sentence} ({sum(map(len, subjects.values()))}):"
                yield from examples(subjects, len(subjects) if everything else MOST)


def examples(subjects, most):
    for subject, places in list(subjects.items())[:most]:
        named = list(dict.fromkeys(str(place) for place in places if place is not None))
        more = f" and {len(named) - 3} more" if len(named) > 3 else ""
        yield f"  {subject}" + (f" – in {', '.join(named[:3])}{more}" if named else "")
    if len(subjects) > most:
        yield f"  … and {len(subjects) - most} more (--report FILE writes them all)"
