"""Pages, versions, short links and data of the library; videos; how often files are taken."""

import csv
import hashlib
import io
import re

import feedparser
import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from core.roles import AUTHOR
from library.files import Download
from library.models import Item
from projects.models import Project
from tests.factories import (
    ItemFactory,
    ItemFileFactory,
    OrganisationFactory,
    PartnershipFactory,
    ProjectFactory,
    TerritoryFactory,
    UserFactory,
)
from tests.library.test_files import MP4, VTT, body
from tests.opendata.reading import linked_data, parsed

pytestmark = pytest.mark.django_db
VIDEO = "https://www.youtube.com/watch?v=dQw4w9WgXcQ"
READER = {"User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"}


@pytest.fixture
def study():
    """A study in two versions, each with its file."""
    first = ItemFileFactory(item__title_lv="Pētījums", item__short_code="Petijums").item
    second = ItemFileFactory(item__title_lv="Pētījums 2022", item__replaces=first).item
    return first, second


def listed(client, query=""):
    page = client.get(reverse("library:item_list") + query).text
    return re.findall(r'<h3><a href="[^"]*">([^<]*)</a>', page)


def test_feed_names_the_files_that_are_stored_here(client, study):
    ItemFileFactory(item__title_lv="Video", file="", url=VIDEO)
    first = study[0].files.get()

    feed = feedparser.parse(client.get("/lv/biblioteka/dati.atom").content)

    files = {each.title: [dict(file) for file in each.enclosures] for each in feed.entries}
    assert files.keys() == {"Pētījums", "Pētījums 2022", "Video"}
    assert files["Video"] == []
    assert files["Pētījums"] == [
        {
            "href": f"{settings.SITE_URL}/lv/biblioteka/petijums/lv.pdf",
            "length": str(first.size),
            "type": "application/pdf",
        }
    ]


# Acceptance 1: replaced works


def test_old_address_shows_the_old_file_and_leads_to_the_newest(client, study):
    second = study[1]

    page = client.get("/lv/biblioteka/petijums/").text
    data = body(client.get("/lv/biblioteka/petijums/lv.pdf"))

    assert f'<a href="{second.get_absolute_url()}">Jaunākā: Pētījums 2022</a>' in page
    assert hashlib.sha256(data).hexdigest() == study[0].files.get().sha256
    assert "Šī ir agrāka versija" not in client.get(second.get_absolute_url()).text


@pytest.mark.parametrize("code", ["petijums", "PETIJUMS"])
def test_short_link_leads_to_the_newest_version(client, study, code):
    first, second = study

    answers = [
        client.get(f"/d/{code}/", headers={"Accept-Language": each}) for each in ("lv", "en")
    ]

    assert [answer.url for answer in answers] == [second.url_in("lv"), second.url_in("en")]
    Item.objects.filter(pk=second.pk).update(published_at=None)
    assert client.get(f"/d/{code}/").url.endswith("/petijums/")
    first.delete()
    assert client.get(f"/d/{code}/").status_code == 404


def test_versions_have_addresses_by_number(client, study):
    first, second = study

    for item in study:
        page = item.get_absolute_url()
        leads = [client.get(f"{page}v{number}/").url for number in (1, 2)]
        assert leads == [first.get_absolute_url(), second.get_absolute_url()]
        assert client.get(f"{page}v1/lv.pdf").url == f"{first.get_absolute_url()}lv.pdf"
        assert client.get(f"{page}v3/").status_code == 404
        assert client.get(f"{page}v0/").status_code == 404
    Item.objects.filter(pk=first.pk).update(visibility="registered")
    assert client.get(f"{second.get_absolute_url()}v1/").status_code == 404
    assert "Pētījums</a>" not in client.get(second.get_absolute_url()).text


def test_address_of_a_file_survives_a_new_address_of_its_page(client, study):
    item = study[1]
    old = item.get_absolute_url()
    item.slug_lv = "nvo-sektora-petijums"
    item.save()

    answer = client.get(f"{old}lv.pdf")

    assert (answer.status_code, answer.url) == (301, f"{item.get_absolute_url()}lv.pdf")
    Item.objects.filter(pk=item.pk).update(visibility="staff")
    assert client.get(f"{old}lv.pdf").status_code == 404


def test_circle_of_versions_ends(client, study):
    first, second = study
    Item.objects.filter(pk=first.pk).update(replaces=second)

    assert client.get(first.get_absolute_url()).status_code == 200
    assert client.get(f"{first.get_absolute_url()}v1/").status_code == 302


# Acceptance 3: videos of other sites


