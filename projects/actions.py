"""What staff do with a whole project. Each function takes keyword arguments, in one transaction."""

import json

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import override

from core import dates

from .models import ProjectReport
from .publicity import typesetting
from .report.data import as_data, lacking
from .report.frozen import ReportFile
from .report.paper import paper
from .report.workbook import workbook


class Incomplete(Exception):
    """Typed figures (`rows`) lack a source or a language."""

    def __init__(self, rows):
        super().__init__(", ".join(map(str, rows)))
        self.rows = rows


@transaction.atomic
def freeze(*, project):
    """Keep the figures of today for good, with their files; gives the `ProjectReport`.

    Raises `Incomplete`, and `typesetting.Busy` while other sheets are being made.
    """
    if rows := lacking(project):
        raise Incomplete(rows)
    now = timezone.now()
    data = as_data(project, now)
    with typesetting.one_at_a_time():
        files = list(made(project, data, timezone.localtime(now).date()))
    report = ProjectReport.objects.create(project=project, frozen_at=now, data=data)
    ReportFile.objects.bulk_create(ReportFile.of(report, *each) for each in files)
    return report


def made(project, data, day):
    """(name, bytes) of every file of a report."""
    for language, _name in settings.LANGUAGES:
        with override(language):
            told, written = data["languages"][language], dates.written(day)
            yield f"{language}.pdf", paper(project, told, language, written)
            yield f"{language}.xlsx", workbook(told, written)
    yield "data.json", json.dumps(data, ensure_ascii=False, indent=1).encode()
