"""The change feed: triggers note every change in the transaction that makes it.

The position of a reader is a transaction number: everything older has ended and is taken over.
Lines of younger transactions may appear in any order; those taken over are kept in `done`.
"""

from dataclasses import dataclass

from django.db import connection

from .watching import watched

MOST_LINES = 20_000  # more are quicker to take over by building the index anew
TRIGGER = "search_touch"
EMPTIED = "search_emptied"  # after TRUNCATE: the feed is another one then, each index is built anew

PENDING = """
select extract(epoch from statement_timestamp()),
       pg_snapshot_xmin(pg_current_snapshot())::text::bigint,
       pg_snapshot_xmax(pg_current_snapshot())::text::bigint,
       pg_current_xact_id_if_assigned()::text::bigint,
       feed.name::text, feed.kept_from::text::bigint,
       line.id, line.label, line.key, line.xid::text::bigint
from search_feed feed
left join lateral (
    select * from search_change where xid >= %s::text::xid8 order by id limit %s
) line on true
"""


@dataclass
class Pending:
    """What one look at the feed shows. Times in seconds since 1970."""

    now: float
    oldest: int  # number of the oldest transaction that is still running
    youngest: int
    own: int | None  # number of our own transaction, once it has written something
    feed: str
    kept_from: int
    lines: list  # (id, label, key, transaction)


def look(since):
    """The changes of transactions from number `since` on."""
    with connection.cursor() as cursor:
        cursor.execute(PENDING, [str(since), MOST_LINES + 1])
        rows = cursor.fetchall()
    now, *about = rows[0][:6]
    return Pending(float(now), *about, [row[6:] for row in rows if row[6] is not None])


def position():
    """The state of an index that is built from now on."""
    found = look(1 << 62)
    return {"feed": found.feed, "since": found.oldest, "done": []}


def forget(days=7):
    """Delete lines older than some days and give their number; a copy that has not read them
    by then is built anew."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            with gone as (
                delete from search_change
                where noted_at < statement_timestamp() - make_interval(days => %s)
                and xid < pg_snapshot_xmin(pg_current_snapshot())
                returning xid
            ), latest as (select max(xid::text::bigint) + 1 as kept_from from gone)
            update search_feed set kept_from = latest.kept_from::text::xid8
            from latest where latest.kept_from is not null
            returning (select count(*) from gone)
            """,
            [days],
        )
        row = cursor.fetchone()
    return row[0] if row else 0


def install(**_signal):
    """Put the triggers on the tables that the index depends on, and take old ones away.

    A trigger that is right already is left alone: making one waits for whoever writes.
    """
    tables = watched()[0]
    with connection.cursor() as cursor:
        touching, emptied = present(cursor, TRIGGER), present(cursor, EMPTIED)
        for name, found in ((TRIGGER, touching), (EMPTIED, emptied)):
            for table in found.keys() - tables.keys():
                cursor.execute(f'drop trigger {name} on "{table}"')
        existing = set(connection.introspection.table_names(cursor))
        for table in tables.keys() & existing:  # an app may not be migrated yet
            words = ", ".join(f"'{word}'" for note in sorted(tables[table]) for word in note)
            if f"{TRIGGER}({words})" not in touching.get(table, ""):
                cursor.execute(
                    f"create or replace trigger {TRIGGER} after insert or update or delete"
                    f' on "{table}" for each row execute function {TRIGGER}({words})'
                )
            if table not in emptied:
                cursor.execute(
                    f'create trigger {EMPTIED} after truncate on "{table}"'
                    f" for each statement execute function {EMPTIED}()"
                )


def present(cursor, name):
    """{table: definition} of the triggers of this name."""
    cursor.execute(
        "select relname, pg_get_triggerdef(pg_trigger.oid) from pg_trigger"
        " join pg_class on pg_class.oid = tgrelid where tgname = %s",
        [name],
    )
    return dict(cursor.fetchall())
