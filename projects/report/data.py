"""A report as plain data: what is frozen, and what PDF, workbook and JSON are made of."""

from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from core.numbers import number
from projects.acknowledgement import acknowledgement
from projects.models import Result

from .figures import groups

FORMAT = "partnership-report"
VERSION = 1


def as_data(project, now=None):
    """The whole report: `{"format", "version", "frozen_at", "uid", "languages"}`.

    `languages` holds the same in each language, in that language's words and addresses.
    """
    languages = {}
    for language, _name in settings.LANGUAGES:
        with override(language):
            languages[language] = told(project)
    return {
        "format": FORMAT,
        "version": VERSION,
        "frozen_at": (now or timezone.now()).isoformat(timespec="seconds"),
        "uid": str(project.uid),
        "languages": languages,
    }


def told(project):
    """The report in the active language."""
    ack = acknowledgement(project)
    return {
        "title": project.title,
        "number": project.number,
        "address": settings.SITE_URL + project.url_in(get_language()),
        "statement": ack.statement,
        "fund": ack.fund_name,
        "support": [each for each in (ack.national_line, ack.sentence, project.hashtag) if each],
        "groups": [group_as_data(group) for group in groups(project)],
        "typed": [typed_as_data(result) for result in typed(project)],
    }


def typed(project):
    """The figures that staff typed, those that were reached."""
    return [result for result in project.results.all() if not result.is_planned]


def group_as_data(group):
    return {
        "key": group.key,
        "title": str(group.title),
        "note": str(group.note),
        "figures": [
            {
                "key": each.key,
                "label": str(each.label),
                "value": plain(each.value),
                "address": whole(each.address),
            }
            for each in group.figures
        ],
        "tables": [table_as_data(table) for table in group.tables if table.rows],
    }


def table_as_data(table):
    return {
        "key": table.key,
        "title": str(table.title),
        "headings": [str(each) for each in table.headings],
        "rows": [
            {
                "cells": [each if isinstance(each, int) else str(each) for each in row.cells],
                "address": whole(row.address),
                "language": row.language,
            }
            for row in table.rows
        ],
    }


def whole(address):
    return f"{settings.SITE_URL}{address}" if address.startswith("/") else address


def typed_as_data(result):
    return {
        "key": f"typed.{result.pk}",
        "label": result.label,
        "sign": result.sign,
        "value": plain(result.value),
        "written": written(result),
        "source": result.source,
    }


def plain(value):
    """A number as JSON has it: whole where it is whole."""
    return int(value) if value == int(value) else float(value)


def written(result):
    """„vairāk nekā 140”, “about 20” or plainly the number."""
    told = {Result.Sign.MORE: _("more than %(number)s"), Result.Sign.ABOUT: _("about %(number)s")}
    return told.get(result.sign, "%(number)s") % {"number": number(result.value)}


def lacking(project):
    """Typed figures that cannot be handed in yet: without a source, or not in both languages."""
    names = [f"{name}_{code}" for name in ("label", "source") for code in ("lv", "en")]
    return [row for row in typed(project) if not all(getattr(row, name) for name in names)]


def numbers(data):
    """{key: number} of a report, the same in every language."""
    first = data["languages"][settings.LANGUAGE_CODE]
    rows = [figure for group in first["groups"] for figure in group["figures"]]
    return {row["key"]: row["value"] for row in (*rows, *first["typed"])}
