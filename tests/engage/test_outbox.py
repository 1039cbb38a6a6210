"""Mails: written once with the change they tell of, sent once, tried again, given up, emptied."""

import smtplib
from datetime import timedelta

import pytest
from django.core import mail
from django.db import transaction
from django.utils import timezone

from engage import sending
from engage.models import Outbox
from engage.outbox import OutsideTransaction, one_line, post

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture(autouse=True)
def letter(settings, tmp_path):
    """A mail's template of its own."""
    folder = tmp_path / "templates" / "trial"
    folder.mkdir(parents=True)
    (folder / "letter.txt").write_text(
        "{% autoescape off %}{% translate 'Contacts' %}:\n"
        " {{ name }}\n\n{{ link }}\n{% endautoescape %}"
    )
    engine = {**settings.TEMPLATES[0], "DIRS": [*settings.TEMPLATES[0]["DIRS"], folder.parent]}
    settings.TEMPLATES = [engine]


def write(key="a", to="anna@example.lv", language="lv", **more):
    context = {"name": "A <b> & C", "link": "https://example.lv/x/?a=1&b=2"}
    return post(key=key, to=to, template="trial/letter", language=language, context=context, **more)


def states():
    rows = Outbox.objects.order_by("key")
    return [(row.key, bool(row.sent_at), bool(row.failed_at), row.attempts) for row in rows]


def refuse(error):
    def send(self, fail_silently=False):
        raise error

    return send


def test_mail_is_drawn_in_the_language_of_its_reader_and_html_is_harmless():
    write(key="lv")
    write(key="en", language="en")

    latvian, english = Outbox.objects.order_by("-key")
    assert (latvian.subject, english.subject) == ("Kontakti:", "Contacts:")
    assert latvian.text == "A <b> & C\n\nhttps://example.lv/x/?a=1&b=2\n"
    assert '<html lang="lv">' in latvian.html
    assert "<p>A &lt;b&gt; &amp; C</p>" in latvian.html
    assert '<a href="https://example.lv/x/?a=1&amp;b=2"' in latvian.html


def test_one_reason_is_told_once():
    assert [write(), write(), write(key="b")] == [True, False, True]

    assert states() == [("a", False, False, 0), ("b", False, False, 0)]


def test_line_breaks_make_no_header():
    assert one_line("a@b.lv\r\nBcc: c@d.lv") == "a@b.lv Bcc: c@d.lv"


def test_mail_goes_with_its_change_or_not_at_all():
    savepoint = transaction.savepoint()
    write()
    transaction.savepoint_rollback(savepoint)

    assert states() == []


@pytest.mark.django_db(transaction=True)
def test_mail_cannot_be_written_outside_a_transaction():
    with pytest.raises(OutsideTransaction):
        write()


def test_sent_mail_is_complete_and_leaves_nothing_behind():
    write(ics="BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", reply_to="birojs@example.lv")

    assert (sending.work_off(), sending.work_off()) == (1, 0)

    (sent,) = mail.outbox
    row = Outbox.objects.get()
    assert (sent.to, sent.reply_to, sent.subject) == (
        ["anna@example.lv"],
        ["birojs@example.lv"],
        "Kontakti:",
    )
    raw = sent.message()
    assert [part.get_content_type() for part in raw.walk() if not part.is_multipart()] == [
        "text/plain",
        "text/html",
        "text/calendar",
    ]
    assert raw["Auto-Submitted"] == "auto-generated"
    assert raw["Message-ID"].startswith(f"<{row.message_id}@")
    assert (row.text, row.html, row.ics, row.attempts) == ("", "", "", 1)


def test_mail_that_is_not_due_waits():
    write(not_before=NOW + timedelta(hours=1))

    assert sending.work_off(NOW) == 0
    assert sending.work_off(NOW + timedelta(hours=2)) == 1


def minutes_waited(monkeypatch, error):
    """How long one mail waits after each try, if the server always answers with `error`."""
    monkeypatch.setattr(mail.EmailMultiAlternatives, "send", refuse(error))
    write()
    moment, waited = timezone.now(), []
    while Outbox.objects.get().failed_at is None:
        sending.work_off(moment)
        row = Outbox.objects.get()
        waited.append((row.not_before - moment).total_seconds() / 60)
        moment = max(row.not_before, moment)
    monkeypatch.undo()
    return waited


