"""An idea on its way: sent in, confirmed, decided on, corrected, taken back."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from core.retention import forget
from engage.decisions import decide
from engage.forms import stamp
from engage.models import Outbox
from ideas.models import Forum, Idea
from tests.factories import IdeaFactory, IdeaThemeFactory, UserFactory
from tests.opendata.reading import text

from .sending import form_of, link_in, new_address, sent

pytestmark = pytest.mark.django_db
SECRET = "Slepenais sols"


def public_pages(idea):
    """Every public address where the idea could be mentioned or counted."""
    forum = idea.forum
    slugs = [forum.slug]
    names = ("forum_detail", "summary", "board")
    pages = [reverse(f"ideas:{name}", args=slugs) for name in names]
    pages += [reverse("ideas:summary_file", args=[*slugs, form]) for form in ("csv", "json")]
    pages += [reverse("ideas:forum_list"), reverse("ideas:idea_list")]
    pages += [reverse("ideas:idea_data", args=[form]) for form in ("csv", "json", "atom")]
    return [*pages, "/sitemap.xml", "/lv/feeds/idea.xml", "/lv/mekle/?q=Slepenais", "/lv/"]


def telling(idea, *words):
    """Those of the public pages that show one of the words."""
    visitor = Client()
    pages = {page: text(visitor.get(page)) for page in public_pages(idea)}
    return [page for page, told in pages.items() if any(word in told for word in words)]


def test_empty_forum_asks_for_the_first_idea_instead_of_filters(client):
    forum = IdeaThemeFactory().forum
    IdeaFactory(title_lv="Cita foruma ideja")

    page = client.get(forum.get_absolute_url()).text

    wanted = f'Ideju šeit vēl nav. <a href="{new_address(forum)}">Iesūtiet pirmo</a>'
    assert (wanted in page, 'id="facets"' in page) == (True, False)


def test_idea_is_nowhere_until_it_is_confirmed_and_approved(client):
    theme = IdeaThemeFactory()
    known = IdeaFactory(theme=theme, title_lv="Redzama ideja")
    client.post(new_address(theme.forum), form_of(theme, title=SECRET))
    idea = Idea.objects.exclude(pk=known.pk).get()
    link = link_in("idea-confirm")
    count = '"ideas": 1'
    data = reverse("ideas:summary_file", args=[theme.forum.slug, "json"])

    assert telling(idea, SECRET, "slepenais-sols") == []
    client.get(link)
    idea.refresh_from_db()
    assert idea.state == "unconfirmed"
    assert telling(idea, SECRET, "slepenais-sols") == []
    client.post(link, {"do": "confirm"})
    idea.refresh_from_db()
    assert idea.state == "pending"
    assert telling(idea, SECRET, "slepenais-sols") == []
    assert count in text(client.get(data))
    assert client.get(idea.get_absolute_url()).status_code == 404
    decide(row=idea, to="published", by=UserFactory())
    assert len(telling(idea, SECRET, "slepenais-sols")) > 8
    assert count not in text(client.get(data))


def test_mail_that_asks_to_confirm_holds_nothing_that_was_typed(client):
    sent(client, title=SECRET, name="Viltvārdis", text="Noklikšķini te")

    mail = Outbox.objects.get()

    told = mail.subject + mail.text + mail.html
    assert [word for word in (SECRET, "Viltvārdis", "Noklikšķini") if word in told] == []


def test_name_and_address_of_the_sender_are_in_no_public_byte(client):
    idea = sent(client, title=SECRET)
    client.post(link_in("idea-confirm"), {"do": "confirm"})
    decide(row=Idea.objects.get(), to="published", by=UserFactory())

    pages = [*public_pages(idea), idea.get_absolute_url()]

    told = [page for page in pages if {"Anna Ozola", "anna@"} & set_of(Client().get(page))]
    assert told == []


def set_of(response):
    shown = text(response)
    return {word for word in ("Anna Ozola", "anna@") if word in shown}


def test_form_sent_twice_is_one_idea(client):
    theme = IdeaThemeFactory()
    form = form_of(theme)

    for _time in range(2):
        answer = client.post(new_address(theme.forum), form)

    assert answer.status_code == 302
    assert Idea.objects.count() == Outbox.objects.count() == 1


def test_address_that_is_corrected_in_the_same_form_gets_its_mail(client):
    theme = IdeaThemeFactory()
    form = form_of(theme, email="anna@exmaple.lv")

    for email in ("anna@exmaple.lv", "anna@example.lv"):
        client.post(new_address(theme.forum), {**form, "email": email})

    told = Outbox.objects.filter(key__startswith="idea-confirm").order_by("pk")
    assert list(told.values_list("to", flat=True)) == ["anna@exmaple.lv", "anna@example.lv"]


def test_two_forms_opened_in_the_same_second_are_two_occasions(client):
    for idea in IdeaFactory.create_batch(2):
        data = {"email": "anna@example.lv", "remark": "", "shown": stamp(age=60)}
        client.post(reverse("ideas:support", args=[idea.slug]), data)

    assert Outbox.objects.filter(key__startswith="idea-support").count() == 2


def test_preview_stores_nothing_and_keeps_what_was_typed(client):
    theme = IdeaThemeFactory()

    page = client.post(new_address(theme.forum), form_of(theme, title="<b>Sols</b>", preview="1"))

    assert "<h2>&lt;b&gt;Sols&lt;/b&gt;</h2>" in page.text
    assert 'value="&lt;b&gt;Sols&lt;/b&gt;"' in page.text
    assert Idea.objects.count() == Outbox.objects.count() == 0


def test_form_sent_after_the_close_is_refused_with_the_text_kept(client):
    theme = IdeaThemeFactory()
    form = form_of(theme, title=SECRET, text="Garš teksts")
    Forum.objects.update(closes_at=timezone.now() - timedelta(minutes=5))

    page = client.post(new_address(theme.forum), form)

    assert page.status_code == 200
    assert "Forums noslēdzās" in page.text
    assert SECRET in page.text
    assert "Garš teksts" in page.text
    assert 'name="send"' not in page.text
    assert Idea.objects.count() == Outbox.objects.count() == 0


@pytest.mark.parametrize("title", ["Лавочка у остановки", "!!!"])
def test_idea_in_other_letters_has_a_page_of_its_own(client, title):
    idea = sent(client, title=title)
    client.post(link_in("idea-confirm"), {"do": "confirm"})

    idea = decide(row=Idea.objects.get(), to="published", by=UserFactory())

    assert idea.slug_lv.startswith("idea-")
    assert title in client.get(idea.get_absolute_url()).text
    assert idea.url_in("lv") in Outbox.objects.get(key__startswith="decision").text


def test_rejection_needs_a_reason_in_the_service_and_in_sql():
    idea = IdeaFactory(published_at=None)

    with pytest.raises(ValueError, match="reason"):
        decide(row=idea, to="rejected", by=UserFactory(), reason=" ")
    with pytest.raises(IntegrityError), transaction.atomic():
        Idea.objects.update(state="rejected", reason="")

    idea.refresh_from_db()
    assert idea.state == "pending"


def test_rejection_needs_a_reason_at_the_desk(staff, own):
    idea = IdeaFactory(published_at=None, theme__forum__owner=own)
    key = f"ideas.idea-{idea.pk}"

    page = staff.get("/admin/desk/").text
    buttons = [part.partition('"')[0] for part in page.split('value="rejected|')[1:]]
    answer = staff.post("/admin/desk/", {"do": f"rejected|{buttons[0]}"})

    idea.refresh_from_db()
    assert (answer.status_code, idea.state, len(buttons)) == (422, "pending", 1), key


def test_rejected_idea_is_corrected_by_its_link_and_waits_again(client):
    sent(client)
    client.post(link_in("idea-confirm"), {"do": "confirm"})
    idea = decide(row=Idea.objects.get(), to="rejected", by=UserFactory(), reason="Kur tieši?")
    link = link_in("decision")

    page = client.get(link).text
    changed = form_of(idea.theme, title="Sols Mārupē", doers=["by_ngo"])
    client.post(link, {**changed, "do": "correct"})

    idea.refresh_from_db()
    assert "Kur tieši?" in page
    assert (idea.state, idea.title_lv, idea.doers) == (
        "pending",
        "Sols Mārupē",
        "biedrība vai nodibinājums",
    )


def test_published_idea_is_not_changed_by_its_link(client):
    sent(client)
    client.post(link_in("idea-confirm"), {"do": "confirm"})
    link = link_in("idea-received")
    idea = decide(row=Idea.objects.get(), to="published", by=UserFactory())

    for what in ("correct", "withdraw", "confirm"):
        client.post(link, {**form_of(idea.theme, title="Cits"), "do": what})

    idea.refresh_from_db()
    assert (idea.state, idea.title_lv) == ("published", "Sols pie pieturas")


def test_sender_takes_an_idea_back(client):
    sent(client)
    client.post(link_in("idea-confirm"), {"do": "confirm"})

    client.post(link_in("idea-received"), {"do": "withdraw"})

    assert Idea.objects.get().state == "withdrawn"


def test_names_go_a_year_after_the_forum_closes(client):
    idea = IdeaFactory(name="Anna Ozola", email="anna@example.lv")
    closed = timezone.now() - timedelta(days=366)
    Forum.objects.update(opens_at=closed - timedelta(days=1), closes_at=closed)

    forget(timezone.now())

    idea.refresh_from_db()
    forum = idea.theme.forum
    forum.refresh_from_db()
    assert (idea.name, idea.email, idea.is_published) == ("", None, True)
    assert forum.support_key == ""


def test_published_idea_needs_somebody_who_can_do_it():
    idea = IdeaFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        Idea.objects.filter(pk=idea.pk).update(by_residents=False)
