"""The tables as code sees them. `python -m tests.operations.tables` after a release writes down its
tables, against which the next release's are held.
"""

from pathlib import Path

RELEASED = Path(__file__).with_name("tables-released.list")
COLUMNS = """
select c.table_name, c.column_name, c.udt_name,
       c.is_nullable = 'NO' and c.column_default is null and c.is_identity = 'NO'
from information_schema.columns c
join information_schema.tables t using (table_schema, table_name)
where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
"""
CONSTRAINTS = """
select conrelid::regclass::text, conname from pg_constraint
where contype in ('c', 'u', 'x') and connamespace = 'public'::regnamespace
"""


def columns(cursor):
    """{(table, column): (type, whether each new row must name it)}"""
    cursor.execute(COLUMNS)
    return {(table, name): (kind, needed) for table, name, kind, needed in cursor.fetchall()}


def constraints(cursor):
    """{(table, name)} of what rows may be refused for."""
    cursor.execute(CONSTRAINTS)
    return set(cursor.fetchall())


def written(cursor):
    found = [
        f"{table}.{name} {kind}{' needed' if needed else ''}"
        for (table, name), (kind, needed) in columns(cursor).items()
    ]
    found += [f"{table}: {name}" for table, name in constraints(cursor)]
    return sorted(found)


def released():
    """(`columns`, `constraints`) of the last release."""
    its_columns, its_constraints = {}, set()
    for line in RELEASED.read_text().splitlines():
        if ": " in line:
            its_constraints.add(tuple(line.split(": ")))
        else:
            place, kind, *needed = line.split()
            its_columns[tuple(place.split("."))] = kind, bool(needed)
    return its_columns, its_constraints


if __name__ == "__main__":
    from bench.start import start

    start()
    from django.db import connection

    with connection.cursor() as cursor:
        RELEASED.write_text("\n".join(written(cursor)) + "\n")
