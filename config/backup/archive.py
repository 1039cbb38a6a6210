"""The tar inside a backup: written as a stream, read as a stream, every member proved."""

import hashlib
import io
import shutil
import tarfile
from pathlib import PurePosixPath

from core.speaking import gettext as _

from . import Failed
from .sealing import damaged

SUMS = "SHA256SUMS"
MANIFEST, SETTINGS, DATABASE, MEDIA = "manifest.json", "settings.env", "database.sql.gz", "media"
SINGLE = (MANIFEST, SETTINGS, DATABASE)
PART = 1 << 20  # bytes read at once


class Hashing:
    """A file that knows the digest of what was read of it or written to it."""

    def __init__(self, file):
        self.file, self.digest = file, hashlib.sha256()

    def read(self, size=-1):
        data = self.file.read(size)
        self.digest.update(data)
        return data


class Writer:
    """Adds members to a stream; `close`, or the end of `with`, writes their digests as the last."""

    def __init__(self, stream):
        self.tar = tarfile.open(fileobj=stream, mode="w|", format=tarfile.PAX_FORMAT)  # noqa: SIM115
        self.sums = []

    def __enter__(self):
        return self

    def __exit__(self, kind, *_error):
        if kind:
            self.tar.fileobj.closed = True  # else it writes once more when it is forgotten
        else:
            self.close()

    def add_bytes(self, name, data):
        self.add(name, io.BytesIO(data), len(data))

    def add_file(self, name, path):
        with path.open("rb") as file:
            self.add(name, file, path.stat().st_size)

    def add(self, name, file, size):
        info = tarfile.TarInfo(name)
        info.size, info.mode = size, 0o600
        source = Hashing(file)
        self.tar.addfile(info, source)
        self.sums.append(f"{source.digest.hexdigest()}  {name}\n")

    def close(self):
        self.add_bytes(SUMS, "".join(self.sums).encode())
        self.tar.close()


def extract(stream, folder, tell=lambda number, size: None):
    """Lay all members into `folder`; raises `Failed` unless each is there and as it was.

    `tell` is called with the number of files and of bytes so far.
    """
    sums, number, size = [], 0, 0
    try:
        with tarfile.open(fileobj=stream, mode="r|") as tar:
            for info in tar:
                source = Hashing(tar.extractfile(info) if info.isreg() else io.BytesIO())
                if info.name == SUMS:
                    if source.read().decode() != "".join(sums):
                        raise damaged()
                    return
                write(source, folder, info.name)
                sums.append(f"{source.digest.hexdigest()}  {info.name}\n")
                number, size = number + 1, size + info.size
                tell(number, size)
    except (tarfile.TarError, EOFError, UnicodeDecodeError):
        raise damaged() from None
    raise damaged()


def write(source, folder, name):
    """Write one member; its name must be one that a backup has."""
    parts = PurePosixPath(name).parts
    is_media = parts[:1] == (MEDIA,) and len(parts) > 1 and ".." not in parts
    if not is_media and name not in SINGLE:
        raise Failed(
            _("the file holds something that no backup has: %(name)s") % {"name": repr(name)}
        )
    target = folder.joinpath(*parts)
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("xb") as file:
        shutil.copyfileobj(source, file, PART)
