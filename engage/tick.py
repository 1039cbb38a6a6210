"""Everything that happens by itself: one round of all jobs of all apps, safe to repeat."""

import logging
import time
from contextlib import contextmanager

from django.core.cache import cache
from django.db import Error, connection, transaction
from django.utils import timezone
from django.utils.module_loading import import_string

from core import retention

from . import sending
from .digest import write_digests
from .visitors import visitor_models

log = logging.getLogger(__name__)
ROUND = "engage.tick.round"
LOCK = 0x656E67616765  # "engage"


def jobs():
    """(name, function of the time) of a round: declared ones, digests, deletion, mails."""
    names = dict.fromkeys(name for model in visitor_models() for name in model.jobs)
    for name in names:
        yield name, import_string(name)
    yield "digest", write_digests
    yield "retention", forget
    yield "outbox", sending.work_off


def forget(now):
    """Delete what is past its time, each line of the table by itself: one that fails, which is
    raised at the end, leaves nothing of the others."""
    number, failure = 0, None
    for model, kept in retention.table():
        try:
            with transaction.atomic():
                number += kept.forget(model, now)
        except Exception as error:
            log.exception("Not deleted: %s", kept.what)
            failure = error
    if failure:
        raise failure
    return number


def send():
    """The mails alone, between two rounds."""
    try:
        sending.work_off()
    except Error:
        raise
    except Exception:
        log.exception("The job outbox failed.")


def run(now=None, say=lambda line: None):
    """One round; the names of the jobs that failed, or None when another process is at it.

    A job that fails is logged and keeps none of the others from running.
    """
    with only_one() as is_mine:
        if not is_mine:
            return None
        failed = []
        for name, job in jobs():
            try:
                number = job(now or timezone.now())
            except Exception:
                log.exception("The job %s failed.", name)
                failed.append(name)
            else:
                if number:
                    say(f"{name}: {number}")
        cache.set(ROUND, time.time(), None)
        return failed


def last_round():
    """When the last round ended, on whichever machine, in seconds since 1970; None: not known."""
    return cache.get(ROUND)


@contextmanager
def only_one():
    """Whether this process holds the lock; the database lets go of it when the process ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [LOCK])
        is_mine = cursor.fetchone()[0]
    try:
        yield is_mine
    finally:
        if is_mine:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])
