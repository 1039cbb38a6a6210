"""What staff do with a forum: paper, tables, merging, answers, handing over, archiving."""

import hashlib
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from core.exchange import files
from core.models import Version
from core.roles import AUTHOR
from engage.models import Outbox
from ideas import actions, handing, importing, jobs
from ideas.models import Handover, Idea
from ideas.summary import Summary
from tests.admin.forms import sent
from tests.factories import (
    ForumFactory,
    IdeaFactory,
    IdeaThemeFactory,
    OrganisationFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
ROWS = [
    ["1", "Vide", "Sols pie pieturas", "Kur apsēsties.", "", "x", "", "", "4"],
    ["2", "Vide", "Apgaismojums", "", "", "", "", "jā", ""],
]


@pytest.fixture
def forum(own):
    forum = ForumFactory(owner=own)
    IdeaThemeFactory(forum=forum, name_lv="Vide")
    return forum


def table(rows):
    return files.as_xlsx(importing.HEADINGS, rows)


def titles():
    return sorted(Idea.objects.published().values_list("title_lv", flat=True))


def test_table_that_comes_twice_adds_nothing_the_second_time(staff, forum, url):
    def send(rows):
        upload = SimpleUploadedFile("idejas.xlsx", table(rows))
        page = staff.post(url("table", forum), {"file": upload})
        counts = page.context["numbers"]
        staff.post(url("table", forum), {"digest": page.context["digest"]})
        return counts, titles(), page.context["lines"]

    first = send(ROWS)
    second = send(ROWS)
    changed = send([ROWS[0], ["2", "Vide", "Apgaismojums", "Tumšs.", "", "", "x", "jā", ""]])

    assert first[:2] == (
        {"new": 2, "known": 0, "changed": 0, "wrong": 0},
        ["Apgaismojums", "Sols pie pieturas"],
    )
    assert second[:2] == ({"new": 0, "known": 2, "changed": 0, "wrong": 0}, first[1])
    assert changed[:2] == ({"new": 0, "known": 1, "changed": 1, "wrong": 0}, first[1])
    assert changed[2][1].differs == ["Teksts latviešu valodā", "biedrība vai nodibinājums"]
    assert Idea.objects.get(title_lv="Sols pie pieturas").paper_supports == 4


def test_check_of_a_table_stores_nothing_and_names_every_mistake(staff, forum, url):
    rows = [
        ["", "Kosmoss", "Raķete", "", "Marss", "", "", "", "daudz"],
        ["", "Vide", "", "", "", "x", "", "", ""],
    ]
    upload = SimpleUploadedFile("idejas.xlsx", table(rows))

    page = staff.post(url("table", forum), {"file": upload})

    assert [line.errors for line in page.context["lines"]] == [
        [
            "Forumā nav tēmas „Kosmoss”.",
            "Forumā nav vietas „Marss”.",
            "„daudz” nav atbalstītāju skaits.",
            "Norādiet, kas ideju var īstenot.",
        ],
        ["Ideja ir tukša."],
    ]
    assert "Store" not in page.text
    assert Idea.objects.count() == 0


def test_same_row_cannot_stand_twice_in_the_database():
    idea = IdeaFactory(import_key="a")

    with pytest.raises(IntegrityError), transaction.atomic():
        IdeaFactory(theme=idea.theme, import_key="a")


def test_ideas_from_paper_are_published_and_empty_rows_left_out(staff, forum, url):
    theme = forum.themes.get()
    page = staff.get(url("paper", forum))
    data = {**page.context["sheet"].management_form.initial, "event": "", "territory": ""}
    data = {f"form-{name}": value for name, value in data.items()} | {"event": "", "territory": ""}
    data |= {"form-0-title": "Sols", "form-0-theme": theme.pk, "form-0-doers": ["by_ngo"]}
    data |= {"form-3-title": "Soliņš bez tēmas"}

    refused = staff.post(url("paper", forum), data)
    kept = "Soliņš bez tēmas" in refused.text
    staff.post(url("paper", forum), data | {"form-3-theme": theme.pk, "form-3-doers": ["by_ngo"]})

    assert (kept, titles()) == (True, ["Soliņš bez tēmas", "Sols"])
    assert {row.source for row in Idea.objects.all()} == {"event"}


def test_merged_ideas_keep_pages_and_supports_and_count_once(client, staff, forum, url):
    theme = forum.themes.get()
    idea = IdeaFactory(theme=theme, title_lv="Sols", paper_supports=3, email="anna@example.lv")
    into = IdeaFactory(theme=theme, title_lv="Soli visās pieturās", paper_supports=5)

    staff.post(url("merge", idea), {"into": into.pk})

    visitor = Client()
    pages = [visitor.get(each.get_absolute_url()).text for each in (idea, into)]
    assert into.get_absolute_url() in pages[0]
    assert idea.get_absolute_url() in pages[1]
    assert "5 atbalstītāji" in pages[1]
    assert [each.title for each in Summary(forum).ideas] == ["Soli visās pieturās"]
    assert Summary(forum).supports == (0, 5)
    listed = visitor.get(forum.get_absolute_url())
    assert [each.title for each in listed.context["page"]] == ["Soli visās pieturās"]
    assert Outbox.objects.get().to == "anna@example.lv"
    staff.post(url("part", idea))
    assert len(Summary(forum).ideas) == 2


def test_idea_is_not_merged_into_a_merged_one_or_another_forum(forum):
    first, second = (IdeaFactory(theme=forum.themes.get()) for _each in range(2))
    other = IdeaFactory()
    actions.merge(idea=first, into=second)

    for idea, into in ((second, first), (second, other), (second, second)):
        with pytest.raises(actions.NotPossible):
            actions.merge(idea=idea, into=into)


def test_answer_is_told_with_its_text_and_needs_one_to_decline(staff, forum, url):
    idea = IdeaFactory(theme=forum.themes.get(), email="anna@example.lv")
    form = staff.get(url("change", idea))

    refused = staff.post(url("change", idea), sent(form, answer="declined"))
    staff.post(url("change", idea), sent(form, answer="declined", answer_text_lv="Nav naudas."))

    idea.refresh_from_db()
    assert refused.status_code == 200
    assert (idea.answer, idea.answered_at is not None) == ("declined", True)
    assert "Nav naudas." in Outbox.objects.get().text
    assert "Nav naudas." in Client().get(idea.get_absolute_url()).text
    with pytest.raises(IntegrityError), transaction.atomic():
        Idea.objects.update(answer_text_lv="")


def test_corrected_answer_is_told_only_on_request(staff, forum, url):
    idea = IdeaFactory(theme=forum.themes.get(), email="anna@example.lv")

    def save(**values):
        """The subjects of the mails so far, after one more save of the form."""
        staff.post(url("change", idea), sent(staff.get(url("change", idea)), **values))
        return list(Outbox.objects.order_by("pk").values_list("subject", flat=True))

    first = f"Atbilde uz jūsu ideju: {idea.title}"
    changed = f"Mainījusies atbilde uz jūsu ideju: {idea.title}"
    assert save(answer="considering") == [first]
    assert save(answer_text_lv="Šogad nav nauda.") == [first, changed]
    told_at = Idea.objects.get().answered_at
    assert save(answer_text_lv="Šogad nav naudas.") == [first, changed]
    assert Idea.objects.get().answered_at == told_at
    assert save(answer_text_lv="Būs 2027. gadā.", tell_sender="on") == [first, changed, changed]
    assert save(answer="declined") == [first, *[changed] * 3]
    assert "Būs 2027. gadā." in Outbox.objects.order_by("pk").last().text


def test_nobody_is_to_be_told_where_there_is_no_address(staff, forum, url):
    idea = IdeaFactory(theme=forum.themes.get(), answer="considering", answered_at=timezone.now())

    page = staff.get(url("change", idea)).text

    assert "tell_sender" not in page


def handed(forum, organisation, **more):
    data = {"organisation": organisation.pk, "handed_on": "2026-11-02", **more}
    return {"email": "", "reply_due": "", "note": "", **data}


def test_ideas_are_handed_over_once_with_a_frozen_document(staff, forum, url):
    IdeaFactory(theme=forum.themes.get(), title_lv="Sols")
    town = OrganisationFactory(kind="municipality", name_lv="Mārupes novada pašvaldība")
    data = handed(forum, town, email="novads@example.lv", reply_due="2026-11-20")

    for email in ("novads@example.lv", "dome@example.lv"):
        staff.post(url("handovers", forum), data | {"email": email})

    row = Handover.objects.get()
    file = row.document.files.get()
    visitor = Client()
    frozen = b"".join(visitor.get(file.address()).streaming_content)
    page = visitor.get(forum.get_absolute_url()).text
    mail = Outbox.objects.get()
    assert hashlib.sha256(frozen).hexdigest() == row.sha256 == file.sha256
    assert row.sha256 in page
    assert 'datetime="2026-11-02"' in page
    assert (mail.to, row.sha256 in mail.text, file.address() in mail.text) == (
        "novads@example.lv",
        True,
        True,
    )
    with pytest.raises(handing.HandedAlready):
        handing.hand_over(forum=forum, organisation=town)
    with pytest.raises(IntegrityError), transaction.atomic():
        Handover.objects.create(forum=forum, organisation=town, document=row.document)


def test_staff_hear_once_of_a_reply_that_is_overdue(editor, forum):
    town = OrganisationFactory(kind="municipality")
    row = handing.hand_over(
        forum=forum, organisation=town, reply_due=timezone.localdate() + timedelta(days=1)
    )
    times = [timezone.now() + timedelta(days=days) for days in (0, 1, 2, 3)]

    written = [jobs.remind_of_replies(each) for each in times]

    assert written == [0, 0, 1, 0]
    assert Outbox.objects.get().to == editor.email
    handing.note_reply(handover=row, replied_on=timezone.localdate())
    assert Handover.objects.overdue(timezone.localdate() + timedelta(days=9)).count() == 0


def test_archived_forum_takes_nothing(staff, forum, url):
    staff.post(url("archive", forum))

    forum.refresh_from_db()
    assert (forum.is_open, forum.support_key, forum.is_published) == (False, "", True)


def test_pages_about_a_forum_are_for_whoever_may_publish_it(client, own, forum, url):
    idea = IdeaFactory(theme=forum.themes.get())
    author = UserFactory(groups=[AUTHOR])
    author.partnerships.add(own)
    pages = [url(name, forum) for name in ("paper", "table", "table_form", "handovers", "archive")]
    pages += [url("reply", forum), url("merge", idea), url("part", idea)]

    def statuses():
        return {client.get(each).status_code for each in pages} | {
            client.post(each).status_code for each in pages
        }

    assert statuses() == {302}
    client.force_login(author)
    assert statuses() == {403}
    assert Idea.objects.count() == 1


def test_sender_is_shown_to_whoever_decides_and_kept_in_no_version(staff, forum, url):
    idea = IdeaFactory(theme=forum.themes.get(), name="Anna Ozola", email="anna@example.lv")

    form = staff.get(url("change", idea))
    staff.post(url("change", idea), sent(form, title_lv="Labots"))

    told = [each.data for each in idea_versions(idea)]
    assert "Anna Ozola, anna@example.lv" in form.text
    assert told
    assert not any("Anna" in str(each) or "anna@" in str(each) for each in told)


def idea_versions(idea):
    return Version.objects.filter(label="ideas.idea", object_id=idea.pk)


def test_editor_types_in_an_idea_that_is_published_at_once(staff, forum):
    address = reverse("admin:ideas_idea_add")
    form = staff.get(address)
    data = sent(form, title_lv="Sols", theme=forum.themes.get().pk)

    refused = staff.post(address, data)
    staff.post(address, data | {"by_ngo": "on"})

    assert "Norādiet, kas ideju var īstenot." in refused.text
    assert titles() == ["Sols"]


def test_sender_who_corrects_an_idea_is_not_overwritten_by_an_open_form(staff, forum, url):
    theme = forum.themes.get()
    idea = IdeaFactory(theme=theme, state="pending", published_at=None, email="a@b.lv")
    form = reverse("admin:ideas_idea_change", args=[idea.pk])
    opened = staff.get(form)

    actions.correct(idea=idea, title_lv="Ko es gribēju teikt")
    answer = staff.post(form, sent(opened, title_lv="Staff"))

    idea.refresh_from_db()
    assert idea.title_lv == "Ko es gribēju teikt"
    assert "Iesūtītājs" in str(answer.context["adminform"].form.errors)
    assert answer.context["adminform"].form["title_lv"].value() == "Staff"


def test_deleted_idea_comes_back_to_the_desk_and_not_to_visitors(staff, forum):
    idea = IdeaFactory(theme=forum.themes.get(), state="rejected", published_at=None)
    staff.post(reverse("admin:ideas_idea_delete", args=[idea.pk]), {"post": "yes"})
    version = Version.objects.get(kind=Version.Kind.DELETED)

    form = f"{reverse('admin:ideas_idea_add')}?version={version.pk}"
    staff.post(form, sent(staff.get(form)))

    back = Idea.objects.get()
    assert (back.pk, back.state, back.published_at) == (idea.pk, "pending", None)
