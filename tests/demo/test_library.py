"""The library of the demonstration: the works that the five pages name, where they belong."""

import pytest
from django.urls import reverse

from events.parts import Material
from library.files import ItemFile
from library.models import Item
from projects.models import Project
from tests.demo.test_facts import COAST, KOPA, MOLDOVA, NEIGHBOURS, SMART
from tests.opendata.reading import text

pytestmark = pytest.mark.django_db
WORKS = {
    SMART: [("guideline", "Viedais ciems: metode, nevis rezultāts")],
    COAST: [("video", "Kas ir viedais ciems: īss video")],
    MOLDOVA: [
        ("brand_book", "Trīs zīmolu grāmatas uzņēmējiem"),
        ("presentation", "Kā parādīt tūrisma iespējas reģionā"),
        ("recording", "Skalu grozu pīšana"),
        ("recording", "Skrubja sagatavošana no dabīgiem augiem"),
        ("tour", "Biedrības „Novada mantojums” iniciatīva: Svētes pils atjaunošana"),
        ("tour", "Lielplatones muižas „Vešūzis”"),
        ("video", "SIA „LV-Destilāti”"),
        ("video", "SIA „PastaHouse”"),
    ],
    KOPA: [
        ("guideline", "Kā aktivizēt un iesaistīt kopienu"),
        ("story", "Videostāsti par kopienu aktivizēšanu"),
    ],
    NEIGHBOURS: [
        ("study", "Pētījums par nevalstisko sektoru Mārupes, Olaines un Ķekavas novadā"),
        ("summary", "Ideju apkopojums no forumiem „Ideju skrejceļš”"),
        # What the municipalities were handed.
        ("summary", "Ideju apkopojums: Ideju skrejceļš (Mārupes novada pašvaldība)"),
        ("summary", "Ideju apkopojums: Ideju skrejceļš (Olaines novada pašvaldība)"),
        ("summary", "Ideju apkopojums: Ideju skrejceļš (Ķekavas novada pašvaldība)"),
    ],
}


def test_works_are_those_that_the_pages_name():
    public = Item.objects.published()
    found = {
        slug: sorted(public.filter(project__slug_lv=slug).values_list("kind", "title_lv"))
        for slug in WORKS
    }

    assert found == WORKS
    assert public.count() == sum(map(len, WORKS.values()))


def test_projects_show_their_works_in_both_languages(client):
    lacking = []
    for project in Project.objects.filter(slug_lv__in=WORKS):
        for language in ("lv", "en"):
            page = client.get(project.url_in(language)).text
            works = Item.objects.published().filter(project=project)
            lacking += [work for work in works if f'href="{work.url_in(language)}"' not in page]

    assert lacking == []


def test_files_can_be_read_by_everybody():
    files = list(ItemFile.objects.exclude(file=""))

    assert [file for file in files if file.pdf_lacks or file.is_played != bool(file.captions)] == []
    assert {file.mime for file in files} == {"application/pdf", "video/webm"}


def test_tours_lead_to_places():
    tours = Item.objects.filter(kind="tour")

    assert {(tour.place_lv, tour.territories.get().slug) for tour in tours} == {
        ("Lielplatones muižas „Vešūzis”", "jelgavas-novads"),
        ("Svētes pils", "jelgavas-novads"),
    }


def test_materials_of_master_classes_are_for_those_who_took_part(client):
    rows = Material.objects.filter(item__visibility="registered")
    pages = [reverse("library:item_list"), "/sitemap.xml", "/lv/feeds/item.xml"]

    handed = {(row.event.title_lv, row.item.title_lv) for row in rows}

    assert handed == {
        ("Dabīgu augu skrubja gatavošana", "Materiāli skrubja meistarklasei"),
        ("Skalu grozu pīšana", "Materiāli grozu pīšanas meistarklasei"),
    }
    assert [page for page in pages if "materiali-" in text(client.get(page))] == []
