"""The check of links: what it reads, how it judges, what it keeps."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.core.management import call_command
from django.utils import timezone

from core.addresses import OldAddress
from core.linkcheck import checking, fetching
from core.linkcheck.sources import sources
from core.links import BrokenLink
from partnership.models import Organisation, OrganisationName
from projects.models import ProjectLink
from tests.factories import PageFactory, PartnershipFactory, ProjectFactory

pytestmark = pytest.mark.django_db
Reason = BrokenLink.Reason


class Pages(BaseHTTPRequestHandler):
    """A web site on this machine; the path says how it answers."""

    asked = []

    def do_HEAD(self):
        self.asked.append((self.command, self.path, self.headers["User-Agent"]))
        if self.path == "/head-refused" and self.command == "HEAD":
            return self.answer(405)
        if self.path.startswith("/hop-"):
            left = int(self.path.removeprefix("/hop-"))
            return self.answer(302, f"/hop-{left - 1}" if left else "/200")
        if self.path.startswith("/to-"):
            return self.answer(301, self.path.removeprefix("/to-"))
        if self.path == "/silent":
            return self.connection.close()
        self.answer(int(self.path.strip("/")) if self.path.strip("/").isdecimal() else 200)

    do_GET = do_HEAD  # noqa: N815 (the library's name)

    def answer(self, status, location=None):
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.end_headers()

    def log_message(self, *args):
        pass


@pytest.fixture
def local(settings):
    """Address of the site on this machine, which the check may ask for this once."""
    settings.LINK_CHECK_PRIVATE = True
    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    thread = threading.Thread(target=server.serve_forever, args=[0.01], daemon=True)
    thread.start()
    Pages.asked.clear()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def text(*addresses):
    return "".join(f'<p><a href="{each}">vārdi</a></p>' for each in addresses)


def found():
    """{address: reason} of what people are told."""
    return dict(BrokenLink.objects.certain().values_list("url", "reason"))


def test_links_of_all_published_texts_are_found():
    PageFactory(body_lv=text("https://a.example/"), body_en=text("https://b.example/"))
    project = ProjectFactory(aims_lv=text("https://c.example/"), title_lv="Ciemi")
    ProjectLink.objects.create(project=project, label_lv="Vairāk", url="https://d.example/")
    body = Organisation.objects.create(name_lv="Biedrība", website="https://e.example/")
    OrganisationName.objects.create(
        organisation=body, name_lv="Agrāk", valid_until="2020-01-01", website="https://f.example/"
    )
    project.programme.website = "https://g.example/"
    project.programme.save()

    places = {each.url: (each.label, each.object_id, each.field) for each in sources()}

    page = ("pages.page", PageFactory._meta.model.objects.get().pk)
    assert places == {
        "https://a.example/": (*page, "body_lv"),
        "https://b.example/": (*page, "body_en"),
        "https://c.example/": ("projects.project", project.pk, "aims_lv"),
        "https://d.example/": ("projects.project", project.pk, "links"),
        "https://e.example/": ("partnership.organisation", body.pk, "website"),
        "https://f.example/": ("partnership.organisation", body.pk, "earlier_names"),
        "https://g.example/": ("projects.programme", project.programme.pk, "website"),
    }


def test_links_of_what_is_not_public_are_not_looked_at():
    PageFactory(body_lv=text("https://a.example/"), published_at=None)
    draft = ProjectFactory(published_at=None)
    ProjectLink.objects.create(project=draft, label_lv="Vairāk", url="https://d.example/")

    assert sources() == []


def test_broken_link_knows_its_page_and_partnership():
    owner = PartnershipFactory()
    page = PageFactory(title_lv="Par mums", owner=owner, body_lv=text("/lv/nav/"))

    checking.check_links()

    row = BrokenLink.objects.get()
    assert (row.label, row.object_id, row.field) == ("pages.page", page.pk, "body_lv")
    assert (row.name, row.owner, row.reason) == ("Par mums", owner, Reason.MISSING)


def test_internal_links_are_judged_without_the_network(picture):
    public = PageFactory(title_lv="Publiska", title_en="Public")
    hidden = PageFactory(title_lv="Slepena", published_at=None)
    OldAddress.objects.create(path="/vecs", label="pages.page", object_id=public.pk)
    OldAddress.objects.create(path="/slepens", label="pages.page", object_id=hidden.pk)
    good = [
        "/lv/publiska/",
        "/en/public/",
        "/lv/publiska",
        "http://127.0.0.1/lv/projekti/?status=running",
        "/vecs",
        f"/page/pages.page/{public.pk}/",
        f"/picture/{picture.pk}/",
        f"/media/{picture.file.name}",
        "#te",
        "mailto:birojs@example.lv",
        "tel:+37120000000",
    ]
    bad = {
        "/lv/nav/": Reason.MISSING,
        "/lv/slepena/": Reason.HIDDEN,
        "/slepens": Reason.MISSING,
        f"/page/pages.page/{hidden.pk}/": Reason.HIDDEN,
        "/page/pages.page/99999/": Reason.MISSING,
        "/picture/99999/": Reason.MISSING,
        "/document/99999/": Reason.MISSING,
        "/media/pictures/nav.jpg": Reason.MISSING,
        "/static/nav.css": Reason.MISSING,
        "projekti/ciemi": Reason.ADDRESS,
    }
    inside = checking.Inside()

    assert {address: inside.trouble(address) for address in good} == dict.fromkeys(good, "")
    assert {address: inside.trouble(address) for address in bad} == bad


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/200", ""),
        ("/head-refused", ""),
        ("/404", Reason.GONE),
        ("/410", Reason.GONE),
        ("/403", ""),
        ("/405", ""),
        ("/429", ""),
        ("/999", ""),
        ("/500", Reason.FAILING),
        ("/hop-4", ""),
        ("/hop-9", Reason.CIRCLE),
        ("/silent", Reason.SILENT),
        ("/to-ftp://example.org/", Reason.ADDRESS),
        ("/to-file:///etc/passwd", Reason.ADDRESS),
        ("/lapa ar atstarpi?vārds=ā", ""),
    ],
)
def test_other_sites_are_judged_by_their_answer(local, path, reason):
    assert fetching.trouble(local + path) == reason


def test_other_sites_are_told_who_asks_and_head_comes_first(local, settings):
    fetching.trouble(local + "/404")

    agent = f"link check of {settings.SITE_URL}"
    assert Pages.asked == [("HEAD", "/404", agent), ("GET", "/404", agent)]


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://10.0.0.1/",
        "http://192.168.1.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://0.0.0.0/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:10.0.0.1]/",
        "http://[fe80::1]/",
        "http://[fd00::1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[2002:7f00:1::]/",
        "http://100.64.0.1/",
        "http://224.0.0.1/",
    ],
)
def test_private_networks_are_never_asked(address):
    assert fetching.trouble(address) == Reason.PRIVATE


def test_redirect_into_a_private_network_is_refused(local, monkeypatch, settings):
    """Each hop is judged anew: the first host counts as public here, the second does not."""
    judged = []
    monkeypatch.setattr(fetching, "is_public", lambda ip: judged.append(ip) or len(judged) == 1)
    settings.LINK_CHECK_PRIVATE = False

    assert fetching.trouble(local + "/to-http://127.0.0.1/") == Reason.PRIVATE
    assert Pages.asked[0][:2] == ("HEAD", "/to-http://127.0.0.1/")
    assert len(Pages.asked) == 1


@pytest.mark.parametrize(
    "address", ["http://", "http://a b.example/", "http://user:word@example.org/", "http://[::1"]
)
def test_what_is_no_address_is_said_to_be_none(address):
    assert fetching.trouble(address) == Reason.ADDRESS


def judge(monkeypatch, **reasons):
    """Let the other sites answer like this; the network is not what these tests are about."""
    answers = {f"https://{name}.example/": reason for name, reason in reasons.items()}
    monkeypatch.setattr(checking, "ask_outside", lambda urls, told: answers)


def test_bad_day_of_another_site_is_told_when_it_lasts(monkeypatch):
    PageFactory(body_lv=text("https://a.example/", "https://b.example/"))
    judge(monkeypatch, a=Reason.SILENT, b=Reason.GONE)

    checking.check_links()
    first = found()
    checking.check_links()

    assert first == {"https://b.example/": Reason.GONE}
    assert found() == {"https://a.example/": Reason.SILENT, "https://b.example/": Reason.GONE}


def test_first_day_is_kept_and_healed_links_go(monkeypatch):
    PageFactory(body_lv=text("https://a.example/", "https://b.example/"))
    judge(monkeypatch, a=Reason.GONE, b=Reason.GONE)
    checking.check_links()
    long_ago = timezone.now() - timezone.timedelta(days=30)
    BrokenLink.objects.update(first_seen_at=long_ago, checked_at=long_ago)
    judge(monkeypatch, a=Reason.GONE, b="")

    result = checking.check_links()

    row = BrokenLink.objects.get()
    assert (row.url, row.first_seen_at) == ("https://a.example/", long_ago)
    assert row.checked_at > long_ago
    assert result == {"links": 2, "broken": 1, "healed": 1, "unknown": 0}


def test_interrupted_check_changes_nothing(monkeypatch):
    PageFactory(body_lv=text("https://a.example/"))
    judge(monkeypatch, a=Reason.GONE)
    checking.check_links()

    def interrupt(urls, told):
        raise KeyboardInterrupt

    monkeypatch.setattr(checking, "ask_outside", interrupt)
    with pytest.raises(KeyboardInterrupt):
        checking.check_links()

    assert found() == {"https://a.example/": Reason.GONE}


def test_without_a_connection_nothing_is_known(monkeypatch):
    sites = [f"https://{name}.example/" for name in "abcdef"]
    PageFactory(body_lv=text(*sites))
    judge(monkeypatch, **dict.fromkeys("abcdef", "") | {"a": Reason.GONE})
    checking.check_links()
    monkeypatch.undo()
    monkeypatch.setattr(fetching, "trouble", lambda url: Reason.SILENT)

    result = checking.check_links()

    assert found() == {"https://a.example/": Reason.GONE}
    assert result == {"links": 6, "broken": 0, "healed": 0, "unknown": 6}


def test_one_site_is_asked_one_question_at_a_time(monkeypatch):
    busy, most = {"a": 0}, []

    def slowly(url):
        busy["a"] += 1
        most.append(busy["a"])
        threading.Event().wait(0.01)
        busy["a"] -= 1
        return ""

    monkeypatch.setattr(checking, "PAUSE", 0)
    monkeypatch.setattr(fetching, "trouble", slowly)
    checking.ask_outside([f"https://a.example/{number}" for number in range(5)])

    assert most == [1] * 5


def test_command_tells_what_it_found(capsys):
    PageFactory(body_lv=text("/lv/nav/"))

    call_command("check_links")

    assert "1 link checked; broken: 1, in order again: 0," in capsys.readouterr().out
