"""Which tables pages are made of: triggers tell every machine when one of them changed."""

from django.apps import apps
from django.db import connection

CHANNEL = "pages"
TRIGGER = "pages_moved"
# Tables that no public page shows. One that is missing here only makes pages anew too often.
APART = {
    "account.emailaddress",
    "account.emailconfirmation",
    "admin.logentry",
    "core.auditentry",
    "core.brokenlink",
    "core.fault",
    "core.presence",
    "core.version",
    "core.viewcount",
    "engage.hit",
    "engage.outbox",
    "library.download",
    "mfa.authenticator",
    "search.miss",
    "sessions.session",
    "usersessions.usersession",
}
FUNCTION = f"""
create or replace function {TRIGGER}() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        if old is not distinct from new then return null; end if;
    end if;
    perform pg_notify('{CHANNEL}', '');
    return null;
end $$
"""


def shown():
    """Names of the tables of all models but those set apart."""
    models = apps.get_models(include_auto_created=True)
    return {model._meta.db_table for model in models if model._meta.label_lower not in APART}


def install(**_signal):
    """Put the triggers on the tables and take them from those set apart since.

    A trigger that is there already is left alone: making one waits for whoever writes.
    """
    with connection.cursor() as cursor:
        cursor.execute(FUNCTION)
        cursor.execute(
            "select relname from pg_trigger join pg_class on pg_class.oid = tgrelid"
            " where tgname = %s",
            [TRIGGER],
        )
        present = {name for (name,) in cursor.fetchall()}
        wanted = shown() & set(connection.introspection.table_names(cursor))
        for table in present - wanted:
            cursor.execute(f'drop trigger {TRIGGER} on "{table}"')
            cursor.execute(f'drop trigger {TRIGGER}_all on "{table}"')
        for table in wanted - present:
            cursor.execute(
                f'create trigger {TRIGGER} after insert or update or delete on "{table}"'
                f" for each row execute function {TRIGGER}()"
            )
            cursor.execute(
                f'create trigger {TRIGGER}_all after truncate on "{table}"'
                f" for each statement execute function {TRIGGER}()"
            )
