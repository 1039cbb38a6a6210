"""What staff see of mails: what waits or was given up, and the folder where no server is."""

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from core.admin.dashboard import cards
from core.roles import AUTHOR, NETWORK_EDITOR, SITE_ADMINISTRATOR
from engage import folder, sending
from engage.models import Outbox
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
LIST, FOLDER = "admin:engage_outbox_changelist", "admin:engage_outbox_folder"


@pytest.fixture
def mails_in_folder(settings, tmp_path):
    """A mail to a visitor, and one about an account, written as on a site without a server."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = tmp_path / "mail"
    text = "Sveika, Zenta!\n\nhttp://127.0.0.1:8000/lv/m/abc/\n"
    Outbox.objects.create(
        key="a", to="zenta@example.lv", subject="Jums ir vieta", text=text, html="<p>x</p>"
    )
    sending.work_off()
    mail.EmailMessage("Jauna parole", "http://127.0.0.1:8000/reset/", to=["a@example.lv"]).send()
    return settings.EMAIL_FILE_PATH


def test_mails_in_the_folder_bear_the_time_of_the_site(mails_in_folder):
    letter = folder.newest(False)[0]

    assert abs(letter.sent_at - timezone.now()) < timezone.timedelta(minutes=5)


def test_staff_read_mails_with_links_that_can_be_pressed(editor_client, mails_in_folder):
    page = editor_client.get(reverse(FOLDER)).text

    assert "Jums ir vieta" in page
    assert "Sveika, Zenta!" in page
    assert 'href="http://127.0.0.1:8000/lv/m/abc/"' in page
    assert reverse(FOLDER) in editor_client.get(reverse(LIST)).text


@pytest.mark.parametrize(("role", "number"), [(NETWORK_EDITOR, 1), (SITE_ADMINISTRATOR, 2)])
def test_links_that_set_a_password_are_for_who_keeps_accounts(mails_in_folder, role, number):
    user = UserFactory(groups=[role])

    assert len(folder.newest(user.has_perm("core.change_user"))) == number


def test_site_with_a_server_shows_no_folder(editor_client, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"

    assert reverse(FOLDER) not in editor_client.get(reverse(LIST)).text
    assert editor_client.get(reverse(FOLDER)).context["letters"] == []


def test_folder_is_emptied_after_a_month(mails_in_folder):
    now = timezone.now()

    assert folder.forget(None, now + timezone.timedelta(days=29)) == 0
    files = len(list(mails_in_folder.glob("*")))  # mails of one second may share one
    assert folder.forget(None, now + timezone.timedelta(days=31)) == files > 0
    assert list(mails_in_folder.glob("*")) == []


def test_mail_that_was_given_up_is_on_the_first_page_and_can_be_tried_again(editor_client):
    row = Outbox.objects.create(
        key="a",
        to="zenta@example.lv",
        subject="Jums ir vieta",
        attempts=6,
        last_error="550 no such user",
        failed_at=timezone.now(),
    )
    first_page = editor_client.get(reverse("admin:index")).text
    assert "Vēstules, ko neizdevās nosūtīt" in first_page
    assert "550 no such user" in first_page
    counts = editor_client.get(reverse(LIST)).context["counts"]
    assert counts == {"waiting": 0, "failed": 1, "sent": 0}

    editor_client.post(reverse("admin:engage_outbox_retry", args=[row.pk]))
    assert sending.work_off() == 1

    assert Outbox.objects.failed().count() == 0
    assert [each.to for each in mail.outbox] == [["zenta@example.lv"]]


def test_mail_that_waits_for_the_server_is_on_the_first_page(editor_client):
    refused = {"to": "zenta@example.lv", "last_error": "ConnectionRefusedError: [Errno 111]"}
    Outbox.objects.create(key="a", subject="Kopš rīta", attempts=4, **refused)
    Outbox.objects.create(key="b", subject="Kopš brīža", attempts=3, **refused)

    (card,) = [each for each in cards(UserFactory(groups=[NETWORK_EDITOR])) if each.key == "mails"]

    assert (card.number, [title for _address, title, _note in card.rows]) == (1, ["Kopš rīta"])
    page = editor_client.get(reverse(LIST) + "?state=delayed")
    assert [row.subject for row in page.context["cl"].queryset] == ["Kopš rīta"]
    assert "gaida pasta serveri" in page.text


def test_mail_that_lost_its_sense_cannot_be_sent_again(editor_client):
    now = timezone.now()
    told = {"subject": "Rīt pasākums", "failed_at": now, "last_error": sending.TOO_LATE}
    row = Outbox.objects.create(key="a", to="zenta@example.lv", not_after=now, **told)

    page = editor_client.get(reverse("admin:engage_outbox_change", args=[row.pk])).text
    editor_client.post(reverse("admin:engage_outbox_retry", args=[row.pk]))

    assert "vairs nav vajadzīga" in page
    assert "Mēģināt vēlreiz" not in page
    assert sending.work_off() == 0


def test_author_hears_nothing_of_mails():
    assert "mails" not in {card.key for card in cards(UserFactory(groups=[AUTHOR]))}


@pytest.mark.parametrize("query", ["state=waiting", "state=failed", "state=sent", "state=%27x"])
def test_list_is_narrowed_by_state(editor_client, query):
    Outbox.objects.create(key="w", to="a@example.lv")
    Outbox.objects.create(key="f", to="a@example.lv", failed_at=timezone.now())
    Outbox.objects.create(key="s", to="a@example.lv", sent_at=timezone.now())

    rows = editor_client.get(f"{reverse(LIST)}?{query}").context["cl"].queryset

    kinds = {"state=waiting": "w", "state=failed": "f", "state=sent": "s"}
    assert "".join(sorted(row.key for row in rows)) == kinds.get(query, "fsw")
