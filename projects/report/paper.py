"""The report as PDF/UA, with the funder's acknowledgement at its head."""

from pathlib import Path

from django.utils.translation import gettext as _

from core.numbers import number
from projects.publicity import sheets, typesetting
from projects.publicity.letterhead import letterhead

TEMPLATE = Path(__file__).with_name("report.typ")


def paper(project, report, language, day):
    """Bytes of the PDF of `report` (`data.told`) in the active language.

    Whoever calls it holds `typesetting.one_at_a_time`.
    """
    files = {}
    data = {
        "lang": language,
        "money": letterhead(project, files),
        "heading": _("Results of the project"),
        "title": report["title"],
        "day": _("Figures of %(day)s") % {"day": day},
        "address": report["address"],
        "groups": [group_of(group, language) for group in report["groups"]],
        "figure_headings": [_("Figure"), _("Number")],
        "typed_title": _("Noted by staff"),
        "typed_headings": [_("Figure"), _("Number"), _("Source")],
        "typed": [[each["label"], each["written"], each["source"]] for each in report["typed"]],
        "page": _("page"),
    }
    return typesetting.typeset(TEMPLATE, sheets.drawable(data), files)


def group_of(group, language):
    return {
        "title": group["title"],
        "note": group["note"],
        "figures": [[each["label"], number(each["value"])] for each in group["figures"]],
        "tables": [
            {
                "title": table["title"],
                "headings": table["headings"],
                "numeric": [is_numeric(table, at) for at in range(len(table["headings"]))],
                "rows": [
                    {
                        "lang": row["language"] or language,
                        "cells": [str(cell) for cell in row["cells"]],
                    }
                    for row in table["rows"]
                ],
            }
            for table in group["tables"]
        ],
    }


def is_numeric(table, at):
    """Whether a column holds numbers, which stand at its right edge."""
    return all(
        isinstance(row["cells"][at], int) or row["cells"][at] == "–" for row in table["rows"]
    )
