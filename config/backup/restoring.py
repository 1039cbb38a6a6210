"""Bring a site back from a backup: first everything beside the present one, then the change."""

import os

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import connection
from django.utils import timezone

from config import demo
from core.speaking import gettext as _
from core.speaking import megabytes, ngettext

from . import Failed, archive, contents, dumping, sealing
from .archive import DATABASE, MANIFEST, MEDIA, SETTINGS
from .media import working
from .telling import say_nothing
from .uploads import store

RESTORED = "restored.env"
OWN = ("secret_key", RESTORED)


def is_live():
    """Whether there is a site here that a restore would put another one in the place of."""
    if "django_migrations" not in connection.introspection.table_names():
        try:
            return not store().is_empty()
        except OSError as error:
            told = _("the uploaded files cannot be seen: %(reason)s")
            raise Failed(told % {"reason": error}) from None
    return get_user_model().objects.exists() or not demo.is_empty()


def restore(path, password="", tell=say_nothing):
    """Put the site of the backup in the place of this one, if any; gives its manifest.

    Raises `Failed`, and then nothing has changed; `OSError` when the site is there but something of
    the one before could not be cleared. `tell` hears what is being done.
    """
    if not dumping.may_load():
        raise Failed(
            _("the database's account must own the schema public and have the right CREATE")
        )
    with working("restore") as place:
        try:
            unpack(path, password, place, tell)
            found = contents.read_manifest((place / MANIFEST).read_text())
            old, superseded = change_over(place, tell)
        except OSError as error:
            told = _("the backup could not be unpacked: %(reason)s")
            raise Failed(told % {"reason": error}) from None
        for name in OWN:
            (place / name).replace(settings.DATA_DIR / name)
    dumping.drop(old)
    store().remove(superseded, tell)
    return found


def unpack(path, password, place, tell):
    def progress(number, size):
        told = ngettext(
            "unpacked: %(number)d file, %(size)s", "unpacked: %(number)d files, %(size)s", number
        )
        tell("\r" + told % {"number": number, "size": megabytes(size)})

    if not sealing.is_sealed(path):
        with path.open("rb") as stream:
            archive.extract(stream, place, progress)
        return
    if not password:
        raise Failed(_("the backup is encrypted; its password is needed"))
    with sealing.unsealed(path, password) as stream:
        archive.extract(stream, place, progress)


def change_over(place, tell):
    """The files beside those of today, then the database in one transaction.

    Gives what has to go now: the schema that holds the rows of before, files that no row names.
    """
    old = f"before_{timezone.now():%Y%m%d%H%M%S}"
    text = (place / SETTINGS).read_text()
    write_private(place / RESTORED, text)
    write_private(place / "secret_key", contents.from_environment(text)["SECRET_KEY"])
    added, superseded = store().bring_in(place / MEDIA, tell)
    tell(_("database …"))
    try:
        dumping.load(place / DATABASE, old)
    except BaseException:
        store().remove(added)
        raise
    return old, superseded


def write_private(path, text):
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text)


def differing():
    """Names of settings whose values here are not those of the restored site."""
    found = contents.from_environment((settings.DATA_DIR / RESTORED).read_text())
    here = contents.site_settings()
    return sorted(name for name in found if name in os.environ and here.get(name) != found[name])
