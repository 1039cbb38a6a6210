"""Fills an empty database with made-up content of a given size; the same in every run.

`python -m bench.content 2000000 [--seed N] [--reindex]`
"""

import argparse
import time

from .loading import Progress, say, without_triggers
from .start import prepare, start
from .words import seeded


def main():
    options = arguments()
    start()
    from django.conf import settings
    from django.core.management import call_command, get_commands

    from projects.models import Project

    began = time.monotonic()
    prepare()
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    if Project.objects.exists():
        raise SystemExit(f"error: {settings.DATA_DIR} has projects already; name an empty folder")
    load(options.size, options.seed, settings.DATA_DIR)
    finish()
    say(f"Done in {(time.monotonic() - began) / 60:.1f} minutes.")
    if options.reindex:
        call_command("reindex")
    elif "reindex" in get_commands():
        say("The search does not know these rows yet: run manage.py reindex")


def arguments():
    parser = argparse.ArgumentParser(prog="python -m bench.content", description=__doc__)
    parser.add_argument("size", type=int, help="number of projects")
    parser.add_argument("--seed", default="partnership", help="other content of the same size")
    parser.add_argument("--reindex", action="store_true", help="build the search index afterwards")
    return parser.parse_args()


def load(size, seed="partnership", folder=None, report=say, session=without_triggers):
    """Write all rows in one transaction; `folder` is where rows wait for their turn."""
    from django.db import transaction

    from .frame import Frame
    from .news import make_news
    from .projects import PROJECT, Projects

    rng = seeded(seed)
    with transaction.atomic(), session():
        projects = Projects(rng, size, Frame(rng, size, report), folder)
        PROJECT.copy(projects, Progress(PROJECT.name, size, report))
        for spool in projects.spools.values():
            spool.copy(report)
        report(f"{make_news(rng, size):,} posts")
        set_sequences()


def set_sequences():
    """Rows that are added later get keys after those that were copied."""
    from django.core.management.color import no_style
    from django.db import connection

    from projects.models import FundingShare, Participation, Project

    models = [Project, Participation, FundingShare]
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(statement)


def finish():
    """Statistics for the planner, and how large everything has become."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")
        say("VACUUM ANALYZE …")
        cursor.execute("VACUUM (ANALYZE)")
        cursor.execute("SELECT pg_size_pretty(pg_database_size(current_database()))")
        say(f"The database has {cursor.fetchone()[0]}.")


if __name__ == "__main__":
    main()
