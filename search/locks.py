"""One process at a time, by lock files; the system lets go of them when a process ends."""

import fcntl
import time
from contextlib import contextmanager


@contextmanager
def locked(folder, name, patience):
    """Hold a lock file; False when another process has held it for `patience` seconds.

    Without a folder there is no other process.
    """
    if folder is None:
        yield True
        return
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / f"{name}.lock").open("w") as file:
        until = time.monotonic() + patience
        while True:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() >= until:
                    yield False
                    return
                time.sleep(0.005)
        yield True
