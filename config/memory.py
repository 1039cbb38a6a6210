"""How the C library shares out memory in processes of several threads."""

import ctypes
from contextlib import suppress

M_ARENA_MAX = -8  # of mallopt(3) in the GNU C library; others do not know it


def share_arenas(number=2):
    """Let all threads take memory from a few places.

    The GNU library gives each thread its own, and whatever a thread needed once, such as 15 MB for
    writing into the search index, stays there when it is given back.
    """
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).mallopt(M_ARENA_MAX, number)
