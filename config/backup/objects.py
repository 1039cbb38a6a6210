"""Uploaded files in a bucket: what `media.py` does with a folder.

A bucket gives no second names to hold files by: they are fetched beside the backup, which needs
room for them in DATA_DIR once. What the storage says against it is an `OSError`.
"""

import hashlib
import shutil
from concurrent.futures import ThreadPoolExecutor

from django.core.files import File
from django.core.files.storage import default_storage

from core.speaking import gettext as _
from core.speaking import megabytes

from . import Failed
from .media import files
from .telling import say_nothing, so_far

AT_ONCE = 8  # small files take the storage longer than us
SPARE = 1_000_000_000  # bytes that stay free: a full disk would stop the site itself


def is_empty():
    return not default_storage.sizes()


def pin(folder, tell=say_nothing):
    """Fetch every uploaded file that is not in `folder` yet; see `media.pin`."""
    there = default_storage.sizes().items()
    wanted = {name: size for name, size in there if not folder.joinpath(name).exists()}
    folder.mkdir(parents=True, exist_ok=True)
    needed, free = sum(wanted.values()) + SPARE, shutil.disk_usage(folder).free
    if wanted and needed > free:
        said = _(
            "to fetch the files of the bucket, %(needed)s must be free on the disk of DATA_DIR,"
            " which has %(free)s"
        )
        raise Failed(said % {"needed": megabytes(needed), "free": megabytes(free)})
    for_each(lambda name: fetch(name, folder / name), wanted, _("fetched"), tell)


def fetch(name, path):
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        default_storage.fetch(name, path)
    except FileNotFoundError:
        path.unlink(missing_ok=True)  # deleted this moment


def bring_in(new, tell=say_nothing):
    """Add the files of `new` to the bucket, all or none; what is there is never written over.

    Gives (names that were not there, names that `new` does not have).
    """
    there = default_storage.sizes()
    sizes = {path.relative_to(new).as_posix(): path.stat().st_size for path in files(new)}
    check_same(new, {name: size for name, size in sizes.items() if name in there}, there, tell)
    added = {name: size for name, size in sizes.items() if name not in there}
    try:
        for_each(lambda name: upload(name, new / name), added, _("brought into the bucket"), tell)
    except BaseException:
        remove(added)
        raise
    return list(added), sorted(there.keys() - sizes.keys())


def check_same(new, common, there, tell):
    """A name never changes its content; where one did, the bucket is another site's."""

    def compare(name):
        with (new / name).open("rb") as file:
            own = hashlib.file_digest(file, "sha256").digest()
        if there[name] != common[name] or default_storage.digest(name) != own:
            said = _("the bucket has another file by the name %(name)s; restore into an empty one")
            raise Failed(said % {"name": name})

    for_each(compare, common, _("compared"), tell)


def upload(name, path):
    with default_storage.telling(), path.open("rb") as file:
        stored = default_storage.save(name, File(file))
        if stored != name:
            default_storage.delete(stored)
            said = _("the bucket cannot keep a file by the name %(name)s")
            raise Failed(said % {"name": name})


def remove(names, tell=say_nothing):
    def delete(name):
        with default_storage.telling():
            default_storage.delete(name)

    for_each(delete, dict.fromkeys(names, 0), _("deleted"), tell)


def for_each(work, sizes, done, tell):
    """Do `work` for each name, several at once; `tell` hears how many are done, and how much."""
    size, total = 0, sum(sizes.values())
    with ThreadPoolExecutor(AT_ONCE) as pool:
        ready = zip(sizes.values(), pool.map(work, sizes), strict=True)
        for number, (one, _none) in enumerate(ready, 1):
            size += one
            tell("\r" + so_far(done, number, len(sizes), size, total))
