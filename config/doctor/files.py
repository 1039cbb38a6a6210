"""What lies on the disk: packages, prepared files, room, and whether files can be written."""

import re
import shutil
from importlib.metadata import PackageNotFoundError, version

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from config import prepare, static

from . import advice, fault, fine

PINNED = re.compile(r"^([\w-]+)(?:\[\w+\])?==([\w.]+)", re.MULTILINE)
LITTLE, VERY_LITTLE = 3e9, 5e8  # bytes


def packages():
    wanted = PINNED.findall((settings.BASE_DIR / "requirements.txt").read_text())
    wrong = [f"{name} {number}" for name, number in wanted if installed(name) != number]
    if wrong:
        yield advice(
            _("Other packages are installed than were tested; wanted: %(names)s.")
            % {"names": ", ".join(wrong)},
            ".venv/bin/pip install -r requirements.txt",
        )
    else:
        yield fine(_("The packages are those that were tested."))


def installed(name):
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def prepared():
    fonts = [prepare.FOLDER / "fonts" / f"{short}.woff2" for _p, _n, short, _e in prepare.FONTS]
    needed = [*fonts, prepare.FOLDER / "icons.svg", settings.DATA_DIR / static.MANIFEST]
    missing = [path.name for path in needed if not path.exists()]
    if missing:
        yield fault(
            _("Prepared files are missing: %(names)s.") % {"names": ", ".join(missing)},
            "manage.py prepare",
        )
    else:
        yield fine(_("Fonts, icons and static files are there."))


def translations():
    if old := stale_catalogues(settings.LOCALE_PATHS):
        yield fault(
            _("Translations are not up to date: %(names)s.") % {"names": ", ".join(old)},
            "manage.py prepare",
        )


def stale_catalogues(folders):
    """Languages whose texts are newer than what was made of them."""
    sources = [file for each in folders for file in each.glob("*/LC_MESSAGES/*.po")]
    pairs = [(source, source.with_suffix(".mo")) for source in sources]
    return [
        source.parts[-3]
        for source, made in pairs
        if not made.exists() or made.stat().st_mtime_ns < source.stat().st_mtime_ns
    ]


def uploads():
    """Write a small file where uploads go, and take it away again."""
    try:
        name = default_storage.save("doctor.txt", ContentFile(b"doctor"))
        default_storage.delete(name)
    except Exception as error:  # each storage has its own
        yield fault(
            _("Uploaded files cannot be stored: %(reason)s") % {"reason": error},
            _("Let the account of the site write to %(place)s.") % {"place": settings.MEDIA_ROOT},
        )
    else:
        yield fine(_("Uploaded files can be stored."))


def room():
    usage = shutil.disk_usage(settings.DATA_DIR)
    said = _("%(free)s GB of %(total)s GB are free.") % {
        "free": number_format(round(usage.free / 1e9, 1), 1),
        "total": number_format(round(usage.total / 1e9, 1), 1),
    }
    mend = _("Make room on the disk of DATA_DIR.")
    if usage.free < VERY_LITTLE:
        yield fault(said, mend)
    elif usage.free < LITTLE:
        yield advice(said, mend)
    else:
        yield fine(said)


CHECKS = (packages, prepared, translations, uploads, room)
