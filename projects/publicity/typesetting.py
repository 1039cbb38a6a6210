"""From a template and data to a PDF or a picture: made by typst, kept until the content changes.

The texts of editors reach typst as `data.json`, which the templates read as strings; nothing of
them is ever part of a template, so it cannot become code. Typst sees one new folder and nothing
else of the machine, and runs in a process of its own with limits of time and memory: a crash or
an endless loop ends that process and not the site. That costs 0.03 s of the 0.1–0.5 s.
"""

import fcntl
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from . import fonts

HERE = Path(__file__).parent
SECONDS = 20  # after which typesetting is given up
PATIENCE = 3  # seconds to wait for another sheet that is being made
KEPT = 400  # sheets; the ones longest not asked for go first


class Busy(Exception):
    """Other sheets are being made; asking again a little later will do."""


def folder():
    path = settings.DATA_DIR / "publicity"
    path.mkdir(parents=True, exist_ok=True)
    return path


def made(template, data, files, kind="pdf", dots=300):
    """Path of the sheet with this content; made now when it is not there yet.

    `files` are {name: bytes or path}; a path never changes what it holds. Raises `Busy`.
    """
    target = folder() / f"{content_hash(template, data, files)}.{kind}"
    if not is_there(target):
        with one_at_a_time():
            if not is_there(target):
                keep(target, typeset(template, data, files, kind, dots))
    return target


def is_there(target):
    """Whether a sheet is made already; it then counts as asked for now."""
    try:
        os.utime(target)
    except FileNotFoundError:
        return False
    return True


def keep(target, sheet):
    """Put a finished sheet into the folder, whole at once, and keep the folder small."""
    unfinished = target.with_suffix(".new")
    unfinished.write_bytes(sheet)
    unfinished.replace(target)
    sheets = sorted(folder().glob("*.p*"), key=lambda path: path.stat().st_mtime)
    for old in sheets[:-KEPT]:
        old.unlink(missing_ok=True)


def content_hash(template, data, files):
    """The same for the same content, whichever process asks."""
    asked = json.dumps([str(template), data], sort_keys=True)
    digest = hashlib.blake2b(asked.encode(), digest_size=16)
    for name in sorted(files):
        digest.update(name.encode())
        content = files[name]
        digest.update(content if isinstance(content, bytes) else str(content).encode())
    own = [template] if isinstance(template, Path) else []
    for source in [*own, *sorted(HERE.glob("*.typ"))]:
        digest.update(source.read_bytes())
    return digest.hexdigest()


@contextmanager
def one_at_a_time():
    """One sheet is made at a time, in all processes of the site; the others wait, not for long."""
    until = time.monotonic() + PATIENCE
    with (folder() / "lock").open("w") as lock:
        while True:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > until:
                    raise Busy from None
                time.sleep(0.05)
        yield


def typeset(template, data, files, kind="pdf", dots=300):
    """The bytes of the sheet; raises `CalledProcessError` or `TimeoutExpired`.

    `template` is the name of one of this folder, or the path of another app's.
    """
    source = template if isinstance(template, Path) else HERE / f"{template}.typ"
    with tempfile.TemporaryDirectory(prefix="publicity-") as place:
        place = Path(place)
        shutil.copy(source, place / "main.typ")
        for shared in ("common.typ", "letterhead.typ"):
            shutil.copy(HERE / shared, place)
        (place / "data.json").write_text(json.dumps(data))
        for name, content in files.items():
            data_of = content if isinstance(content, bytes) else content.read_bytes()
            (place / name).write_bytes(data_of)
        command = [sys.executable, "-I", HERE / "typeset.py", place, kind, str(dots)]
        command += fonts.folders()
        subprocess.run(  # noqa: S603 (our own program, no word of a text in its arguments)
            command, check=True, timeout=SECONDS, cwd=place, env={}, capture_output=True, text=True
        )
        return (place / f"out.{kind}").read_bytes()
