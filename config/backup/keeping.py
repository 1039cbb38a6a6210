"""Names of backups, and which of them are kept."""

import re
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone

from core.speaking import gettext as _

from . import Failed

NAME = re.compile(r"^(?P<host>.+)-(?P<time>\d{8}T\d{6})Z\.(tar|sealed\.tar)$")
STAMP = "%Y%m%dT%H%M%S"
RECENT = timedelta(days=2)


def new_name(is_sealed, now):
    """Such as `www.example.lv-20261129T021500Z.sealed.tar`; the time is UTC."""
    kind = "sealed.tar" if is_sealed else "tar"
    return f"{urlsplit(settings.SITE_URL).hostname}-{now.astimezone(UTC):{STAMP}}Z.{kind}"


def backups(folder):
    """{path: time} of this site's backups in the folder, the newest first."""
    host, found = urlsplit(settings.SITE_URL).hostname, {}
    for path in folder.glob("*.tar"):
        name = NAME.match(path.name)
        if name and name["host"] == host:
            found[path] = datetime.strptime(name["time"], STAMP).replace(tzinfo=UTC)
    return dict(sorted(found.items(), key=lambda pair: pair[1], reverse=True))


def read_rule(text):
    """(days, weeks, months) of such as `7,5,12`; raises `Failed`."""
    try:
        days, weeks, months = (int(each) for each in text.split(","))
        if days < 1 or min(weeks, months) < 0:
            raise ValueError
    except ValueError:
        said = _("BACKUP_KEEP must be days, weeks and months, such as 7,5,12, not “%(text)s”")
        raise Failed(said % {"text": text}) from None
    return days, weeks, months


def superseded(times, rule):
    """Those of `times` that go: not the last one of one of the last days, weeks or months.

    Days, weeks and months without a backup do not count, so that a long pause deletes nothing.
    All of the last two days stay: a backup of a broken site must not drive out that of last night.
    """
    kept = {time for time in times if max(times) - time < RECENT}
    for number, form in zip(rule, ("%Y-%m-%d", "%G-%V", "%Y-%m"), strict=True):
        last = {}
        for time in sorted(times):
            last[timezone.localtime(time).strftime(form)] = time
        kept |= set(sorted(last.values(), reverse=True)[:number])
    return [time for time in times if time not in kept]


def prune(folder, rule):
    """Delete the backups that the rule lets go; gives their names."""
    found = backups(folder)
    gone = set(superseded(list(found.values()), rule))
    paths = [path for path, time in found.items() if time in gone]
    for path in paths:
        path.unlink(missing_ok=True)
    return [path.name for path in paths]
