"""What processes of several threads, which live long, do with memory."""

import ctypes
import gc
from contextlib import suppress
from itertools import count

M_ARENA_MAX = -8  # of mallopt(3) in the GNU C library; others do not know it
SETTLED = 30, 1_000  # requests after which what a process needs to answer has been loaded
YOUNG = 20_000, 20, 50  # objects and rounds before each of the collector's generations is due


def share_arenas(number=2):
    """Let all threads take memory from a few places.

    The GNU library gives each thread its own, and whatever a thread needed once, such as 15 MB for
    writing into the search index, stays there when it is given back.
    """
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).mallopt(M_ARENA_MAX, number)


class Settling:
    """Around an application: what is loaded by the first requests is not looked through for
    garbage again and again, which takes a few hundredths of the time of a page."""

    def __init__(self, application):
        self.application, self.turns = application, count(1)
        gc.set_threshold(*YOUNG)

    def __call__(self, *request):
        if next(self.turns) in SETTLED:
            gc.collect()
            gc.freeze()
        return self.application(*request)
