"""Who comes to an event, as staff see it: the list, papers, messages; the doings behind buttons."""

import io
import re

import openpyxl
import pytest
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from core.admin.dashboard import cards
from core.models import AuditEntry
from core.roles import AUTHOR, EDITOR
from engage.models import Outbox
from events.desk import sign_in
from events.models import Event, Registration
from projects.models import AcknowledgementRule
from tests.factories import (
    EventFactory,
    FundFactory,
    PartnershipFactory,
    ProgrammeFactory,
    ProjectFactory,
    UserFactory,
)

from .registering import coming, move, open_event, states

pytestmark = pytest.mark.django_db
NASTY = '=HYPERLINK("http://evil.example";"Klikšķini")'


@pytest.fixture
def own():
    return PartnershipFactory()


@pytest.fixture
def staff(client, own):
    """An editor of the partnership that holds the events."""
    user = UserFactory(groups=[EDITOR], email="redaktors@example.lv")
    user.partnerships.add(own)
    client.force_login(user)
    return client


@pytest.fixture
def event(own):
    return open_event(owner=own, title_lv="Darbnīca", capacity=2, published_at=timezone.now())


def url(name, event):
    return reverse(f"admin:events_event_{name}", args=[event.pk])


def names_on(page):
    return re.findall(r'<th scope="row">([^<]*)<', page.text)


def row_of(page, name):
    return next(row for row in page.text.split("<tr>") if f'row">{name}<' in row)


def test_list_has_who_comes_by_name_then_the_queue(staff, event):
    for name in ("Žanis", "Āris"):
        coming(event, name=name)
    for name in ("Zane", "Anna"):
        coming(event, name=name)

    page = staff.get(url("people", event))

    assert names_on(page) == ["Āris", "Žanis", "Zane", "Anna"]
    assert "<b>2 / 2</b>" in page.text
    assert "<b>2</b> gaida" in page.text


def test_list_is_searched_by_name_mail_and_organisation(staff, event):
    coming(event, name="Anna Ozola", organisation="Zemnieku saeima")
    coming(event, name="Jānis Bērzs", email="janis@piens.lv")

    found = [
        names_on(staff.get(url("people", event) + f"?q={q}")) for q in ("ozol", "piens", "zzz")
    ]

    assert found == [["Anna Ozola"], ["Jānis Bērzs"], []]


def test_who_called_gets_a_place_then_a_turn(staff, event):
    for name in ("Anna", "Ilze", "Zane"):
        staff.post(url("add_person", event), {"name": name, "email": f"{name}@example.lv"})

    rows = event.registrations.order_by("pk")
    assert [(row.name, row.state, row.source) for row in rows] == [
        ("Anna", "confirmed", "staff"),
        ("Ilze", "confirmed", "staff"),
        ("Zane", "waiting", "staff"),
    ]
    again = staff.post(url("add_person", event), {"name": "Cita", "email": "anna@example.lv"})
    assert "Šis cilvēks jau ir pieteicies" in again.text
    assert 'value="Cita"' in again.text
    assert rows.count() == 3


def test_button_gives_a_free_place_and_another_cancels(staff, event):
    first, second, third = coming(event, 3)
    move(event, closes_at=timezone.now())

    staff.post(url("withdraw", event), {"row": first.pk})
    page = staff.get(url("people", event))
    assert states([first, second, third]) == ["cancelled", "confirmed", "waiting"]
    assert re.search(r"<b>1</b>\s+brīva vieta", page.text)

    staff.post(url("move_up", event), {"row": third.pk})
    assert states([first, second, third]) == ["cancelled", "confirmed", "confirmed"]


def test_buttons_reach_no_row_of_another_event(staff, event):
    (row,) = coming(open_event())

    answers = [staff.post(url(name, event), {"row": row.pk}) for name in ("withdraw", "move_up")]

    assert [each.status_code for each in answers] == [404, 404]
    assert states([row]) == ["confirmed"]


