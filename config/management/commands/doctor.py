"""`manage.py doctor`: look at the installation and say what to mend."""

import json
from contextlib import nullcontext

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import Error, connection, transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from config.doctor import ADVICE, FAULT, FINE, databases, fault, files, running, web
from core import speaking

SIGNS = {FINE: "✓", ADVICE: "!", FAULT: "✗"}


class Command(BaseCommand):
    help = speaking.gettext(
        "Look at the installation and say what to mend; exits with 1 when something is broken."
    )
    requires_system_checks = ()

    def add_arguments(self, parser):
        known = [code for code, _name in settings.LANGUAGES]
        parser.add_argument(
            "--language", choices=known, help=speaking.gettext("else that of the terminal")
        )
        parser.add_argument("--json", action="store_true", help=speaking.gettext("for machines"))

    def handle(self, *, language, **options):
        with speaking.speaking(language):
            sections = [(title, list(findings)) for title, findings in examined()]
            show = self.as_json if options["json"] else self.as_text
            show(sections)
        if any(each.level == FAULT for _title, findings in sections for each in findings):
            raise SystemExit(1)

    def as_json(self, sections):
        rows = [
            {"section": title, "level": each.level, "what": each.what, "mend": each.mend}
            for title, findings in sections
            for each in findings
        ]
        self.stdout.write(json.dumps(rows, ensure_ascii=False, indent=1))

    def as_text(self, sections):
        for title, findings in sections:
            self.stdout.write(title)
            for each in findings:
                self.stdout.write(f"  {SIGNS[each.level]} {each.what}")
                if each.mend:
                    self.stdout.write(f"    → {each.mend}")
        levels = [each.level for _title, findings in sections for each in findings]
        self.stdout.write(summary(levels.count(FAULT), levels.count(ADVICE)))


def examined():
    """(title, findings) of each part; without a database the parts that need it are left out."""
    yield _("Files"), looked_at(files.CHECKS)
    try:
        connection.ensure_connection()
    except Error as error:
        reason = str(error).strip().splitlines()[0]
        mend = _("Start PostgreSQL, or look at DATABASE_URL.")
        yield (
            _("Database"),
            [fault(_("There is no database: %(reason)s") % {"reason": reason}, mend)],
        )
        return
    for title, checks in (
        (_("Database"), databases.CHECKS),
        (_("What goes on by itself"), running.CHECKS),
        (_("From outside"), web.CHECKS),
    ):
        yield title, looked_at(checks, within=transaction.atomic)


def looked_at(checks, within=nullcontext):
    """Findings of each check; one that fails is a finding too, and stops no other."""
    for check in checks:
        try:
            with within():
                findings = list(check())
        except Exception as error:
            reason = (str(error).strip().splitlines() or [type(error).__name__])[0]
            said = _("A check (%(name)s) failed: %(reason)s")
            findings = [
                fault(said % {"name": check.__name__, "reason": reason}, "manage.py migrate")
            ]
        yield from findings


def summary(faults, pieces):
    if not faults and not pieces:
        return _("Everything is in order.")
    found = ngettext("%(number)s fault", "%(number)s faults", faults) % {"number": faults}
    advised = ngettext("%(number)s piece of advice", "%(number)s pieces of advice", pieces)
    return f"{found}, {advised % {'number': pieces}}"
