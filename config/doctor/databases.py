"""The database: reachable, new enough, complete, with the rights that the site needs."""

import time

from django.conf import settings
from django.core.cache import caches
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from config.backup.dumping import may_load
from partnership.models import Territory
from projects.models import AcknowledgementRule

from . import advice, fault, fine

OLDEST = 14  # major version of PostgreSQL that Django 5.2 works with
CLOCKS = 5  # seconds by which two clocks may differ


def asked(question, *values):
    """The first row of an answer."""
    with connection.cursor() as cursor:
        cursor.execute(question, values)
        return cursor.fetchone()


def version():
    number, is_copy = asked("select current_setting('server_version'), pg_is_in_recovery()")
    if int(number.split(".")[0]) < OLDEST:
        yield fault(
            _("PostgreSQL %(number)s is too old.") % {"number": number},
            _("Take PostgreSQL %(oldest)s or newer.") % {"oldest": OLDEST},
        )
    else:
        yield fine(_("PostgreSQL %(number)s") % {"number": number})
    if is_copy:
        yield fault(
            _("The database is a copy that can only be read."),
            _("Name the primary server in DATABASE_URL."),
        )


def rights():
    if not may_load():
        yield advice(
            _("The database's account does not own the schema public: no backup can be restored."),
            f"ALTER SCHEMA public OWNER TO {connection.settings_dict['USER'] or 'current_user'};",
        )


def migrations():
    executor = MigrationExecutor(connection)
    number = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    if number:
        words = ngettext(
            "%(number)s change of the database is missing.",
            "%(number)s changes of the database are missing.",
            number,
        )
        yield fault(words % {"number": number}, "manage.py migrate")
    else:
        yield fine(_("The tables fit this version of the software."))


def cache_table():
    table = getattr(caches["default"], "_table", None)
    if table and table not in connection.introspection.table_names():
        yield fault(_("The table of the cache is missing."), "manage.py createcachetable")


def lists():
    if not Territory.objects.exists():
        yield advice(_("There are no territories."), "manage.py load_territories")
    if not AcknowledgementRule.objects.exists():
        yield advice(_("There are no rules of acknowledgement."), "manage.py load_rules")


def clock():
    theirs, is_zone_known = asked(
        "select extract(epoch from clock_timestamp())::float,"
        " exists (select from pg_timezone_names where name = %s)",
        settings.TIME_ZONE,
    )
    apart = round(abs(time.time() - theirs))
    if apart > CLOCKS:
        yield advice(
            _("The clocks of the site and of the database differ by %(apart)s s.")
            % {"apart": apart},
            _("Let both machines follow a time server."),
        )
    if not is_zone_known:
        yield fault(
            _("The database does not know the time zone %(zone)s.") % {"zone": settings.TIME_ZONE},
            _("Install the time zones (tzdata) on the machine of the database."),
        )


CHECKS = (version, rights, migrations, cache_table, lists, clock)
