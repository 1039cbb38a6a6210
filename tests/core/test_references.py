"""References in texts: they follow their page, and readers get today's addresses."""

import pytest
from django.utils import timezone, translation

from core.addresses import OldAddress
from core.library import Document
from core.prose.references import find_references, page_reference
from core.richtext import clean, portable, show
from tests.factories import PageFactory, PostFactory, ProjectFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def document():
    """A row without its file: the address and the words need none."""
    row = Document(title_lv="Nolikums", title_en="Rules", extension="pdf", size=1_258_291)
    Document.objects.bulk_create([row])
    return row


def link(row):
    return f'<p><a href="{page_reference(row)}">vārdi</a></p>'


def test_find_references_names_kinds_and_keys():
    html = (
        '<a href="/page/projects.project/12/">x</a><a href="/document/7/">y</a>'
        '<img src="/picture/5/"><a href="/page/x/">z</a><a href="/lv/projekti/">z</a>'
    )

    assert find_references(html) == [("projects.project", 12), ("document", 7), ("picture", 5)]
    assert find_references(None) == []


def test_link_follows_its_page():
    project = ProjectFactory(slug_lv="vecais", slug_en="old")
    stored = clean('<p><a href="/lv/projekti/vecais/">vārdi</a></p>')
    assert stored == f'<p><a href="{page_reference(project)}" rel="noopener">vārdi</a></p>'

    project.slug_lv = "jaunais"
    project.save()

    assert '<a href="/lv/projekti/jaunais/" rel="noopener">vārdi</a>' in show(stored)
    with translation.override("en"):
        assert '<a href="/en/projects/old/"' in show(stored)


@pytest.mark.parametrize("host", ["", "https://www.partneriba.example", "//partneriba.example"])
def test_own_addresses_become_references(settings, host):
    settings.SITE_URL = "https://partneriba.example"
    project = ProjectFactory(slug_lv="ciemi", slug_en="villages")
    page = PageFactory(slug_lv="par-mums", slug_en="about")
    OldAddress.objects.create(path="/?id=12", label="pages.page", object_id=page.pk)

    for path, row in (
        ("/lv/projekti/ciemi/", project),
        ("/en/projects/villages/", project),
        ("/lv/par-mums/", page),
        ("/?id=12", page),
    ):
        assert find_references(clean(f'<a href="{host}{path}">x</a>')) == [(row.label, row.pk)]
    for path in ("/lv/projekti/", "/lv/projekti/ciemi/?a=b", "/admin/", "/lv/nav-tadas/"):
        assert f'href="{path}"' in clean(f'<a href="{host}{path}">x</a>')


def test_address_that_stands_often_is_looked_up_once(django_assert_num_queries):
    project = ProjectFactory(slug_lv="ciemi")
    html = "".join(f'<p>{n} <a href="/lv/projekti/ciemi/">x</a></p>' for n in range(20))

    with django_assert_num_queries(1):
        assert find_references(clean(html)) == [(project.label, project.pk)] * 20


def test_foreign_addresses_stay():
    ProjectFactory(slug_lv="ciemi")

    for address in ("https://cits.example/lv/projekti/ciemi/", "tel:+37120000000"):
        assert f'href="{address}"' in clean(f'<a href="{address}">x</a>')


def test_address_of_a_draft_does_not_become_a_reference():
    ProjectFactory(slug_lv="slepens", published_at=None)

    assert 'href="/lv/projekti/slepens/"' in clean('<a href="/lv/projekti/slepens/">x</a>')


def test_readers_get_words_where_the_page_is_not_public():
    draft = PostFactory(published_at=None)
    ended = PostFactory(unpublish_at=timezone.now())
    gone = '<p><a href="/page/news.post/987654321987654321/">vārdi</a></p>'
    no_page = '<p><a href="/page/core.user/1/">vārdi</a></p>'

    for html in (link(draft), link(ended), gone, no_page):
        assert show(html) == "<p>vārdi</p>"


def test_document_shows_kind_and_size(document):
    shown = show(f'<p><a href="/document/{document.pk}/">Nolikums</a></p>')

    assert f'href="/documents/{document.key}/nolikums.pdf"' in shown
    assert "Nolikums (PDF, 1,2\xa0MB)</a>" in shown


