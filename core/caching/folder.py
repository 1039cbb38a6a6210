"""The folder of the pages that are ready now, and the names of their files.

`pages/current` leads to it. A page is kept in the folder that was current before its first query;
when a change has made another folder current since, nobody reads it.
"""

import gzip
import os
import re
import shutil
import time
import zlib
from pathlib import Path
from threading import get_native_id

import brotli
from django.conf import settings

# The query string becomes a part of a file's name: no dot or slash can lead out of the folder.
QUERY = re.compile(r"[A-Za-z0-9=&%_+-]{0,200}")
# What other sites and newsletters put behind an address to count who comes by them.
MARKS = (
    r"(utm|mtm|pk)_[a-z_]+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|twclid|yclid|igshid|mc_[ce]id"
)
ENDINGS = (("br", ".br"), ("gzip", ".gz"), ("identity", ""))


def root():
    return Path(settings.DATA_DIR) / "pages"


def name_of(path, query):
    """The file of an address below the folder, as bytes; None for an address without one."""
    prefixes = tuple(f"/{code}/" for code, _name in settings.LANGUAGES)
    if not path.startswith(prefixes) or not path.endswith("/") or not QUERY.fullmatch(query):
        return None
    if "/." in path or "//" in path or "\0" in path or len(path) > 500:
        return None
    return f"{path[1:]}@{query}.html".encode("utf-8", "surrogateescape")


def without_marks(query):
    """A query string without the marks of others, which change nothing of a page."""
    parts = query.split("&")
    return "&".join(part for part in parts if not re.fullmatch(MARKS, part.partition("=")[0]))


def current():
    """The name of the folder that pages are kept in now; None before the first one."""
    try:
        return os.readlink(root() / "current")
    except OSError:
        return None


def move():
    """Begin an empty folder: whatever was kept is not sent any more.

    Raises `OSError` when the disk takes no folder; then there is none.
    """
    place, name = root(), f"{time.time_ns()}-{os.getpid()}"
    try:
        (place / name).mkdir(parents=True)
        link = place / f".{name}"
        link.symlink_to(name)
        link.replace(place / "current")
    except OSError:
        (place / "current").unlink(missing_ok=True)
        raise
    finally:  # on a full disk it makes room
        for old in place.glob("*"):
            if old.is_dir() and not old.is_symlink() and old.name < name:
                shutil.rmtree(old, ignore_errors=True)


def keep(folder, name, html):
    """Store a page in three forms, each whole or not at all.

    The time of the files is a number made of the page, and no time: nginx makes its ETag of it and
    the length. So no other page has the same one, and whoever has this page keeps it after changes
    of other pages.
    """
    place = os.fsencode(root() / folder) + b"/" + name
    forms = {
        b"": html,
        b".gz": gzip.compress(html, 6, mtime=0),
        b".br": brotli.compress(html, mode=brotli.MODE_TEXT, quality=6),
    }
    if folder != current():
        return
    mark = zlib.crc32(html) & 0x7FFFFFFF  # not every disk knows a later time than 2038
    os.makedirs(os.path.dirname(place), exist_ok=True)
    for ending, content in forms.items():
        new = place + b".%d-%d.new" % (os.getpid(), get_native_id())
        with open(new, "wb") as file:
            file.write(content)
        os.utime(new, (mark, mark))
        os.replace(new, place + ending)
