"""An export that a real WordPress (6.1.9 of Debian) wrote, taken over whole and only once."""

import re

import pytest
from django.db import transaction
from django.test import override_settings

from core.models import Document
from news.models import Post
from pages.models import Page
from tests.factories import PartnershipFactory

from .conftest import CLASSIC, EXPORT, GALLERY, PAIR, UPLOADS, moved, post, rows

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def media(tmp_path_factory):
    return tmp_path_factory.mktemp("media")


@pytest.fixture(scope="module", autouse=True)
def report(django_db_setup, django_db_blocker, media):
    """The first run, for all tests of this file; each undoes what it did after it."""
    files = override_settings(MEDIA_ROOT=media)
    with django_db_blocker.unblock(), files, transaction.atomic():
        PartnershipFactory(is_host=True)
        yield moved()
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def files_of_the_run(settings, media):
    settings.MEDIA_ROOT = media


def without_keys(html):
    """A text without the keys in its references, which differ from run to run."""
    return re.sub(r"(?<=/)\d+(?=/\")", "0", html)


def test_everything_comes_in(report):
    assert "\nFiles: 7 new\nPages: 6 new\nThemes: 10 new\nNews: 7 new\nOld addresses: " in report
    assert {each.owner.is_host for each in Post.objects.all()} == {True}
    assert sorted(Page.objects.published().values_list("slug_lv", flat=True)) == [
        *("komanda", "kontakti-2", "par-mums", "sample-page")
    ]
    assert "kontakti → kontakti-2 – in Kontakti" in report
    assert "[contact-form-7] – in Ideju forums Mārupē" in report
    assert "personal data of their writers (2):" in report


def test_translations_become_one_row_with_both_languages():
    row = post(PAIR)

    names = sorted(theme.name_lv for theme in row.themes.all())
    assert (row.title_en, row.slug_lv, row.slug_en, row.author) == (
        *("Meeting number 1", "pieredzes-brauciens-pape", "meeting-number-1", "Jānis Bērziņš"),
    )
    assert f"{row.published_at:%Y-%m-%d %H:%M}" == "2016-02-04 07:30"
    assert f"{row.updated_at:%Y-%m-%d}" == "2016-02-04"
    assert names == ["Viedie ciemi", "jaunieši", "pieredzes brauciens"]
    assert (row.cover.alt_lv, row.cover.alt_en) == (
        *("Cilvēki darbnīcā 1", "People at the workshop 1"),
    )
    assert row.summary_lv == (
        "Partnerība aicina iedzīvotājus uz tikšanos, kurā kopā meklēsim risinājumus."
        " Ieraksts Nr. 1."
    )


def test_blocks_become_clean_text():
    assert without_keys(post(PAIR).body_lv) == (
        "<p>Partnerība aicina iedzīvotājus uz tikšanos, kurā kopā meklēsim risinājumus."
        " Ieraksts Nr. 1.</p><h2>Kas gaidāms</h2>"
        "<ul><li>Ieskats viedo ciemu pieredzē</li><li>Darbs grupās</li></ul>"
        '<figure><img src="/picture/0/" alt=""><figcaption>Bildes paraksts 1</figcaption></figure>'
        '<p><a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ" rel="noopener">'
        "https://www.youtube.com/watch?v=dQw4w9WgXcQ</a></p>"
        "<p>Pieteikšanās līdz piektdienai.</p>"
    )


def test_classic_text_loses_its_shortcodes_and_nothing_else():
    assert without_keys(post(CLASSIC).body_lv) == (
        "<p>Vietējā rīcības grupa rīko <strong>Ideju forums Mārupē</strong>.<br>"
        " Tā notiks pagasta namā.</p>"
        "<p>Rakstiet uz birojs[at]veca-partneriba.lv vai skatieties"
        ' <a href="/page/pages.page/0/" rel="noopener">lapu par mums</a>.</p>'
        '<p>alert(1)<a href="/document/0/" rel="noopener">Nolikums (PDF)</a></p>'
        '<p><a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ" rel="noopener">'
        "https://www.youtube.com/watch?v=dQw4w9WgXcQ</a></p>"
    )