def test_ticks_are_kept_in_one_save_and_taken_back(staff, event):
    rows = coming(event, 2)
    keys = [row.pk for row in rows]

    staff.post(url("attendance", event), {"shown": keys, "came": keys[:1]})
    assert list(event.registrations.order_by("pk").values_list("attended", flat=True)) == [
        True,
        None,
    ]
    page = staff.get(url("people", event))
    assert page.text.count(" checked") == 1

    staff.post(url("attendance", event), {"shown": keys, "came": keys[1:]})
    assert list(event.registrations.order_by("pk").values_list("attended", flat=True)) == [
        None,
        True,
    ]


def test_rows_that_were_not_shown_keep_their_tick(staff, event):
    first, second = coming(event, 2)
    Registration.objects.filter(pk=first.pk).update(attended=True)

    staff.post(url("attendance", event), {"shown": [second.pk], "came": [second.pk]})

    assert set(event.registrations.values_list("attended", flat=True)) == {True}


def test_nothing_is_changed_by_looking(staff, event):
    names = ("add_person", "attendance", "withdraw", "move_up", "people_table", "sheet")

    assert {name: staff.get(url(name, event)).status_code for name in names} == dict.fromkeys(
        names, 404
    )


def test_table_holds_no_formula_and_the_log_says_who_took_it(staff, event):
    coming(event, name=NASTY, organisation="+371", answer="@SUM(A1)")

    response = staff.post(url("people_table", event))

    (heading, row), _instructions = (
        list(sheet.iter_rows()) for sheet in openpyxl.load_workbook(io.BytesIO(response.content))
    )
    cells = dict(zip([each.value for each in heading], row, strict=True))
    assert {cell.data_type for cell in row} <= {"s", "inlineStr"}
    assert (cells["Vārds un uzvārds"].value, cells["Organizācija"].value) == (NASTY, "+371")
    assert "no-store" in response["Cache-Control"]
    entry = AuditEntry.objects.get(kind="export")
    assert entry.detail == "pasākuma Darbnīca dalībnieki: tabula"
    assert entry.actor_name.endswith(")")


def test_message_goes_once_to_those_it_is_for(staff, event):
    placed, waiting = coming(event, 2), coming(event)
    form = staff.get(url("message", event))
    key = re.search(r'name="key" value="([^"]+)"', form.text)[1]
    data = {"key": key, "to": "waiting", "subject": "Ziņa", "text": "Būs vēl viena diena."}

    for _time in range(2):
        staff.post(url("message", event), data)

    mails = Outbox.objects.filter(key__startswith="message:")
    assert [(mail.to, mail.reply_to) for mail in mails] == [
        (waiting[0].email, "redaktors@example.lv")
    ]
    assert "Būs vēl viena diena." in mails[0].text
    assert placed[0].email not in mails[0].text


def test_message_keeps_what_was_typed(staff, event):
    page = staff.post(url("message", event), {"to": "waiting", "text": "Bez temata", "key": "x"})

    assert page.status_code == 200
    assert "Bez temata" in page.text
    assert not Outbox.objects.filter(key__startswith="message:").exists()


def test_steps_ask_first_and_are_written_into_the_history(staff, event):
    coming(event)
    reasons = {"reason_lv": "Slimība", "reason_en": ""}

    assert staff.post(url("cancel", event), {"reason_en": "Illness"}).status_code == 200
    event.refresh_from_db()
    assert not event.is_cancelled
    staff.post(url("cancel", event), reasons)

    event.refresh_from_db()
    assert (event.is_cancelled, event.cancel_reason_lv) == (True, "Slimība")
    assert staff.get(url("cancel", event)).status_code == 404
    assert "Atcelts." in staff.get(url("history", event)).text


def test_closed_event_shows_its_figures(staff, event):
    coming(event)
    move(event, starts_at=timezone.now(), ends_at=timezone.now())

    staff.post(url("close", event), {"attended_total": "12"})

    form = staff.get(url("change", event))
    assert "ieradās 12" in form.text
    assert " disabled" in row_of(staff.get(url("people", event)), "Anna Ozola")
    assert staff.get(url("close", event)).status_code == 404


