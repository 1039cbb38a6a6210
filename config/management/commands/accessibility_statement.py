"""`manage.py accessibility_statement RESULTS`: the page that MK 445/2020 asks for, as a draft."""

import json
from datetime import date
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from config.papers import statement
from core.speaking import gettext as _
from moving.ledger import EDITED, SAME


class Command(BaseCommand):
    help = _(
        "Writes the accessibility statement from the results of python -m bench.accessibility."
    )

    def add_arguments(self, parser):
        parser.add_argument("results", type=Path)
        parser.add_argument(
            "--checked-by-hand",
            type=date.fromisoformat,
            help=_("the day (YYYY-MM-DD) on which people evaluated what machines cannot judge"),
        )

    def handle(self, results, checked_by_hand=None, **options):
        try:
            found = statement.Results.of(json.loads(results.read_text()))
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            told = _("These are no results of bench.accessibility: %(reason)s")
            raise CommandError(told % {"reason": repr(error)}) from None
        page, outcome = statement.make(found, checked_by_hand)
        address = page.get_absolute_url()
        told = _("The statement at %(address)s: %(outcome)s. Staff read and publish it.")
        self.stdout.write(told % {"address": address, "outcome": outcomes()[outcome]})


def outcomes():
    return {
        statement.MADE: _("made as a draft"),
        statement.RENEWED: _("renewed"),
        SAME: _("nothing has changed"),
        EDITED: _("left as it is, because staff changed it"),
    }