def test_gallery_keeps_each_picture_with_its_caption():
    captions = re.findall("<figcaption>(.*?)</figcaption>", post(GALLERY).body_lv)

    assert captions == ["Bildes paraksts 3", "Galerijas bilde 0", "Galerijas bilde 1"]


def test_nothing_that_was_hidden_comes_out(client):
    hidden = Post.objects.exclude(pk__in=Post.objects.published())
    answers = {client.get(f"/?p={key}").headers["Location"] for key in (13, 14, 17, 18, 22)}

    assert sorted(hidden.values_list("title_lv", flat=True)) == [
        *("Amatnieku tirgus Dobelē", "Kopienu līderu mācības Ķekavā", "Projektu konkurss Jelgavā")
    ]
    assert answers == {"/lv/"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/?p=5", "/lv/zinas/pieredzes-brauciens-pape/"),
        ("/2016/02/pieredzes-brauciens-pape/", "/lv/zinas/pieredzes-brauciens-pape/"),
        ("/2016/02/meeting-number-1", "/en/news/meeting-number-1/"),
        ("/?page_id=20", "/lv/komanda/"),
        ("/par-mums/komanda/", "/lv/komanda/"),
        ("/category/viedie-ciemi/", "/lv/zinas/?theme=viedie-ciemi"),
    ],
)
def test_old_addresses_lead_on(client, old, new):
    answer = client.get(old)

    assert (answer.status_code, answer.headers["Location"]) == (301, new)
    assert client.get(new).status_code == 200


def test_addresses_of_files_lead_to_the_files(client):
    picture = client.get("/wp-content/uploads/2016/02/foto-001.jpg")
    document = client.get("/wp-content/uploads/2016/03/nolikums-2.pdf")

    assert picture.headers["Location"] == post(PAIR).cover.file.url
    assert document.headers["Location"] == Document.objects.get().get_absolute_url()


def test_page_shows_who_wrote_it(client):
    page = client.get(post(PAIR).get_absolute_url()).content.decode()

    assert "<span>Jānis Bērziņš</span>" in page
    assert '"author": {"@type": "Person", "name": "Jānis Bērziņš"}' in page


def test_second_run_changes_nothing():
    before = rows()

    report = moved()

    assert rows() == before
    assert ":\nFiles: 7 unchanged\nPages: 6 unchanged\nNews: 7 unchanged\n" in report


def test_what_staff_changed_or_deleted_stays_so():
    edited = post(PAIR)
    edited.title_lv = "Labots virsraksts"
    edited.save()
    post(CLASSIC).delete()
    before = rows()

    report = moved()

    assert rows() == before
    news = report.partition("News: ")[2].partition("\n")[0]
    assert sorted(news.split(", ")) == [
        *("1 deleted here and left out", "1 edited here and left alone", "5 unchanged")
    ]


def test_what_changed_at_the_old_site_follows(tmp_path):
    later = tmp_path / "export.xml"
    later.write_text(EXPORT.read_text().replace("<li>Darbs grupās", "<li>Darbs trīs grupās", 1))

    report = moved(later, media=UPLOADS)

    assert "<li>Darbs trīs grupās</li>" in post(PAIR).body_lv
    assert "\nNews: 1 changed there, 6 unchanged\n" in report


def test_translation_that_was_hidden_since_leaves_the_public_page(tmp_path, client):
    before, title, rest = EXPORT.read_text().partition("<title><![CDATA[Meeting number 1]]>")
    later = tmp_path / "export.xml"
    later.write_text(before + title + rest.replace("[CDATA[publish]]", "[CDATA[private]]", 1))

    report = moved(later, media=UPLOADS)

    row = post(PAIR)
    assert (row.is_published, row.title_en, row.body_en) == (True, "", "")
    assert not Post.objects.get(title_en="Meeting number 1").is_published
    assert "\nNews: 1 changed there, 1 new, 6 unchanged\n" in report
