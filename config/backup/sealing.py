"""Encryption with a password, by age (age-encryption.org): streams, in parts that are each proved.

The file is a tar of `key.age`, a key that the password opens, and `content.age`, which that key
opens. Without us: `tar -xf FILE && age -d -i key.age content.age | tar -x`.
"""

import os
import tarfile
import threading
from contextlib import contextmanager

from pyrage import DecryptError, EncryptError, decrypt_io, encrypt_io, passphrase, x25519

from core.speaking import gettext as _

from . import Failed

KEY, CONTENT = "key.age", "content.age"
BLOCK = tarfile.BLOCKSIZE
MOST_KEY = 4096  # bytes; it has some 250


def damaged():
    return Failed(_("the file is damaged or not complete"))


@contextmanager
def sealed(file, password):
    """A stream to write to; what is written stands encrypted in `file` at the end."""
    identity = x25519.Identity.generate()
    key = passphrase.encrypt(f"{identity}\n".encode(), password)
    file.write(header(KEY, len(key)) + key + padding(len(key)))
    start = file.tell()
    file.write(bytes(BLOCK))  # the header, once the size is known
    with beside(lambda source: encrypt_io(source, file, [identity.to_public()]), "wb") as stream:
        yield stream
    size = file.tell() - start - BLOCK
    file.write(padding(size) + bytes(2 * BLOCK))
    file.seek(start)
    file.write(header(CONTENT, size))
    file.seek(0, os.SEEK_END)


def header(name, size):
    info = tarfile.TarInfo(name)
    info.size, info.mode = size, 0o600
    return info.tobuf(tarfile.GNU_FORMAT)


def padding(size):
    return bytes(-size % BLOCK)


@contextmanager
def beside(work, mode):
    """A stream whose other end `work` has, in a thread of its own; what it raised is raised here.

    `mode` is `wb` for what `work` reads, `rb` for what it writes, which must be right to its end.
    """
    ends = [os.fdopen(end, kind) for end, kind in zip(os.pipe(), ("rb", "wb"), strict=True)]
    ours, other = ends if mode == "rb" else reversed(ends)
    errors = []

    def run():
        with other:
            try:
                work(other)
            except Exception as error:
                errors.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    try:
        with ours:
            yield ours
            while mode == "rb" and ours.read(1 << 16):
                pass
    except BrokenPipeError:
        if not errors:
            raise
    finally:
        thread.join()
    if errors:
        raise errors[0]


def is_sealed(path):
    """Whether a password opens the file; raises `Failed` when it is no backup at all."""
    try:
        with tarfile.open(path, "r:") as outer:
            return outer.next().name == KEY
    except (tarfile.TarError, AttributeError):
        told = _("%(name)s is no backup of this software")
        raise Failed(told % {"name": path.name}) from None
    except OSError as error:
        told = _("%(name)s cannot be read: %(reason)s")
        raise Failed(told % {"name": path, "reason": error.strerror}) from None


@contextmanager
def unsealed(path, password):
    """The stream that `sealed` was given; raises `Failed` for a wrong password or a damage."""
    with tarfile.open(path, "r:") as outer:
        identity = opened(outer.extractfile(outer.next()).read(MOST_KEY), password)
        content = outer.next()
        if content is None or content.name != CONTENT:
            raise damaged()
        source = outer.extractfile(content)
        try:
            with beside(lambda stream: decrypt_io(source, stream, [identity]), "rb") as stream:
                yield stream
        except (DecryptError, EncryptError, OSError, tarfile.TarError):
            raise damaged() from None


def opened(key, password):
    try:
        return x25519.Identity.from_str(passphrase.decrypt(key, password).decode().strip())
    except DecryptError:
        raise Failed(_("the password does not open this file")) from None
