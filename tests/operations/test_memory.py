"""What web processes do with memory: no garbage is looked for in what stays, frames have room."""

import gc
import os
import resource
import subprocess
import sys

from config import memory

# What only some pages need, with whatever these bring along.
LARGE = {"openpyxl", "numpy", "lxml", "cryptography", "rdflib", "pypdf"}


def test_what_the_first_requests_loaded_is_let_alone():
    before, loaded = gc.get_threshold(), []
    try:
        application = memory.Settling(loaded.append)
        for number in range(memory.SETTLED[0] - 1):
            application({number: []})
        frozen = gc.get_freeze_count()
        application({})
    finally:
        gc.set_threshold(*before)

    assert len(loaded) == memory.SETTLED[0]
    assert frozen < gc.get_freeze_count()
    assert not any(each is loaded for each in gc.get_objects())


def faults(function):
    """How often the system had to find memory while it ran."""
    before = resource.getrusage(resource.RUSAGE_THREAD).ru_minflt
    function()
    return resource.getrusage(resource.RUSAGE_THREAD).ru_minflt - before


def go_down(depth, turns):
    """Call and return so often at a depth of calls."""
    if depth:
        return go_down(depth - 1, turns)
    for _turn in range(turns):
        leaf()
    return None


def leaf():
    return None


leaf.__code__ = leaf.__code__.replace(co_stacksize=50)  # larger than the frames of the way down


def test_frames_have_room_however_deep_the_calls_lie():
    """Without it some depth has a fault in each turn (python/cpython#142183)."""

    @memory.roomy
    def at_every_depth():
        return max(faults(lambda depth=depth: go_down(depth, 200)) for depth in range(150))

    assert at_every_depth() < 100
    assert at_every_depth.__name__ == "at_every_depth"


def test_large_libraries_wait_until_somebody_needs_them():
    ask = f"import sys, django; django.setup(); print(sorted({LARGE} & set(sys.modules)))"
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "config.settings"}
    told = subprocess.run(  # noqa: S603 (this interpreter)
        [sys.executable, "-c", ask], env=environment, capture_output=True, text=True, check=True
    )

    assert told.stdout.strip() == "[]"
