"""For what happens by itself: a thread, another process."""

import time


def wait_until(it_is):
    """Until `it_is()`; a minute or two is no mistake of what is waited for."""
    until = time.monotonic() + 120
    while not it_is():
        assert time.monotonic() < until
        time.sleep(0.01)
