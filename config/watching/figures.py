"""Figures for Prometheus: requests of all processes of this machine, and how the site is.

`config.settings` names the folder in which the processes add theirs up, before the library is
loaded.
"""

import shutil
import time

from django.conf import settings
from django.db import Error
from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest, multiprocess
from prometheus_client.core import GaugeMetricFamily

from core.content import content_models
from engage import tick
from engage.outbox import Outbox

from .state import backup_age, index_behind

METHODS = {"GET", "HEAD", "POST"}
STEPS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)  # seconds
requests = Counter("partnership_requests", "Requests answered", ["method", "view", "status"])
seconds_of = Histogram("partnership_request_seconds", "Time to answer", ["view"], buckets=STEPS)


def count(method, view, status, seconds):
    method = method if method in METHODS else "other"
    requests.labels(method, view, str(status)).inc()
    seconds_of.labels(view).observe(seconds)


class Site:
    """How the site is at the moment of asking; without a database only that there is none."""

    def collect(self):
        yield gauge("partnership_disk_free_bytes", "Free space for data", {(): free()})
        try:
            found = list(of_database())
        except Error:
            found = []
        yield gauge("partnership_database_up", "Whether the database answers", {(): bool(found)})
        yield from found
        made = backup_age()
        if made is not None:
            yield gauge("partnership_backup_age_seconds", "Age of the last backup", {(): made})


def gauge(name, words, values, labels=()):
    family = GaugeMetricFamily(name, words, labels=labels)
    for keys, value in values.items():
        family.add_metric(list(keys), float(value))
    return family


def free():
    return shutil.disk_usage(settings.DATA_DIR).free


def of_database():
    pages = {
        (model._meta.label_lower,): model.objects.published().count() for model in content_models()
    }
    yield gauge("partnership_pages", "Published pages", pages, ["kind"])
    mails = {("waiting",): Outbox.objects.waiting().count()}
    mails |= {("delayed",): Outbox.objects.delayed().count()}
    mails |= {("given_up",): Outbox.objects.failed().count()}
    yield gauge("partnership_mails", "Mails to visitors", mails, ["state"])
    last = tick.last_round()
    if last is not None:
        age = {(): time.time() - last}
        yield gauge("partnership_tick_age_seconds", "Since the last round of jobs", age)
    waiting = {(): index_behind()}
    yield gauge("partnership_index_waiting", "Changes that the index lacks; -1: no index", waiting)


def text():
    """All figures in Prometheus's text form."""
    registry = CollectorRegistry()
    registry.register(Site())
    multiprocess.MultiProcessCollector(registry)
    return generate_latest(registry)