def test_events_that_are_over_wait_to_be_closed(staff, event, own):
    """Those of the person's own partnership, and none for whoever does not see people."""
    now = timezone.now()
    for each in (event, open_event(), open_event(owner=own, published_at=None)):
        move(each, starts_at=now, ends_at=now)
    author = UserFactory(groups=[AUTHOR])
    author.partnerships.add(own)

    names = [
        [name for card in cards(user) if card.key == "events" for _url, name, _note in card.rows]
        for user in (own.staff.exclude(pk=author.pk).get(), author)
    ]

    assert names == [[str(event), str(own_draft(own))], []]


def own_draft(own):
    return Event.objects.get(owner=own, published_at=None)


def test_copy_opens_as_a_draft(staff, event):
    response = staff.post(url("duplicate", event), {"starts_at": "2030-05-04T10:00"})

    copy = Event.objects.exclude(pk=event.pk).get()
    assert response.url == url("change", copy)
    assert timezone.localtime(copy.starts_at).isoformat() == "2030-05-04T10:00:00+03:00"
    assert copy.owner == event.owner
    assert not copy.is_published


# The list that people sign.


@pytest.fixture
def paid(own):
    """An event of a project whose fund has a rule."""
    fund = FundFactory(name_lv="Fonds laukiem", name_en="Fund for the country", kind="eu")
    rule = AcknowledgementRule.objects.create(
        name_lv="Noteikums",
        statement_lv="Līdzfinansē Eiropas Savienība",
        statement_en="Co-funded by the European Union",
        names_fund=True,
    )
    rule.funds.add(fund)
    project = ProjectFactory(
        title_lv="Ciemi", number="19-00-A019.333-000005", programme=ProgrammeFactory(fund=fund)
    )
    return open_event(owner=own, title_lv="Apkaimes darbnīca", title_en="Workshop", project=project)


def read(data):
    pdf = PdfReader(io.BytesIO(data))
    return pdf, " ".join(" ".join(page.extract_text() for page in pdf.pages).split())


def test_sheet_holds_the_acknowledgement_of_the_funder(staff, paid):
    """Acceptance check 14."""
    coming(paid, name="Žanis Āboliņš", organisation="Biedrība „Ķekava”")

    _pdf, text = read(staff.post(url("sheet", paid), {"language": "lv"}).content)

    for words in (
        *("Līdzfinansē Eiropas Savienība", "Fonds laukiem", "19-00-A019.333-000005"),
        *("Apkaimes darbnīca", "Žanis Āboliņš", "Biedrība „Ķekava”", "Paraksts"),
    ):
        assert words in text
    assert AuditEntry.objects.get(kind="export").detail.endswith(": dalībnieku saraksts")


def test_sheet_is_tagged_and_says_its_language(paid):
    coming(paid, name="Žanis Āboliņš")

    for language, words in (
        ("lv", "Dalībnieku saraksts"),
        ("en", "Co-funded by the European Union"),
    ):
        pdf, text = read(sign_in.sheet(paid, language))
        root = pdf.trailer["/Root"]
        assert (root["/Lang"], root["/MarkInfo"]["/Marked"].value) == (language, True)
        assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
        assert words in text


def test_sheet_has_fifteen_empty_rows_and_its_head_on_every_page(paid):
    coming(paid, 30)

    pdf, text = read(sign_in.sheet(paid, "lv"))

    assert len(pdf.pages) > 1
    assert [page.extract_text().count("Paraksts") for page in pdf.pages] == [1] * len(pdf.pages)
    assert re.search(r"\b45\b", text)
    assert not re.search(r"\b46\b", text)


@pytest.mark.parametrize("text", ['#read("/etc/passwd")', "😀", "a" * 150, "*_$\\ [#]"])
def test_no_name_becomes_code(paid, text):
    coming(paid, name=text, organisation=text)
    Event.objects.filter(pk=paid.pk).update(title_lv=text)
    paid.refresh_from_db()

    _pdf, found = read(sign_in.sheet(paid, "lv"))

    assert "root:" not in found


def test_sheet_without_a_project_and_of_nobody(own):
    event = EventFactory(owner=own, title_lv="Seminārs")

    _pdf, text = read(sign_in.sheet(event, "lv"))

    assert "Seminārs" in text
    assert re.search(r"\b15\b", text)


def test_sheet_is_kept_nowhere(paid, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    coming(paid, name="Žanis")

    sign_in.sheet(paid, "lv")

    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["lock"]