def test_video_is_a_link_until_it_is_clicked(client, picture):
    item = ItemFactory(kind="video", cover=picture)
    ItemFileFactory(item=item, url=VIDEO)

    answer = client.get(item.get_absolute_url())

    player = "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ"
    assert f'<figure class="video" data-player="{player}"><a href="{VIDEO}"' in answer.text
    assert "<iframe" not in answer.text
    loaded = re.findall(r'(?:src|srcset|poster)="([^"]+)"', answer.text)
    assert [address for address in loaded if "//" in address] == []
    policy = answer.headers["Content-Security-Policy"]
    assert "frame-src https://www.youtube-nocookie.com https://player.vimeo.com" in policy
    assert (
        "frame-src"
        not in client.get(reverse("library:item_list")).headers["Content-Security-Policy"]
    )


def test_other_address_is_a_plain_link(client):
    row = ItemFileFactory(url="https://example.org/tour", item__kind="tour")

    answer = client.get(row.item.get_absolute_url())

    assert '<a href="https://example.org/tour" hreflang="lv"' in answer.text
    assert "frame-src" not in answer.headers["Content-Security-Policy"]


# Acceptance 5


def test_deleting_a_project_keeps_its_items(client):
    item = ItemFactory(project=ProjectFactory())

    Project.objects.get().delete()

    item.refresh_from_db()
    assert (item.project, client.get(item.get_absolute_url()).status_code) == (None, 200)


# Lists and data


def test_library_is_narrowed_by_kind_project_territory_language_and_year(client):
    place, project = TerritoryFactory(slug="dobele"), ProjectFactory(slug_lv="kopa")
    ItemFileFactory(item__title_lv="Viens", item__kind="video", url=VIDEO, language="en")
    item = ItemFactory(title_lv="Divi", project=project, published_on=timezone.datetime(2021, 5, 1))
    item.territories.add(place)
    ItemFileFactory(item=item)

    year = timezone.localdate().year
    queries = ["", "type=video", "type=study", "project=kopa", "territory=dobele", "language=en"]
    found = [listed(client, f"?{each}") for each in [*queries, "year=2021", f"year={year}"]]

    one, two = ["Viens"], ["Divi"]
    assert found == [one + two, one, two, two, two, one, two, one]


def test_item_that_is_no_longer_for_everybody_is_found_nowhere(client):
    item = ItemFactory(title_lv="Redzams darbs", transcript_lv="<p>Grozu pīšana</p>")
    search, options = reverse("search:search"), reverse("search:suggestions")
    pages = [f"{search}?q=grozu", f"{search}?q=redzams", f"{options}?q=redz"]
    assert ["Redzams" in client.get(page).text for page in pages] == [True] * 3
    assert listed(client) == ["Redzams darbs"]

    item.visibility = "registered"
    item.save()

    assert [page for page in pages if item.slug in client.get(page).text] == []
    assert listed(client) == []
    assert "0 materiālu" in client.get(reverse("library:item_list")).text


def test_staff_see_what_is_for_the_staff_of_every_partnership(client):
    row = ItemFileFactory(item=ItemFactory(visibility="staff", owner=PartnershipFactory()))
    author = UserFactory(groups=[AUTHOR])
    author.partnerships.add(PartnershipFactory())
    client.force_login(author)

    page, file = client.get(row.item.get_absolute_url()), client.get(row.address())

    assert "Šī lapa nav domāta visiem" in page.text
    assert body(file)[:5] == b"%PDF-"
    assert [each.headers["Cache-Control"] for each in (page, file)] == ["private, no-store"] * 2
    client.force_login(UserFactory())
    assert client.get(row.item.get_absolute_url()).status_code == 404


def test_words_find_what_is_said_and_who_wrote(client):
    publisher = OrganisationFactory(name_lv="Zied zeme")
    ItemFactory(title_lv="Video", transcript_lv="<p>Pinam skalu grozus.</p>")
    ItemFactory(title_lv="Darbs", authors="Anna Ozola", publisher=publisher)

    assert listed(client, "?q=grozu") == ["Video"]
    assert listed(client, "?q=ozola") == ["Darbs"]
    assert listed(client, "?q=zied+zeme") == ["Darbs"]


def test_project_that_is_a_draft_is_not_named(client):
    item = ItemFactory(project=ProjectFactory(title_lv="Slepens projekts", published_at=None))
    pages = [item.get_absolute_url(), reverse("library:item_list")]
    pages += [reverse("library:item_data", args=[form]) for form in ("csv", "json", "jsonld")]

    answers = [client.get(page) for page in pages]

    told = [b"".join(each) if each.streaming else each.content for each in answers]
    assert [text for text in told if b"Slepens" in text or b"slepens" in text] == []


def test_data_name_the_files_with_their_checksums(client):
    row = ItemFileFactory(item__short_code="abc")
    ItemFileFactory(item=row.item, language="en", url=VIDEO)

    record = parsed(client.get(reverse("library:item_data", args=["json"])))["items"][0]
    table = b"".join(client.get(reverse("library:item_data", args=["csv"]))).decode("utf-8-sig")

    assert record["short_link"] == "http://127.0.0.1:8000/d/abc/"
    assert record["files"] == [
        {
            "language": "lv",
            "address": f"http://127.0.0.1:8000{row.address()}",
            "media_type": "application/pdf",
            "bytes": row.size,
            "sha256": row.sha256,
            "pages": None,
        },
        {"language": "en", "address": VIDEO},
    ]
    line = next(csv.DictReader(io.StringIO(table)))
    assert line["files"] == f"http://127.0.0.1:8000{row.address()}; {VIDEO}"


