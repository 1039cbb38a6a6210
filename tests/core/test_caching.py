"""The page cache: what is kept, that Django would answer the same, that no change is missed."""

import errno
import os
import runpy
import threading
from contextlib import contextmanager
from datetime import timedelta
from itertools import chain

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from config.furniture import around
from config.wsgi import application
from core import counting
from core.admin.previews import link_to
from core.caching import folder, memory, middleware, tables, watch
from core.caching.wsgi import KeptPages
from core.content import content_models
from core.models import Version, ViewCount
from core.roles import NETWORK_EDITOR, make_groups
from pages.models import SiteProfile
from search import watching
from tests.admin import forms
from tests.factories import (
    ForumFactory,
    IdeaFactory,
    IdeaThemeFactory,
    PageFactory,
    PostFactory,
    ProjectFactory,
    UserFactory,
)
from tests.waiting import wait_until

DIFFERENT = {"ETag", "Content-Length", "Content-Encoding"}
VIDEO = '<p><a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ">Video</a></p>'


@pytest.fixture
def visitor(settings, tmp_path, transactional_db):
    """Somebody without cookies at a site that keeps pages."""
    settings.DATA_DIR, settings.KEPT_PAGES = tmp_path, 50
    watch.WATCH.start()
    yield Client()
    watch.WATCH.stop()


def settle():
    """Begin to listen anew: what was changed before is not told any more."""
    watch.WATCH.stop()
    watch.WATCH.start()
    wait_until(lambda: watch.WATCH.is_listening)


def kept():
    """Names of the files that are ready."""
    place = folder.root() / "current"
    return sorted(str(each.relative_to(place)) for each in place.rglob("*.html"))


def sent(address, **environ):
    """(status, headers, body) of what stands before Django; None when it is left to Django."""
    path, _, query = address.partition("?")
    request = RequestFactory().get(path)
    request.environ.pop("HTTP_COOKIE", None)
    asked = {"HTTP_HOST": "127.0.0.1", "QUERY_STRING": query}
    found = application.find(request.environ | asked | environ)
    return found and (dict(found[1]), found[0])


def test_kept_page_is_what_django_answers(visitor):
    address = PostFactory(title_lv="Jauni partneri").url_in("lv")
    settle()

    made = visitor.get(address, headers={"host": "127.0.0.1"})

    assert kept() == [f"{address[1:]}@.html"]
    headers, body = sent(address)
    assert body == made.content
    assert {name: headers[name] for name in headers.keys() - DIFFERENT - {"Vary"}} == {
        name: made.headers[name] for name in made.headers.keys() - DIFFERENT - {"Vary"}
    }
    for encoding in ("br", "gzip"):
        headers, small = sent(address, HTTP_ACCEPT_ENCODING=f"deflate, {encoding}")
        assert headers["Content-Encoding"] == encoding
        assert len(small) < len(body)


def test_browser_that_has_the_page_is_told_so(visitor):
    address = PostFactory().url_in("lv")
    settle()
    visitor.get(address)
    etag = sent(address)[0]["ETag"]
    request = RequestFactory().get(address, HTTP_HOST="127.0.0.1", HTTP_IF_NONE_MATCH=etag)
    request.environ.pop("HTTP_COOKIE", None)
    said = []

    body = application(request.environ, lambda status, headers: said.append((status, headers)))

    assert (said[0][0], b"".join(body)) == ("304 Not Modified", b"")
    assert dict(said[0][1])["ETag"] == etag


def test_known_filters_have_files_and_nothing_else(visitor):
    project = ProjectFactory(status="completed")
    settle()
    for query in (
        "",
        "status=completed",
        "view=timeline&status=completed",
        "sort=title&utm_source=x",
        "q=upe",
        "status=nothing",
        "page=1",
        "fbclid=1",
    ):
        visitor.get(f"/lv/projekti/?{query}")
    visitor.get(project.url_in("lv") + "?status=completed")
    visitor.get("/lv/meklet/?q=upe")
    visitor.get("/lv/nav-tadas/")

    assert kept() == [
        "lv/projekti/@.html",
        "lv/projekti/@status=completed.html",
        "lv/projekti/@view=timeline&status=completed.html",
    ]