@pytest.mark.parametrize(
    "error",
    [
        ConnectionRefusedError(111),
        smtplib.SMTPAuthenticationError(535, b"wrong password"),
        smtplib.SMTPRecipientsRefused({"anna@example.lv": (450, b"greylisted")}),
        smtplib.SMTPDataError(451, b"try again later"),
    ],
)
def test_mail_is_tried_for_four_days_at_growing_intervals(monkeypatch, error):
    waited = minutes_waited(monkeypatch, error)

    assert waited == [1, 5, 30, 120, 240, *[360] * 15, 0]
    assert 4 <= sum(waited) / 60 / 24 < 4.1


@pytest.mark.parametrize(
    "error",
    [
        smtplib.SMTPRecipientsRefused({"anna@example.lv": (550, b"no such user")}),
        smtplib.SMTPDataError(554, b"no such user"),
        ValueError("no such user"),
    ],
)
def test_mail_that_is_refused_for_good_is_given_up_the_same_day(monkeypatch, error):
    assert minutes_waited(monkeypatch, error) == [1, 5, 30, 120, 240, 0]

    row = Outbox.objects.get()
    assert "no such user" in row.last_error
    assert sending.work_off(NOW + timedelta(days=9)) == 0
    sending.send_again(row=row)
    assert sending.work_off() == 1


def test_mail_that_lost_its_sense_is_never_sent():
    write(key="late", not_after=NOW + timedelta(hours=1))
    write(key="in time", not_after=NOW + timedelta(hours=3))

    assert sending.work_off(NOW + timedelta(hours=2)) == 1

    assert states() == [("in time", True, False, 1), ("late", False, True, 0)]
    late = Outbox.objects.get(key="late")
    assert late.last_error == "has lost its sense meanwhile"
    Outbox.objects.update(not_after=NOW - timedelta(hours=1))
    assert (sending.send_again(row=late), sending.work_off()) == (0, 0)
    assert [each.subject for each in mail.outbox] == ["Kontakti:"]


def test_mail_that_cannot_be_sent_keeps_no_other_from_leaving(monkeypatch):
    send = mail.EmailMultiAlternatives.send

    def choosy(self, fail_silently=False):
        if self.to == ["bad@example.lv"]:
            raise smtplib.SMTPDataError(554, b"rejected\r\nas spam")
        return send(self)

    monkeypatch.setattr(mail.EmailMultiAlternatives, "send", choosy)
    write(key="a", to="bad@example.lv")
    write(key="b")

    assert sending.work_off() == 1
    assert states() == [("a", False, False, 1), ("b", True, False, 1)]
    assert Outbox.objects.get(key="a").last_error == "554 rejected as spam"


def test_server_that_does_not_answer_ends_the_round(monkeypatch):
    monkeypatch.setattr(mail.EmailMultiAlternatives, "send", refuse(ConnectionRefusedError(111)))
    for key in "abc":
        write(key=key)

    assert sending.work_off() == 0
    assert [each[-1] for each in states()] == [1, 0, 0]


def test_addresses_go_after_a_month_and_keys_much_later():
    for key in "abcd":
        write(key=key)
    Outbox.objects.filter(key="a").update(text="", html="", sent_at=NOW - timedelta(days=31))
    Outbox.objects.filter(key="b").update(failed_at=NOW - timedelta(days=31))
    Outbox.objects.filter(key="c").update(text="", html="", sent_at=NOW - timedelta(days=29))

    for kept in Outbox.retention:
        kept.forget(Outbox, NOW)

    rows = Outbox.objects.order_by("key").values_list("key", "to", "subject", "text")
    assert [row[:2] for row in rows] == [
        ("a", ""),
        ("b", ""),
        ("c", "anna@example.lv"),
        ("d", "anna@example.lv"),
    ]
    assert rows[0] == ("a", "", "", "")
    assert rows[1] == ("b", "", "", "")
    for kept in Outbox.retention:
        kept.forget(Outbox, NOW + timedelta(days=501))
    assert list(Outbox.objects.order_by("key").values_list("key", flat=True)) == ["d"]
    assert not write(key="d")