def test_page_tells_libraries_and_search_engines_what_it_is(client):
    publisher = OrganisationFactory(name_lv="Zied zeme")
    item = ItemFactory(
        title_lv="Vebinārs",
        kind="recording",
        authors="Anna Ozola, Jānis Bērziņš",
        publisher=publisher,
        published_on=timezone.datetime(2020, 11, 1),
        published_precision="month",
        licence="cc-by-4.0",
        transcript_lv="<p>Sveiki!</p>",
    )
    row = ItemFileFactory(item=item, name="a.mp4", content=MP4, captions=VTT)

    page = client.get(item.get_absolute_url()).text

    work = next(each for each in linked_data(page) if each["@type"] == "VideoObject")
    whole = f"http://127.0.0.1:8000{row.address()}"
    assert {
        name: work[name] for name in ("datePublished", "license", "contentUrl", "transcript")
    } == {
        "datePublished": "2020-11",
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "contentUrl": whole,
        "transcript": "Sveiki!",
    }
    assert work["associatedMedia"][0]["sha256"] == row.sha256
    metas = re.findall(r'<meta name="(DC\.\w+)" content="([^"]*)">', page)
    assert metas == [
        ("DC.title", "Vebinārs"),
        ("DC.creator", "Anna Ozola"),
        ("DC.creator", "Jānis Bērziņš"),
        ("DC.publisher", "Zied zeme"),
        ("DC.date", "2020-11"),
        ("DC.type", "MovingImage"),
        ("DC.identifier", f"http://127.0.0.1:8000{item.get_absolute_url()}"),
        ("DC.rights", "https://creativecommons.org/licenses/by/4.0/"),
        ("DC.language", "lv"),
        ("DC.format", "video/mp4"),
    ]


def test_every_kind_has_its_name_in_schema_org(client):
    items = [ItemFactory(kind=kind, authors="Anna") for kind in Item.Kind]

    types = {}
    for item in items:
        page = client.get(item.get_absolute_url()).text
        types[item.kind] = next(each["@type"] for each in linked_data(page) if "creditText" in each)

    assert types == {
        "study": "Report",
        "guideline": "LearningResource",
        "summary": "Report",
        "presentation": "PresentationDigitalDocument",
        "video": "VideoObject",
        "tour": "CreativeWork",
        "recording": "VideoObject",
        "story": "VideoObject",
        "brand_book": "CreativeWork",
        "dataset": "Dataset",
        "template": "DigitalDocument",
    }


# Downloads


def taken(item):
    return list(Download.objects.filter(item=item).values_list("day", "number"))


def test_downloads_are_counted_by_day_without_the_reader(client):
    row = ItemFileFactory(name="a.mp4", content=MP4)

    for headers in (
        READER,
        {**READER, "Range": "bytes=0-"},
        {**READER, "Range": "bytes=500-"},
        {**READER, "Sec-Purpose": "prefetch"},
        {"User-Agent": "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"},
        {"User-Agent": "curl/8.5.0"},
        {},
    ):
        answer = client.get(row.address(), headers=headers)
        assert (answer.cookies, len(body(answer)) > 0) == ({}, True)
    body(client.head(row.address(), headers=READER))
    client.force_login(UserFactory())
    body(client.get(row.address(), headers=READER))

    assert taken(row.item) == [(timezone.localdate(), 2)]
    fields = {field.name for field in Download._meta.fields}
    assert fields == {"id", "item", "day", "number"}


def test_what_is_not_found_is_not_counted(client):
    row = ItemFileFactory(item__visibility="staff")

    client.get(row.address(), headers=READER)

    assert taken(row.item) == []


# Where the library is shown


def test_project_partnership_and_first_page_show_public_items(client, study):
    partnership = PartnershipFactory()
    project = ProjectFactory(partner=partnership.organisation, library_items=study)
    ItemFactory(title_lv="Slepens pētījums", project=project, visibility="registered")
    pages = [project.get_absolute_url(), partnership.get_absolute_url(), reverse("home")]

    told = [client.get(page).text for page in pages]

    assert [text.count(">Pētījums 2022</a>") for text in told] == [1] * 3
    assert [text.count(">Pētījums</a>") for text in told[:2]] == [0] * 2
    assert ["Slepens" in text for text in told] == [False] * 3


def test_english_pages_are_english(client):
    row = ItemFileFactory(item__title_en="A study")

    page = client.get(row.item.url_in("en")).text

    assert "Download in Latvian" in page
    assert "Library" in page
