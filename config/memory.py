"""What processes of several threads, which live long, do with memory."""

import ctypes
import gc
from contextlib import suppress
from functools import wraps
from itertools import count

M_ARENA_MAX = -8  # of mallopt(3) in the GNU C library; others do not know it
SETTLED = 30, 1_000  # requests after which what a process needs to answer has been loaded
YOUNG = 20_000, 20, 50  # objects and rounds before each of the collector's generations is due
ROOM = 70_000  # values on the stack of a function, a little more than half of what is then taken


def roomy(function):
    """The function, with room for the frames of all that it calls.

    CPython keeps frames in pieces of 16 KB. Whenever the depth of calls passes the end of one it
    takes the next from the system, and gives it back on the way up: thousands of times for one
    page where a loop happens to lie at such a depth (python/cpython#142183, mended in the last of
    3.13 and 3.14). A frame that asks for 560 KB brings a piece of a megabyte, whose other half
    serves all that is called from it; what nobody writes to takes no memory.
    """

    @wraps(function)
    def call(*arguments, **options):
        return function(*arguments, **options)

    call.__code__ = call.__code__.replace(co_stacksize=ROOM)
    return call


def share_arenas(number=2):
    """Let all threads take memory from a few places.

    The GNU library gives each thread its own, and whatever a thread needed once, such as 15 MB for
    writing into the search index, stays there when it is given back.
    """
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).mallopt(M_ARENA_MAX, number)


def settle():
    """What has been loaded by now is not looked through for garbage any more.

    That would take a few hundredths of the time of a page; and after a fork it would write into
    each object, of which each process would then get a copy of its own.
    """
    gc.collect()
    gc.freeze()


class Settling:
    """Around an application: what the first requests have loaded is settled."""

    def __init__(self, application):
        self.application, self.turns = roomy(application), count(1)
        gc.set_threshold(*YOUNG)

    def __call__(self, *request):
        if next(self.turns) in SETTLED:
            settle()
        return self.application(*request)
