"""What a process remembers of pages until something changes: pieces of HTML, rows for all pages.

Only for visitors without a cookie, like the page cache: who edits sees every change at once.
"""

from sys import getsizeof

from django.utils.translation import get_language

from .watch import WATCH

MOST = 16_000_000  # bytes of things


def moves_for(request):
    """How often the content has changed, as far as this process was told; None for a request that
    looks for itself: while nobody tells, or once something has changed since the first question
    for it, as what it has read until then may be older."""
    if not is_of_anybody(request):
        return None
    began = vars(request).setdefault("began_at_move", WATCH.moves)
    return began if WATCH.is_listening and began == WATCH.moves else None


def is_of_anybody(request):
    """Whether it is of a visitor without a cookie, and reads nothing but what is committed.

    Forms and mails (whose request has no method) are drawn in the transaction that they change
    something in, previews from rows that are stored for a moment only.
    """
    is_reading = request is not None and request.method in ("GET", "HEAD")
    return is_reading and not request.COOKIES and not hasattr(request, "preview")


def piece(name, *values):
    """The key of a piece of a page in the active language."""
    return ("piece", name, get_language(), *map(str, values))


class Memory:
    """Things by their keys, for one state of the content: the newer ones, and older ones that stay
    only if somebody asks for them before there are as many newer ones again."""

    def __init__(self):
        self.state, self.size = (None, {}, {}), 0

    def things(self, request):
        """The two dicts of now; None when nothing may be remembered for this request."""
        now = moves_for(request)
        if now is None:
            return None
        moves, newer, older = self.state
        if moves != now or self.size >= MOST / 2:
            newer, older = {}, newer if moves == now else {}
            self.state, self.size = (now, newer, older), 0
        return newer, older

    def knows(self, request, key):
        """Whether a thing is remembered for this request."""
        things = self.things(request)
        return things is not None and any(key in part for part in things)

    def recall(self, request, key, make):
        """What `make` gave in this state of the content, else what it gives now."""
        return self.recall_all(request, [key], lambda _missing: {key: make()})[key]

    def recall_all(self, request, keys, make):
        """{key: thing}; `make` gives those that are missing, for a list of keys."""
        things = self.things(request)
        if things is None:
            return make(keys)
        newer, older = things
        found = {key: part[key] for part in (older, newer) for key in keys if key in part}
        missing = [key for key in keys if key not in found]
        found |= make(missing) if missing else {}
        fresh = {key: thing for key, thing in found.items() if key not in newer}
        if fresh and moves_for(request) is not None:  # else this is for the present page alone
            newer.update(fresh)
            self.size += sum(map(getsizeof, fresh.values()))
        return found


MEMORY = Memory()