def test_marks_of_other_sites_lead_to_the_same_kept_page(visitor):
    ProjectFactory(status="completed")
    settle()
    site, said = KeptPages(WSGIHandler()), []

    def asked(query):
        request = RequestFactory().get(f"/lv/projekti/?{query}", HTTP_HOST="127.0.0.1")
        request.environ.pop("HTTP_COOKIE", None)
        return b"".join(site(request.environ, lambda status, _headers: said.append(status)))

    pages = [
        asked("fbclid=IwAR0-x.y&utm_source=facebook"),
        asked(""),
        asked("utm_campaign=vasara&status=completed&mc_cid=1&gclid"),
        asked("status=completed"),
    ]

    assert said == ["200 OK"] * 4
    assert pages[0] == pages[1] != pages[2] == pages[3]
    assert kept() == ["lv/projekti/@.html", "lv/projekti/@status=completed.html"]
    asked("fbclids=1&x_utm_source=1")  # of nobody that we know
    assert len(kept()) == 2


def test_pages_of_somebody_or_with_headers_of_their_own_are_not_kept(visitor):
    video = PostFactory(body_lv=VIDEO)
    post = PostFactory()
    staff, editor = Client(), UserFactory(groups=[NETWORK_EDITOR])
    staff.force_login(editor)
    settle()
    assert visitor.get(video.url_in("lv")).status_code == 200
    with_cookie = Client()
    with_cookie.cookies["anything"] = "1"
    with_cookie.get(post.url_in("lv"))
    staff.get(post.url_in("lv"))
    visitor.get(post.url_in("lv"), headers={"authorization": "Basic eDp4"})
    visitor.get("/admin/login/")

    assert kept() == []
    visitor.get(post.url_in("lv"))
    assert sent(post.url_in("lv"), HTTP_COOKIE="anything=1") is None
    assert sent(post.url_in("lv"), HTTP_HOST="evil.example") is None
    assert sent(post.url_in("lv"), REQUEST_METHOD="POST") is None
    assert sent(post.url_in("lv")) is not None


def test_every_commit_that_a_page_may_show_makes_it_anew(visitor):
    post = PostFactory(title_lv="Pirmais")
    address = post.url_in("lv")
    settle()
    visitor.get(address)
    assert sent(address)

    with transaction.atomic():
        post.title_lv = "Otrais"
        post.save()
        assert b"Pirmais" in sent(address)[1]
    wait_until(lambda: sent(address) is None)

    assert "Otrais" in visitor.get(address).text
    assert "Otrais" in sent(address)[1].decode()
    with connection.cursor() as cursor:
        cursor.execute("update news_post set title_lv = 'Trešais'")
    wait_until(lambda: sent(address) is None)


def test_what_no_page_shows_leaves_the_pages(visitor):
    post = PostFactory()
    address = post.url_in("lv")
    settle()
    visitor.get(address)

    with own_ear() as heard:
        counting.count(counting.key(post))
        type(post).objects.update(published_at=post.published_at)  # the same as before
        with transaction.atomic():
            post.save()
            transaction.set_rollback(True)

        assert heard() == []
        assert ViewCount.objects.get().number == 1
        assert sent(address)
        post.save()
        assert len(heard()) == 1
        with connection.cursor() as cursor:
            cursor.execute("truncate news_post cascade")
        assert len(heard()) == 1


@contextmanager
def own_ear():
    """What the database tells on the channel since then, once all commits are told."""
    with connection.cursor() as cursor:
        cursor.execute(f"listen {tables.CHANNEL}")
        connection.connection.notifies.clear()

        def heard():
            cursor.execute("select 1")
            connection.connection.poll()
            words = list(connection.connection.notifies)
            connection.connection.notifies.clear()
            return words

        yield heard
        cursor.execute(f"unlisten {tables.CHANNEL}")


def test_page_begun_before_a_change_is_not_sent_after_it(visitor, settings):
    def view(request):
        folder.move()  # what the thread does when a change is told
        return HttpResponse("old")

    settle()
    request = RequestFactory().get("/lv/jaunumi/")

    assert middleware.KeepPages(view)(request).content == b"old"
    assert kept() == []


