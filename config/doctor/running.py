"""What has to go on by itself: mails, the round of jobs, the search index, backups."""

import smtplib
import time
from datetime import timedelta

from django.conf import settings
from django.core.mail import get_connection
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from config import safety
from config.backup import keeping
from config.watching.state import backup_age, index_behind
from core.models import BrokenLink, Fault
from engage import tick
from engage.outbox import Outbox

from . import advice, fault, fine

TICK = 5 * 60  # seconds between two rounds at most
BACKUP = 26 * 60 * 60  # seconds between two backups at most
MAIL = timedelta(hours=1)
MANY = 1000  # changes that the index may lack; the next visitor's list takes them over


def mail_server():
    if not getattr(settings, "EMAIL_HOST", "") or "smtp" not in settings.EMAIL_BACKEND:
        yield advice(
            _("There is no mail server: nobody gets mail, staff read it in the administration."),
            _("Set EMAIL_HOST and the variables after it."),
        )
        return
    try:
        with get_connection(timeout=10):
            yield fine(_("The mail server %(host)s answers.") % {"host": settings.EMAIL_HOST})
    except (OSError, smtplib.SMTPException) as error:
        yield fault(
            _("The mail server does not take mail: %(reason)s") % {"reason": error},
            _("Look at EMAIL_HOST, EMAIL_PORT, EMAIL_HOST_USER and EMAIL_HOST_PASSWORD."),
        )
    if settings.DEFAULT_FROM_EMAIL.endswith("@localhost"):
        yield fault(
            _("Mails come from %(address)s, which nobody can answer.")
            % {"address": settings.DEFAULT_FROM_EMAIL},
            _("Set DEFAULT_FROM_EMAIL to an address of your domain."),
        )


def mails():
    number = Outbox.objects.failed().count() + Outbox.objects.delayed().count()
    if number:
        words = ngettext(
            "%(number)s mail could not be sent.", "%(number)s mails could not be sent.", number
        )
        yield advice(words % {"number": number}, _("See the mails in the administration."))
    if Outbox.objects.waiting().filter(not_before__lt=timezone.now() - MAIL).exists():
        yield fault(
            _("Mails have been waiting for more than an hour."),
            _("Look whether manage.py engage_tick runs, and what it writes."),
        )


def rounds():
    last = tick.last_round()
    if last is None or time.time() - last > TICK:
        yield fault(
            _("Reminders, waiting lists, deletion and mails stand still."),
            _("Start manage.py engage_tick, such as: %(command)s")
            % {"command": "systemctl enable --now partnership-tick"},
        )
    else:
        yield fine(_("Reminders, waiting lists, deletion and mails go on."))


def index():
    waiting = index_behind()
    if waiting < 0:
        yield fault(_("There is no search index; lists are slow."), "manage.py reindex")
    elif waiting > MANY:
        yield advice(
            _("The search index lacks %(number)s changes.") % {"number": waiting},
            "manage.py reindex",
        )
    else:
        yield fine(_("The search index is up to date."))


def backups():
    age = backup_age()
    mend = "systemctl enable --now partnership-backup.timer"
    level = fault if safety.is_public(settings.SITE_URL) else advice
    place = settings.BACKUP_DIR
    if age is None:
        yield level(_("There is no backup in %(place)s.") % {"place": place}, mend)
        return
    hours = round(age / 3600)
    told = ngettext(
        "The last backup is %(hours)s hour old.", "The last backup is %(hours)s hours old.", hours
    ) % {"hours": hours}
    yield level(told, mend) if age > BACKUP else fine(told)
    if place.stat().st_dev == settings.DATA_DIR.stat().st_dev:
        yield advice(
            _("The backups lie on the disk of the site."),
            _("Copy them elsewhere, or set BACKUP_DIR to another disk."),
        )
    if any(path.name.count(".sealed.") == 0 for path in keeping.backups(place)):
        yield advice(_("Not every backup is encrypted."), _("Set BACKUP_PASSWORD."))


def content():
    rules = Fault.objects.filter(weight=Fault.Weight.RULE)
    pages = rules.values("label", "object_id").distinct().count()
    links = BrokenLink.objects.certain().count()
    if pages:
        words = ngettext(
            "%(number)s published page breaks a rule.",
            "%(number)s published pages break a rule.",
            pages,
        )
        yield advice(words % {"number": pages}, _("See the first page of the administration."))
    if links:
        words = ngettext("%(number)s link leads nowhere.", "%(number)s links lead nowhere.", links)
        yield advice(words % {"number": links}, _("See the first page of the administration."))


CHECKS = (mail_server, mails, rounds, index, backups, content)
