"""The works that the five pages name: papers and films made here, addresses of the partners."""

from datetime import timedelta

from django.core.files.base import ContentFile
from PIL import Image as Drawing

from events.models import Event, Session
from events.parts import Material
from library.models import Item, ItemFile
from partnership.models import Territory

from . import works_latvia, works_moldova, works_neighbours
from .building import chosen, found
from .film import SECONDS, film
from .papers import paper


def make_library(pictures):
    """All works; some are handed out at events or are their recordings."""
    for facts in (*works_latvia.WORKS, *works_moldova.WORKS, *works_neighbours.WORKS):
        row = found(facts, pictures)
        files, territories = row.pop("files"), row.pop("territories", ())
        item = Item.objects.create(**{"published_at": row["project"].published_at} | row)
        item.territories.set(chosen(Territory, territories))
        for each in files:
            make_file(item, each, pictures)
    for event, slug in works_moldova.HANDED_OUT.items():
        item = Item.objects.get(slug_lv=slug)
        for row in Event.objects.filter(title_lv=event):
            Material.objects.create(event=row, item=item, audience="registered")
    for session, slug in works_moldova.RECORDED.items():
        item = Item.objects.get(slug_lv=slug)
        Session.objects.filter(title_lv=session).update(recording=item)


def make_file(item, facts, pictures):
    row = ItemFile(item=item, language=facts["language"], url=facts.get("url", ""))
    name = f"{item.slug_lv}-{row.language}"
    if "paper" in facts:
        data = paper(row.language, getattr(item, f"title_{row.language}"), facts["paper"])
        row.file = ContentFile(data, name=f"{name}.pdf")
    if "film" in facts:
        data = film(opened(pictures[each]) for each in facts["film"])
        row.file = ContentFile(data, name=f"{name}.webm")
        row.captions = captions(facts["captions"])
    row.save()


def opened(image):
    with image.file.open() as file:
        return Drawing.open(file).copy()


def captions(lines):
    """One line for each picture of a film, as WebVTT."""
    cues = [
        f"{moment(number * SECONDS)} --> {moment((number + 1) * SECONDS)}\n{' '.join(line.split())}"
        for number, line in enumerate(lines)
    ]
    return "\n\n".join(["WEBVTT", *cues]) + "\n"


def moment(seconds):
    return f"0{timedelta(seconds=seconds)}.000"
