"""How many different people came to the events of a project, also when their names are gone."""

import hmac
import secrets
from collections import defaultdict
from datetime import timedelta

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from core.retention import Kept
from projects.models import Project

MARKS_KEPT = timedelta(days=365)  # after the last event of the project


def new_key():
    return secrets.token_hex(32)


class ProjectPeople(models.Model):
    """People who came to events of one project and whose names have been deleted.

    `marks` tell them from each other and from those still known: HMACs of their e-mail address
    (of the name, for who gave none) under a `key` that serves nothing else. Both are deleted a year
    after the last event; `number` then holds how many they were.
    """

    project = models.OneToOneField(
        Project, models.CASCADE, related_name="people", verbose_name=_("project")
    )
    key = models.CharField(max_length=64, default=new_key, blank=True)
    marks = ArrayField(models.CharField(max_length=64), default=list, blank=True)
    number = models.PositiveIntegerField(default=0)

    retention = (
        Kept(
            what=_("A mark of who came to events of one project, computed from the e-mail address"),
            purpose=_(
                "to count people who come more than once only once, for who pays the project"
            ),
            how_long=_("from when the name is deleted until a year after the last event"),
            stays=_("how many different people came: a number"),
            forget=lambda model, now: forget_marks(now),
        ),
    )

    class Meta:
        verbose_name = _("people of a project")
        verbose_name_plural = _("people of projects")
        constraints = [
            models.CheckConstraint(
                condition=~Q(key="") | Q(marks=[]), name="events_projectpeople_marks_need_a_key"
            )
        ]

    def __str__(self):
        return str(self.project)

    def marks_of(self, people):
        """The marks of people, given as (e-mail, name)."""
        key = self.key.encode()
        return {hmac.new(key, told_by(*each).encode(), "sha256").hexdigest() for each in people}


def told_by(email, name):
    """What tells one person from another: the address, else the name."""
    return email or " ".join(name.casefold().split())


def different(known, counted):
    """How many different people came to the events of a project: those still known by name, as
    (e-mail, name), and those in its `ProjectPeople`, if there are any."""
    if counted is None:
        return len({told_by(*each) for each in known})
    return counted.number + len(counted.marks_of(set(known)) | set(counted.marks))


def came(registrations):
    """People whose attendance was noted and whose names are known."""
    return registrations.filter(attended=True, anonymised_at=None).order_by()


def remember(registrations):
    """Keep the marks of people whose names are about to be deleted; call it in a transaction."""
    rows = came(registrations).exclude(event__project=None)
    people = defaultdict(set)
    for project, *person in rows.values_list("event__project", "email", "name"):
        people[project].add(tuple(person))
    for project in sorted(people):
        ProjectPeople.objects.get_or_create(project_id=project)
        row = ProjectPeople.objects.select_for_update().get(project_id=project)
        row.key = row.key or new_key()
        row.marks = sorted(row.marks_of(people[project]) | set(row.marks))
        row.save()


def forget_marks(now):
    """Of projects whose last event was a year ago only the number stays; gives how many."""
    recent = Project.events.field.model.objects.filter(ends_at__gt=now - MARKS_KEPT)
    rows = ProjectPeople.objects.exclude(key="")
    rows = rows.exclude(Exists(recent.filter(project=OuterRef("project")).order_by()))
    return rows.update(number=models.F("number") + Cardinality("marks"), key="", marks=[])


class Cardinality(models.Func):
    """How many elements an array has, 0 for an empty one."""

    function, output_field = "cardinality", models.IntegerField()
