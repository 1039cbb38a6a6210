"""What an import tells people at its end: counts, and what needs a look."""

from collections import Counter

from core.speaking import gettext as _
from core.speaking import ngettext

from .ledger import CHANGED, DELETED, EDITED, NEW, SAME

MOST = 20  # examples of each kind
LEFT, FOUND, DECIDED, READ, SEEN = "left out", "found", "decided", "read anew", "seen"


def told(outcome, number):
    """Such as “3 new”. What is counted are pages, files and the like, feminine in Latvian."""
    said = {
        NEW: ngettext("%(number)d new", "%(number)d new", number),
        SAME: ngettext("%(number)d unchanged", "%(number)d unchanged", number),
        CHANGED: ngettext("%(number)d changed there", "%(number)d changed there", number),
        EDITED: ngettext(
            "%(number)d edited here and left alone", "%(number)d edited here and left alone", number
        ),
        DELETED: ngettext(
            "%(number)d deleted here and left out", "%(number)d deleted here and left out", number
        ),
        LEFT: ngettext("%(number)d left out", "%(number)d left out", number),
        FOUND: ngettext("%(number)d found here", "%(number)d found here", number),
        DECIDED: ngettext("%(number)d decided already", "%(number)d decided already", number),
        READ: ngettext("%(number)d read anew", "%(number)d read anew", number),
        SEEN: ngettext("on %(number)d page", "on %(number)d pages", number),
    }[outcome]
    return said % {"number": number}


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
            yield f"{what}: {', '.join(told(*each) for each in outcomes.items())}"
        for kind, sentence in self.sentences.items():
            subjects = self.found.get(kind, {})
            if subjects:
                yield ""
                yield f"{sentence} ({sum(map(len, subjects.values()))}):"
                yield from examples(subjects, len(subjects) if everything else MOST)


def examples(subjects, most):
    for subject, places in list(subjects.items())[:most]:
        named = list(dict.fromkeys(str(place) for place in places if place is not None))
        where = _("%(subject)s – in %(places)s") if named else "%(subject)s"
        about = {"subject": subject, "places": ", ".join(named[:3]) + more(named[3:])}
        yield f"  {where % about}"
    if len(subjects) > most:
        left = {"number": len(subjects) - most}
        yield "  " + _("… and %(number)d more (--report FILE writes them all)") % left


def more(names):
    return _(" and %(number)d more") % {"number": len(names)} if names else ""
