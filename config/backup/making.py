"""Make a backup."""

import json
import os
from contextlib import contextmanager, nullcontext

from django.utils import timezone
from pyrage import EncryptError

from core.speaking import gettext as _
from core.speaking import megabytes

from . import Failed, contents, dumping, keeping, sealing
from .archive import DATABASE, MANIFEST, MEDIA, SETTINGS, Writer
from .media import files, working
from .telling import say_nothing, so_far
from .uploads import store


def make(folder, password="", tell=say_nothing):
    """Write one file into `folder` and give its path; raises `Failed`, and then there is none.

    `tell` hears what is being done. The file can be read by this account of the system alone.
    """
    target = folder / keeping.new_name(bool(password), timezone.now())
    part = target.with_suffix(".part")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with working("backup") as place, private(part) as file:
            gather(place, tell)
            with sealing.sealed(file, password) if password else nullcontext(file) as stream:
                write(stream, place, tell)
            file.flush()
            os.fsync(file.fileno())
            part.rename(target)
    except (OSError, EncryptError) as error:
        told = _("the backup could not be written: %(reason)s")
        raise Failed(told % {"reason": error}) from None
    return target


@contextmanager
def private(path):
    """A new file that only its owner reads; gone at the end, unless it has got another name."""
    with open(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "r+b") as file:
        try:
            yield file
        finally:
            path.unlink(missing_ok=True)


def gather(place, tell):
    """The database and the uploaded files as they are at one moment."""
    store().pin(place / MEDIA, tell)
    dumping.dump(place / DATABASE)
    tell(_("database: %(size)s") % {"size": megabytes((place / DATABASE).stat().st_size)})
    store().pin(place / MEDIA, tell)


def write(stream, place, tell):
    paths = list(files(place / MEDIA))
    size = sum(path.stat().st_size for path in paths)
    told = json.dumps(contents.manifest(len(paths), size), indent=1)
    kept = contents.as_environment(contents.site_settings())
    done = 0
    with Writer(stream) as writer:
        writer.add_bytes(MANIFEST, told.encode())
        writer.add_bytes(SETTINGS, kept.encode())
        writer.add_file(DATABASE, place / DATABASE)
        for number, path in enumerate(paths, 1):
            writer.add_file(path.relative_to(place).as_posix(), path)
            done += path.stat().st_size
            path.unlink()  # so that fetched files and the backup need no room at the same time
            tell("\r" + so_far(_("files"), number, len(paths), done, size))