def test_page_is_whole_when_many_threads_keep_it_at_once(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    folder.move()
    current, html, wrong, together = folder.current(), b"page " * 10_000, [], threading.Barrier(4)

    def keep():
        for _each in range(10):
            together.wait()
            try:
                folder.keep(current, b"lv/@.html", html)
            except OSError as error:
                wrong.append(error)
            if (tmp_path / "pages" / current / "lv" / "@.html").read_bytes() != html:
                wrong.append("a part")

    threads = [threading.Thread(target=keep) for _each in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert wrong == []
    assert {each.suffix for each in tmp_path.rglob("@*")} == {".html", ".gz", ".br"}


def test_disk_that_takes_no_new_folder_leaves_no_page_from_before(settings, tmp_path, monkeypatch):
    settings.DATA_DIR = tmp_path
    folder.move()
    folder.keep(folder.current(), b"lv/@.html", b"page")
    with monkeypatch.context() as patch:
        patch.setattr("time.time_ns", lambda: 9 * 10**18)
        in_the_way = folder.root() / f"{9 * 10**18}-{os.getpid()}"
        in_the_way.mkdir()
        with pytest.raises(OSError, match="exists"):
            folder.move()

    assert folder.current() is None
    assert list(folder.root().iterdir()) == [in_the_way]
    folder.move()
    assert folder.current()


def test_process_of_the_server_follows_changes_before_its_first_request(
    settings, tmp_path, transactional_db
):
    settings.DATA_DIR, settings.KEPT_PAGES = tmp_path, 0
    begin = runpy.run_path(str(settings.BASE_DIR / "deploy" / "gunicorn.py"))["post_worker_init"]

    begin(None)
    assert watch.WATCH.process is None
    settings.KEPT_PAGES = 50
    begin(None)
    wait_until(lambda: watch.WATCH.is_listening)
    watch.WATCH.stop()

    assert folder.current()  # and what earlier processes kept is not sent any more


def test_full_disk_is_told_once(transactional_db, caplog):
    tries = []

    class Full(watch.Watch):
        def move(self):
            tries.append(1)
            raise OSError(errno.ENOSPC, "No space left on device", f"pages/{len(tries)}")

    full = Full()
    full.start()
    wait_until(lambda: len(tries) > 2)
    full.stop()

    told = "The page cache lost the database or the disk: No space left on device"
    assert caplog.messages == [told]
    assert kept() == []


def test_number_of_pages_is_bounded(visitor, settings):
    settings.KEPT_PAGES = 2
    settle()
    keeper = middleware.KeepPages(lambda request: HttpResponse("page"))

    for number in range(4):
        keeper(RequestFactory().get(f"/lv/{number}/"))

    assert len(kept()) == 2


def test_pieces_are_remembered_until_something_changes(visitor):
    settle()
    made, stranger, staff = [], RequestFactory().get("/lv/"), RequestFactory().get("/lv/")
    staff.COOKIES["sessionid"] = "x"

    def recall(request):
        return memory.MEMORY.recall(request, "piece", lambda: made.append(1) or len(made))

    assert [recall(stranger), recall(stranger), recall(staff), recall(stranger)] == [1, 1, 2, 1]
    watch.WATCH.move()
    assert recall(stranger) == 3
    watch.WATCH.is_listening = False
    assert recall(stranger) == 4


def test_memory_forgets_what_nobody_asks_for(visitor, monkeypatch):
    settle()
    monkeypatch.setattr(memory, "MOST", 4_000)  # twice two pieces
    request, made = RequestFactory().get("/lv/"), []

    for name in "abcaba":
        memory.MEMORY.recall(request, name, lambda name=name: made.append(name) or "ā" * 500)

    assert made == ["a", "b", "c", "b"]  # when b came again, only a had been asked for since


def test_piece_made_during_a_change_is_not_remembered(visitor):
    settle()
    request = RequestFactory().get("/lv/")

    def during_a_change():
        watch.WATCH.move()
        return "old"

    assert memory.MEMORY.recall(request, "piece", during_a_change) == "old"
    assert memory.MEMORY.recall(request, "piece", lambda: "new") == "new"


def test_piece_made_of_what_was_read_before_a_change_is_not_remembered(visitor, settings):
    settings.KEPT_PAGES = 0
    SiteProfile.objects.create(name_lv="Vecais")
    settle()

    def remembered(name):
        return memory.MEMORY.recall(RequestFactory().get("/lv/"), name, lambda: "new")

    def page(request):
        texts = around(request)["site"].name_lv
        watch.WATCH.move()  # what the thread does when it is told so
        return HttpResponse(memory.MEMORY.recall(request, "footer", lambda: texts))

    def page_with_rows(request):
        rows = "old"
        watch.WATCH.move()
        return HttpResponse(memory.MEMORY.recall(request, "cards", lambda: rows))

    assert page(RequestFactory().get("/lv/")).content == b"Vecais"
    assert remembered("footer") == "new"
    settings.KEPT_PAGES = 50
    middleware.KeepPages(page_with_rows)(RequestFactory().get("/lv/"))
    assert remembered("cards") == "new"


def test_preview_behind_a_link_leaves_nothing_to_visitors(visitor, settings):
    """It is drawn from rows that are stored for a moment, inside a transaction."""
    settings.KEPT_PAGES = 0
    make_groups()
    staff, page = Client(), PageFactory(title_lv="Par mums", menu="head")
    staff.force_login(UserFactory(groups=[NETWORK_EDITOR]))
    change = reverse("admin:pages_page_change", args=[page.pk])
    staff.post(change, forms.sent(staff.get(change), title_lv="Noslēpums", _draft="1"))
    draft = Version.objects.of(type(page), page.pk).drafts().get()
    staff.post(reverse("admin:pages_page_share"), {"version": draft.pk})
    draft.refresh_from_db()
    settle()

    previewed, public = Client().get(link_to(draft)), Client().get("/lv/")

    assert "Noslēpums</h1>" in previewed.text
    assert "Noslēpums" not in public.text
    assert "Par mums" in public.text


def test_panel_of_filters_is_that_of_its_own_list(visitor, settings):
    settings.KEPT_PAGES = 0
    names = {"Upe": ("Ceļi", "Tilti"), "Mežs": ("Takas", "Soli")}
    forums = {forum: ForumFactory(title_lv=forum) for forum in names}
    for forum, themes in names.items():
        for theme in themes:
            IdeaFactory(theme=IdeaThemeFactory(forum=forums[forum], name_lv=theme))
    settle()

    pages = [Client().get(each.url_in("lv")).text for each in forums.values()]
    whole = Client().get("/lv/idejas/visas/").text

    offered = [[theme for theme in chain(*names.values()) if theme in page] for page in pages]
    assert offered == [["Ceļi", "Tilti"], ["Takas", "Soli"]]
    assert all(theme in whole for theme in chain(*names.values()))


def test_what_a_transaction_reads_of_its_own_is_remembered_for_nobody(visitor):
    settle()
    mail, form = HttpRequest(), RequestFactory().post("/lv/")

    for request in (mail, form):
        assert memory.MEMORY.recall(request, "piece", lambda: "not committed") == "not committed"

    request = RequestFactory().get("/lv/")
    assert memory.MEMORY.recall(request, "piece", lambda: "public") == "public"


def questions(client, address):
    """(answer, what the database was asked for it)"""
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(address)
    return answer, [each["sql"] for each in queries if each["sql"] not in ("BEGIN", "COMMIT")]


@pytest.mark.parametrize(
    "address", ["/lv/projekti/", "/lv/", "/lv/feeds/project.xml", "/lv/meklet/?q=projekts"]
)
def test_remembered_page_is_the_same_asks_nothing_and_follows_a_change(visitor, settings, address):
    settings.KEPT_PAGES = 0  # each request is answered by Django
    projects = [ProjectFactory(title_lv=f"Projekts {number}") for number in range(3)]
    ProjectFactory(published_at=None)
    settle()
    first = Client().get(address)

    second, asked = questions(Client(), address)

    assert (second.content, asked) == (first.content, [])
    assert projects[1].url_in("lv") in second.text
    projects[1].published_at = None
    projects[1].save()
    settle()
    assert projects[1].url_in("lv") not in Client().get(address).text


def test_results_are_those_of_their_own_words_and_language(visitor, settings):
    settings.KEPT_PAGES = 0
    PostFactory(title_lv="Ābolu talka", title_en="Ābolu talka")
    settle()
    addresses = [
        "/lv/meklet/?q=ābolu",
        "/lv/meklet/?q=talka",
        "/lv/meklet/?q=ābolu+talkka",
        "/lv/meklet/?q=ābolu+talkka&exact=1",
        "/en/search/?q=talka",
    ]

    first = [Client().get(each).text for each in addresses]
    again = [Client().get(each).text for each in addresses]

    assert again == first
    assert ["<mark>talka</mark>" in page for page in first] == [False, True, True, False, True]
    assert all("Ābolu" in page.partition('class="hits"')[2] for page in first)
    assert "/lv/zinas/" not in first[-1]


def test_list_looks_for_changes_when_it_was_told_of_one_and_for_whoever_has_a_cookie(
    visitor, settings
):
    settings.KEPT_PAGES = 0
    ProjectFactory()
    settle()
    somebody, address = Client(), "/lv/projekti/?status=running"
    somebody.cookies["sessionid"] = "x"
    Client().get(address)

    looks = [bool(questions(client, address)[1]) for client in (Client(), somebody, Client())]

    assert looks == [False, True, False]
    before = watch.WATCH.moves
    ProjectFactory(title_lv="Jauns projekts", status="running")
    wait_until(lambda: watch.WATCH.moves > before)
    assert "Jauns projekts" in Client().get(address).text


@pytest.mark.parametrize(
    "address",
    [
        "/lv/../../etc/passwd/",
        "/lv/./",
        "/lv//",
        "/lv/\0/",
        "/lv/projekti",
        "/lv/" + "a" * 600 + "/",
        "/lv/projekti/?a=../../x",
        "/lv/projekti/?a=/etc",
        "/lv/projekti/?" + "a" * 201,
        "/lv/projekti/?a=\n",
    ],
)
def test_no_address_leads_out_of_the_folder(address):
    path, _, query = address.partition("?")

    assert folder.name_of(path, query) is None


@pytest.mark.django_db
def test_pages_change_by_themselves_when_a_row_says_so():
    now = timezone.now()
    today = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    midnight = today + timedelta(days=1)
    assert watch.next_moment(now) == midnight

    PostFactory(unpublish_at=now + timedelta(hours=2))
    soon = PostFactory(published_at=now + timedelta(hours=1)).published_at

    assert watch.next_moment(timezone.now()) == min(soon, midnight)


@pytest.mark.django_db
@pytest.mark.parametrize("minutes", [-30, 30])
def test_moment_has_come_when_it_has_passed_on_the_slower_clock(monkeypatch, minutes):
    """Else a machine whose clock is ahead would empty its folder over and over until then."""
    right, wrong = timezone.now, lambda: right() + timedelta(minutes=minutes)
    monkeypatch.setattr(timezone, "now", wrong)

    assert watch.slower_clock() <= min(right(), wrong())


def test_what_the_index_depends_on_is_told_to_visitors_too():
    assert watching.watched()[0].keys() <= tables.shown()


@pytest.mark.django_db
def test_triggers_stand_on_the_tables_of_pages_alone():
    with connection.cursor() as cursor:
        cursor.execute(
            "select relname from pg_trigger join pg_class on pg_class.oid = tgrelid"
            " where tgname = %s",
            [tables.TRIGGER],
        )
        found = {name for (name,) in cursor.fetchall()}

    assert found == tables.shown()
    assert {model._meta.db_table for model in content_models()} <= found
    assert found & {"core_viewcount", "django_session", "engage_outbox", "core_version"} == set()


def test_list_whose_panel_is_remembered_is_not_counted(visitor):
    ProjectFactory.create_batch(2)
    settle()

    def is_counted(query=""):
        return "shown_counts" in vars(visitor.get(f"/lv/projekti/{query}").context["found"])

    assert [is_counted(), is_counted(), is_counted("?page=1"), is_counted("?status=running")] == [
        *(True, False, False, True)
    ]
    ProjectFactory()
    wait_until(lambda: is_counted())
