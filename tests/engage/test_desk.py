"""The moderation desk, the digest and the first page, judged with ideas that people sent in."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from core.admin.dashboard import cards
from core.roles import AUTHOR, EDITOR, MODERATOR, NETWORK_EDITOR, SITE_ADMINISTRATOR
from directory.models import Entry
from engage import decisions, digest, waiting
from engage.models import Outbox
from ideas import actions
from ideas.models import Idea
from tests.factories import (
    EntryFactory,
    ForumFactory,
    IdeaFactory,
    PartnershipFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
DESK = "/admin/desk/"
NOW = timezone.now()


@pytest.fixture
def own():
    return PartnershipFactory()


@pytest.fixture
def moderator(own):
    user = UserFactory(groups=[MODERATOR], email="velta@example.lv", language="lv")
    user.partnerships.add(own)
    return user


@pytest.fixture
def desk(client, moderator):
    client.force_login(moderator)
    return client


def waits(own, title, days=1, **more):
    """An idea that somebody sent in some days ago."""
    values = {"published_at": None, "decided_at": None, "email": "anna@example.lv", **more}
    pending_at = timezone.now() - timedelta(days=days)
    return IdeaFactory(
        title_lv=title, theme__forum__owner=own, pending_at=pending_at, name="Anna", **values
    )


def key(idea):
    return f"ideas.idea:{idea.pk}"


def decide(desk, do, query="", **data):
    return desk.post(DESK + query, {"do": do, **data})


def test_page_shows_what_waits_the_oldest_first_and_where_it_belongs(desk, own):
    waits(own, "Soliņi", days=1)
    waits(own, "Tilts", days=3, body_lv="<p>Pāri upei.</p>", reason="Kur?")
    waits(PartnershipFactory(), "Svešā", days=9)
    waits(own, "Neapstiprināta", state="unconfirmed", confirmed_at=None)

    answer = desk.get(DESK)

    assert [line.row.title for line in answer.context["lines"]] == ["Tilts", "Soliņi"]
    piles = {pile.label: pile.number for pile in answer.context["piles"]}
    assert piles["ideas.idea"] == 2
    for told in ("Pāri upei.", "Kur?", "anna@example.lv"):
        assert told in answer.text


def test_network_editor_sees_kinds_with_and_without_languages_together(client, own):
    client.force_login(UserFactory(groups=[NETWORK_EDITOR]))
    waits(own, "Tilts")

    answer = client.get(DESK)

    assert [line.row.title for line in answer.context["lines"]] == ["Tilts"]
    assert len(answer.context["piles"]) > 3


def test_twenty_rows_stand_on_a_page_and_cost_as_much_as_one(desk, own):
    waits(own, "Pirmā", days=50)
    desk.get(DESK)
    with CaptureQueriesContext(connection) as few:
        desk.get(DESK)
    forum = ForumFactory(owner=own)
    for number in range(20):
        IdeaFactory(title_lv=f"Ideja {number}", theme__forum=forum, published_at=None)
    with CaptureQueriesContext(connection) as many:
        first = desk.get(DESK)

    assert len(first.context["lines"]) == 20
    assert len(desk.get(DESK + "?page=2").context["lines"]) == 1
    assert len(many) <= len(few) + 19  # the theme that each row is sorted under


def test_one_is_published_and_the_visitor_learns_it(desk, own, moderator, client):
    idea = waits(own, "Tilts")

    answer = decide(desk, f"published|{key(idea)}")

    idea.refresh_from_db()
    assert (answer.status_code, answer.url) == (302, DESK)
    assert (idea.state, idea.decided_by, idea.is_published) == ("published", moderator, True)
    mail = Outbox.objects.get()
    assert (mail.to, mail.subject) == ("anna@example.lv", "Publicēts: Tilts")
    assert idea.url_in("lv") in mail.text
    told = LogEntry.objects.values_list("user", "object_repr", "change_message")
    assert list(told) == [(moderator.pk, "Tilts", "lēmums: publicēts")]


@pytest.mark.parametrize(("do", "state"), [("returned", "returned"), ("rejected", "rejected")])
def test_reason_is_needed_and_reaches_the_visitor(desk, own, do, state):
    idea = waits(own, "Tilts")

    refused = decide(desk, f"{do}|{key(idea)}")
    assert (refused.status_code, Outbox.objects.count()) == (422, 0)
    decide(desk, f"{do}|{key(idea)}", **{f"reason|{key(idea)}": "Kur ir tilts?"})

    idea.refresh_from_db()
    assert (idea.state, idea.reason, idea.is_published) == (state, "Kur ir tilts?", False)
    assert "Kur ir tilts?" in Outbox.objects.get().text


def test_several_are_rejected_with_one_reason_and_ticks_outlive_a_mistake(desk, own):
    ideas = [waits(own, title) for title in ("Viena", "Otra", "Trešā")]
    chosen = [key(each) for each in ideas[:2]]

    refused = decide(desk, "rejected", chosen=chosen)
    assert refused.text.count("checked") == 2
    decide(desk, "rejected", chosen=chosen, reason="Reklāma")

    states = [(each.state, each.reason) for each in refreshed(ideas)]
    assert states == [("rejected", "Reklāma"), ("rejected", "Reklāma"), ("pending", "")]
    assert Outbox.objects.count() == 2


def test_several_are_published_at_once(desk, own):
    ideas = [waits(own, title) for title in ("Viena", "Otra")]

    decide(desk, "published", chosen=[key(each) for each in ideas])

    assert [each.state for each in refreshed(ideas)] == ["published", "published"]


def refreshed(rows):
    for row in rows:
        row.refresh_from_db()
    return rows


def test_what_is_published_can_be_hidden_later_and_shown_again(desk, own):
    idea = IdeaFactory(title_lv="Tilts", theme__forum__owner=own)
    first = idea.published_at

    decide(desk, f"archived|{key(idea)}", query="?show=decided")
    idea.refresh_from_db()
    assert (idea.state, idea.is_published) == ("archived", False)
    assert "Tilts" in desk.get(DESK + "?show=decided").text
    decide(desk, f"published|{key(idea)}")

    idea.refresh_from_db()
    assert (idea.state, idea.published_at) == ("published", first)


def test_what_was_taken_down_is_shown_again_by_a_decision():
    row = EntryFactory(state="archived", unpublish_at=timezone.now())

    decisions.decide(row=row, to="published", by=UserFactory())

    assert list(Entry.objects.published()) == [row]


def test_what_another_decided_meanwhile_stays_so(desk, own):
    idea = waits(own, "Tilts", state="rejected", reason="Reklāma", decided_at=NOW)

    page = desk.post(DESK, {"do": f"published|{key(idea)}"}, follow=True)

    assert "Par „Tilts” tikmēr jau nolemts" in page.text
    idea.refresh_from_db()
    assert idea.state == "rejected"


def test_what_was_corrected_since_it_was_read_is_not_decided_on(desk, own):
    idea, other = waits(own, "Tilts"), waits(own, "Sols")
    page = desk.get(DESK)
    read = {f"read|{each.key}": each.mark for each in page.context["lines"]}
    assert all(f'name="{name}" value="{mark}"' in page.text for name, mark in read.items())
    actions.correct(idea=idea, body_lv="<p>Pērciet pie mums!</p>")

    page = decide(desk, "published", chosen=[key(idea), key(other)], **read)

    assert list(Idea.objects.published()) == [other]
    again = {f"read|{each.key}": each.mark for each in desk.get(DESK).context["lines"]}
    decide(desk, f"published|{key(idea)}", **again)
    assert set(Idea.objects.published()) == {idea, other}


@pytest.mark.parametrize(
    "data",
    [
        {"do": "published|ideas.idea:0"},
        {"do": "withdrawn|ideas.idea:1"},
        {"do": "published|core.user:1"},
        {"do": "published|x"},
        {"do": "published", "chosen": ["ideas.idea:²", "'"]},
        {"do": ""},
        {},
    ],
)
def test_nonsense_changes_nothing(desk, own, data):
    idea = waits(own, "Tilts")

    assert desk.post(DESK, data).status_code in (302, 422)
    assert desk.get(DESK + "?page=x&kind=%27&show=y").status_code == 200

    idea.refresh_from_db()
    assert (idea.state, Outbox.objects.count()) == ("pending", 0)


def test_rows_of_other_partnerships_are_out_of_reach(desk):
    idea = waits(PartnershipFactory(), "Svešā")

    decide(desk, f"published|{key(idea)}")

    idea.refresh_from_db()
    assert idea.state == "pending"


@pytest.mark.parametrize(("role", "status"), [(AUTHOR, 403), (MODERATOR, 200), (EDITOR, 200)])
def test_desk_is_for_who_decides(role, status, client):
    client.force_login(UserFactory(groups=[role]))

    assert client.get(DESK).status_code == status
    assert waiting.kinds_of(UserFactory(groups=[SITE_ADMINISTRATOR])) == []


def test_digest_comes_once_in_the_morning_if_something_waits(own, moderator):
    at_six, at_seven = (moment(hour) for hour in (6, 7))
    author = UserFactory(groups=[AUTHOR], email="a@example.lv")
    author.partnerships.add(own)
    assert digest.write_digests(at_seven) == 0
    waits(own, "Tilts", days=3)
    waits(PartnershipFactory(), "Svešā")

    assert [digest.write_digests(now) for now in (at_six, at_seven, at_seven)] == [0, 1, 0]

    mail = Outbox.objects.get()
    assert (mail.to, mail.subject) == ("velta@example.lv", "Jūsu lēmumu gaida 1 iesūtījums")
    assert "Idejas: 1" in mail.text
    assert digest.write_digests(at_seven + timedelta(days=1)) == 1


def moment(hour):
    return timezone.localtime().replace(hour=hour, minute=30)


def test_first_page_shows_what_waits_and_leads_to_the_desk(desk, own, moderator):
    in_order = desk.get(reverse("admin:index")).text
    assert f'<a href="{DESK}">Nekas negaida jūsu lēmumu</a>' in in_order
    waits(own, "Tilts")

    card = next(each for each in cards(moderator) if each.key == "desk")

    assert [each.key for each in cards(moderator) if each.number] == ["desk"]
    assert (card.number, [row[:2] for row in card.rows]) == (1, [(DESK, "Tilts")])
    assert [each[0] for each in card.lists] == [f"{DESK}?kind=ideas.idea"]
    assert waiting.card(UserFactory(groups=[AUTHOR])) is None
