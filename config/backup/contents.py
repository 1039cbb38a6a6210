"""What a backup says about itself, and the settings that a site cannot do without."""

import json
import os
import re

from django.conf import settings
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.utils import timezone

from core.speaking import gettext as _

from . import Failed
from .programs import server_major

FORMAT = 1
# Of the machine, not of the site: another machine has its own.
OF_MACHINE = {"DATABASE_URL", "DATA_DIR", "PORT", "DEBUG", "BACKUP_DIR", "BACKUP_PASSWORD"}
NAME = re.compile(r"^#?\s?([A-Z][A-Z_]+)=", re.MULTILINE)


def variables():
    """The names that `.env.example` lists."""
    return NAME.findall((settings.BASE_DIR / ".env.example").read_text())


def site_settings():
    """{name: value} of what is set here and belongs to the site wherever it runs."""
    kept = {name: os.environ.get(name, "") for name in variables() if name not in OF_MACHINE}
    kept["SECRET_KEY"] = settings.SECRET_KEY
    return {name: value for name, value in kept.items() if value}


def as_environment(values):
    """Lines that systemd, Docker Compose and a shell read alike."""
    quoted = {name: re.sub(r'(["\\$`])', r"\\\1", value) for name, value in values.items()}
    return "".join(f'{name}="{value}"\n' for name, value in quoted.items())


def from_environment(text):
    """The values of `as_environment`."""
    pairs = re.findall(r'^([A-Z_]+)="(.*)"$', text, re.MULTILINE)
    return {name: re.sub(r"\\(.)", r"\1", value) for name, value in pairs}


def manifest(files, size):
    """What is in the backup: of which site, from when, made by what."""
    applied = MigrationLoader(connection).applied_migrations
    return {
        "format": FORMAT,
        "site": settings.SITE_URL,
        "made_at": timezone.now().isoformat(timespec="seconds"),
        "postgresql": server_major(),
        "media": {"files": files, "bytes": size},
        "migrations": sorted(map(list, applied)),
    }


def read_manifest(text):
    """The manifest, when this software and this database can take it; raises `Failed`."""
    found = json.loads(text)
    if found["format"] > FORMAT or unknown_migrations(found["migrations"]):
        raise Failed(_("the backup was made by a newer version of the software; update first"))
    if found["postgresql"] > server_major():
        needed = _("the backup needs PostgreSQL %(needed)s or newer; the database here is %(here)s")
        raise Failed(needed % {"needed": found["postgresql"], "here": server_major()})
    return found


def unknown_migrations(applied):
    loader = MigrationLoader(None, ignore_no_migrations=True)
    own = {label for label, _name in loader.disk_migrations}
    known = set(loader.disk_migrations) | replaced(loader)
    return [pair for pair in map(tuple, applied) if pair[0] in own and pair not in known]


def replaced(loader):
    """Migrations that were joined into one: they are known, though their files are gone."""
    return {pair for each in loader.disk_migrations.values() for pair in each.replaces}