def test_picture_has_words_copies_and_author(picture):
    picture.credit_lv, picture.licence = "A. Bērziņa", "cc-by-4.0"
    picture.save()
    html = clean(f'<img src="/picture/{picture.pk}/" alt="cits"><p>x</p>')
    figure = html.replace("</figure>", "<figcaption>Rīts &amp; vakars</figcaption></figure>")

    shown = show(figure)

    assert 'alt="Krasts"' in shown
    assert 'type="image/avif"' in shown
    assert 'width="600" height="400"' in shown
    assert 'loading="lazy"' in shown
    assert (
        '<figcaption>Rīts &amp; vakars <small class="credit">A. Bērziņa, '
        '<a href="https://creativecommons.org/licenses/by/4.0/" rel="license noopener">CC BY 4.0'
        "</a></small></figcaption>"
    ) in shown
    with translation.override("en"):
        assert 'alt="Shore"' in show(figure)


def test_decoration_has_no_words(picture):
    picture.is_decorative = True
    picture.save()

    assert 'alt=""' in show(clean(f'<img src="/picture/{picture.pk}/">'))


def test_picture_that_is_gone_leaves_no_trace(picture):
    html = clean(f'<p>a</p><figure><img src="/picture/{picture.pk}/"><figcaption>b</figcaption>')
    picture.delete()

    assert show(html) == "<p>a</p>"


def test_words_of_the_library_are_escaped(picture):
    picture.alt_lv = '"><script>skx()</script>'
    picture.credit_lv = "<img src=x onerror=skx()>"
    picture.save()

    html = clean(f'<img src="/picture/{picture.pk}/">')

    for shown in (show(html), portable(html)):
        assert "<script" not in shown
        assert "<img src=x" not in shown


def test_one_query_for_each_kind(picture, document, django_assert_num_queries):
    projects = [ProjectFactory() for _each in range(3)]
    html = "".join(map(link, projects)) + 2 * (
        f'<figure><img src="/picture/{picture.pk}/"></figure>'
        f'<p><a href="/document/{document.pk}/">x</a></p>'
    )

    with django_assert_num_queries(3):
        show(html)
    with django_assert_num_queries(0):
        show("<p>Bez norādēm</p><table></table>")


def test_feed_has_whole_addresses_and_nothing_active(client, settings, picture):
    settings.SITE_URL = "https://partneriba.example"
    project = ProjectFactory(slug_lv="ciemi")
    body = f'{link(project)}<img src="/picture/{picture.pk}/"><script>skx()</script>'
    PostFactory(title_lv="Divas\vrindas", summary_lv="a\v <script>skx()</script>", body_lv=body)

    feed = client.get("/lv/feeds/post.xml").content.decode()

    assert '&lt;a href="https://partneriba.example/lv/projekti/ciemi/"' in feed
    assert '&lt;img src="https://partneriba.example/media/renditions/' in feed
    assert "a &amp;lt;script&amp;gt;" in feed
    assert "&lt;script" not in feed


def test_references_lead_staff_only(client, picture):
    draft = PostFactory(published_at=None)
    public = PostFactory(slug_lv="zina")
    addresses = [f"/picture/{picture.pk}/", page_reference(public), page_reference(draft)]
    assert [client.get(each).status_code for each in addresses] == [404, 404, 404]

    client.force_login(UserFactory(groups=["Network editor"]))

    answers = [client.get(each) for each in addresses]
    assert [each.status_code for each in answers] == [302, 302, 302]
    assert answers[0]["Location"].startswith("/media/renditions/")
    assert answers[1]["Location"] == "/lv/zinas/zina/"
    for wrong in ("/page/core.user/1/", "/page/x.y/1/", "/picture/0/", f"/picture/{10**30}/"):
        assert client.get(wrong).status_code == 404


def test_frames_of_video_hosts_are_let_into_their_pages_only(client):
    video = '<p><a href="https://vimeo.com/123456789">Filma</a></p>'
    shows = PostFactory(body_lv=video)
    names = PostFactory(body_lv=f"<p>Skat.</p>{video.replace('<p>', '<p>a ')}")

    policies = [
        client.get(each.get_absolute_url())["Content-Security-Policy"] for each in (shows, names)
    ]

    assert "frame-src https://www.youtube-nocookie.com https://player.vimeo.com" in policies[0]
    assert "frame-src" not in policies[1]
