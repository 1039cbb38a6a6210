"""Different people of a project: counted once, also when their names are gone."""

from datetime import timedelta

import pytest
from django.utils import timezone

from core import retention
from events import people
from events.models import Registration
from events.people import ProjectPeople
from tests.factories import EventFactory, ProjectFactory, RegistrationFactory

pytestmark = pytest.mark.django_db
NOW = timezone.now()


def past_event(project, days):
    starts = NOW - timedelta(days=days)
    return EventFactory(project=project, starts_at=starts, retention_days=30)


def came(event, email="", name="Anna Ozola"):
    return RegistrationFactory(
        event=event,
        email=email or None,
        name=name,
        state="confirmed",
        confirmed_at=event.starts_at,
        attended=True,
    )


@pytest.fixture
def project():
    """Anna came twice, Jānis once; two without an address came twice and once; Pēteris did not."""
    project = ProjectFactory()
    first, second = past_event(project, 100), past_event(project, 10)
    came(first, "anna@example.lv")
    came(second, "anna@example.lv", name="A. Ozola")
    came(first, "janis@example.lv")
    came(first, name="Ilze  Bērza")
    came(second, name="ilze bērza")
    came(second, name="Juris Kļava")
    RegistrationFactory(event=first, state="confirmed", confirmed_at=NOW, email="p@example.lv")
    return project


def different(project):
    known = people.came(Registration.objects.filter(event__project=project))
    counted = ProjectPeople.objects.filter(project=project).first()
    return people.different(known.values_list("email", "name"), counted)


def test_people_are_told_apart_by_address_else_by_name(project):
    came(past_event(ProjectFactory(), 10), "liga@example.lv")

    assert different(project) == 4


def test_number_is_the_same_at_every_stage_of_forgetting(project):
    found = [different(project)]

    retention.forget(NOW)
    found.append(different(project))
    assert Registration.objects.exclude(anonymised_at=None).count() == 4
    Registration.objects.anonymise(NOW)
    found.append(different(project))
    assert not Registration.objects.exclude(email=None).exists()
    retention.forget(NOW + timedelta(days=300))
    assert len(ProjectPeople.objects.get().marks) == 4
    retention.forget(NOW + timedelta(days=400))
    found.append(different(project))

    row = ProjectPeople.objects.get()
    assert (row.key, row.marks, row.number) == ("", [], 4)
    assert found == [4, 4, 4, 4]


def test_who_comes_again_after_being_forgotten_is_not_counted_twice(project):
    Registration.objects.anonymise(NOW)
    third = past_event(project, 1)
    came(third, "anna@example.lv")
    came(third, "maija@example.lv")

    assert different(project) == 5
    Registration.objects.anonymise(NOW)
    assert different(project) == 5


def test_marks_hold_nothing_of_anybody_and_differ_between_projects(project):
    came(past_event(ProjectFactory(), 10), "anna@example.lv")

    Registration.objects.anonymise(NOW)

    rows = list(ProjectPeople.objects.all())
    marks = [mark for row in rows for mark in row.marks]
    assert len(rows) == 2
    assert len(set(marks)) == 5
    assert not any("anna" in mark or "ozola" in mark for mark in marks)


def test_forgetting_leaves_projects_of_this_year_alone(project):
    Registration.objects.anonymise(NOW)

    assert people.forget_marks(NOW) == 0
    assert people.forget_marks(NOW + timedelta(days=366)) == 1
    assert people.forget_marks(NOW + timedelta(days=366)) == 0
