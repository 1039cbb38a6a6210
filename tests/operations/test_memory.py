"""A web process stops looking for garbage among what it has loaded."""

import gc

from config import memory


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
