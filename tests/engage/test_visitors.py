"""The bases of what visitors send in, judged on models made for the purpose."""

import pytest
from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.db import IntegrityError, connection, models, transaction
from django.test.utils import isolate_apps
from django.utils import timezone

from core.retention import Kept
from engage import checks, decisions, links, moderation
from engage.models import Outbox
from engage.moderation import Moderated
from engage.visitors import ByVisitor, ByVisitorQuerySet
from tests.factories import RegistrationFactory, UserFactory

pytestmark = pytest.mark.django_db
NOW = timezone.now()


def lines():
    return (Kept(what="x", how_long="y", purpose="z", forget=lambda model, now: 0),)


@pytest.fixture
def idea():
    """A kind of thing that visitors send in and staff decide on, with a table of its own."""

    class Idea(Moderated, ByVisitor):
        text = models.TextField(blank=True)

        personal_fields = ("text",)
        retention = lines()

        class Meta:
            app_label = "engage"
            default_permissions = ("view", "publish")
            constraints = [*ByVisitor.Meta.constraints, *Moderated.Meta.constraints]

        def __str__(self):
            return self.text

    with connection.schema_editor() as editor:
        editor.create_model(Idea)
    yield Idea
    del apps.all_models["engage"]["idea"]
    apps.clear_cache()


@pytest.mark.parametrize(
    "wrong",
    [
        {"state": "rejected", "decided_at": NOW},
        {"state": "rejected", "reason": "Nav par tēmu"},
        {"state": "returned", "decided_at": NOW},
        {"state": "returned", "reason": "Nav par tēmu"},
        {"state": "published"},
        {"email": "Anna@example.lv"},
        {"anonymised_at": NOW, "name": "Anna"},
        {"anonymised_at": NOW, "email": "anna@example.lv"},
    ],
)
def test_what_makes_no_sense_is_refused(idea, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        idea.objects.create(**wrong)


def test_staff_decide_in_order_and_with_a_reason(idea):
    person = UserFactory()
    row = idea.objects.create(name="Anna", text="Tilts")
    state = idea.State

    with pytest.raises(moderation.NotAllowed):
        moderation.move(row=row, to=state.PUBLISHED, by=person)
    moderation.move(row=row, to=state.PENDING)
    with pytest.raises(ValueError, match="reason"):
        moderation.move(row=row, to=state.REJECTED, by=person)
    moderation.move(row=row, to=state.REJECTED, by=person, reason=" Nav par tēmu ")
    corrected = moderation.move(row=row, to=state.PENDING)
    row = moderation.move(row=row, to=state.PUBLISHED, by=person)

    assert (corrected.reason, corrected.decided_by) == ("Nav par tēmu", person)
    assert (row.state, row.decided_by, row.reason) == ("published", person, "")
    assert row.decided_at is not None


def test_decision_is_mailed_with_its_reason_and_logged_without(idea):
    person = UserFactory()
    row = idea.objects.create(
        name="Anna", email="anna@example.lv", language="en", text="Tilts", state="pending"
    )

    with pytest.raises(ValueError, match="staff"):
        decisions.decide(row=row, to=idea.State.WITHDRAWN, by=person)
    decisions.decide(row=row, to=idea.State.RETURNED, by=person, reason="Kur ir tilts?")
    with pytest.raises(moderation.NotAllowed):
        decisions.decide(row=row, to=idea.State.PUBLISHED, by=person)

    mails = Outbox.objects.values_list("to", "subject", "about")
    assert list(mails) == [("anna@example.lv", "Please correct: Tilts", row.public_id)]
    assert "Kur ir tilts?" in Outbox.objects.get().text
    told = LogEntry.objects.values_list("user", "object_repr", "change_message")
    assert list(told) == [(person.pk, "Tilts", "lēmums: nodots labošanai")]


def test_anonymising_empties_what_is_personal_and_keeps_the_row(idea):
    row = idea.objects.create(name="Anna", email="anna@example.lv", text="Mans tālrunis")

    assert ByVisitorQuerySet(idea).anonymise(NOW) == 1
    assert ByVisitorQuerySet(idea).anonymise(NOW) == 0

    row.refresh_from_db()
    assert (row.name, row.email, row.text, row.anonymised_at) == ("", None, "", NOW)


def test_link_opens_its_kind_of_record_for_its_purpose_alone(idea):
    other = RegistrationFactory()
    row = idea.objects.create(public_id=other.public_id)
    manage = links.token(other, links.MANAGE)

    assert links.opened(type(other), manage, links.CONFIRM, links.MANAGE) == (other, "manage")
    for model, purpose in ((type(other), links.CONFIRM), (type(row), links.MANAGE)):
        with pytest.raises(links.BadLink):
            links.opened(model, manage, purpose)


def test_link_ends_with_its_version_and_with_the_person():
    row = RegistrationFactory()
    first = links.token(row, links.MANAGE)

    links.end_links(row)

    with pytest.raises(links.BadLink):
        links.opened(type(row), first, links.MANAGE)
    second = links.token(row, links.MANAGE)
    assert links.opened(type(row), second, links.MANAGE).record == row
    type(row).objects.anonymise(NOW)
    with pytest.raises(links.BadLink):
        links.opened(type(row), second, links.MANAGE)


@isolate_apps("engage")
def test_check_names_what_a_new_kind_lacks():
    class Hasty(ByVisitor, Moderated):
        desk_fields = ("state", "poem")
        jobs = ("engage.tick.nothing",)

        class Meta:
            app_label = "engage"
            constraints = ByVisitor.Meta.constraints

    found = [error.id for error in checks.mistakes_of(Hasty)]

    assert found == ["engage.E001", "engage.E001", "engage.E002", "engage.E003"]
    found = [error.id for error in checks.mistakes_of_decided(Hasty)]
    assert found == ["engage.E006", "engage.E007", "engage.E008"]


def test_check_is_content_with_what_there_is(idea):
    assert list(checks.mistakes_of(idea)) == []
    assert list(checks.mistakes_of_decided(idea)) == []
    assert checks.visitors_data_are_looked_after(None) is not None
