"""Uploaded files in a folder, as they are at one moment, and others beside them."""

import os
import shutil
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from .telling import say_nothing

LONG_AGO = 2 * 24 * 60 * 60  # seconds


@contextmanager
def working(kind):
    """A folder beside the uploaded files, so that they need no second room, and move in no time.

    What killed ones left two days ago goes.
    """
    settings.DATA_DIR.mkdir(parents=True, exist_ok=True)
    for left in (*settings.DATA_DIR.glob("backup-*"), *settings.DATA_DIR.glob("restore-*")):
        if time.time() - left.stat().st_mtime > LONG_AGO:
            shutil.rmtree(left, ignore_errors=True)
    place = Path(tempfile.mkdtemp(prefix=f"{kind}-", dir=settings.DATA_DIR))
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


def files(folder):
    """Every file below a folder, without links, in one order."""
    for path, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            found = folder.joinpath(path, name)
            if found.is_file() and not found.is_symlink():
                yield found


def is_empty():
    return not any(files(settings.MEDIA_ROOT))


def pin(folder, _tell=say_nothing):
    """Hold every uploaded file in `folder` by a second name, whatever is deleted meanwhile.

    Files come before the rows that name them and go after them. So those of just before and just
    after the dump are all that it names.
    """
    source = settings.MEDIA_ROOT
    for path in files(source):
        target = folder / path.relative_to(source)
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            hold(path, target)


def hold(path, target):
    try:
        os.link(path, target)
    except FileNotFoundError:
        pass  # deleted this moment
    except OSError:  # a file system without second names
        shutil.copy2(path, target)


def bring_in(new, _tell=say_nothing):
    """Add the files of `new` to the site's, all or none; a name never changes its content.

    Gives (paths that were not there, paths that `new` does not have).
    """
    root = settings.MEDIA_ROOT
    before, added, named = set(files(root)), [], set()
    try:
        for path in list(files(new)):
            target = root / path.relative_to(new)
            target.parent.mkdir(parents=True, exist_ok=True)
            named.add(target)
            if target not in before:
                added.append(target)
            shutil.move(path, target)
    except BaseException:
        remove(added)
        raise
    return added, sorted(before - named)


def remove(paths, _tell=say_nothing):
    for path in paths:
        path.unlink(missing_ok=True)
