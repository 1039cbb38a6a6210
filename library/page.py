"""What the page of an item shows besides its own fields."""

from dataclasses import dataclass

from django.http import Http404
from django.urls import reverse

from core.addresses import OldAddress, plain
from core.reading import Reading

from .models import Item, ItemFile
from .structured import dublin_core, whole, work
from .versions import newer_than, versions_of

OTHERS = 3


@dataclass
class Version:
    """One version of a work with its number, counted from 1."""

    item: Item
    number: int


@dataclass
class Shown:
    """A file with the addresses under which this page offers it and its captions."""

    file: ItemFile
    address: str
    captions: str

    @property
    def is_listed(self):
        """A video of another site is offered by its player, unless its captions are here."""
        return self.file.video is None or bool(self.captions)


def offered(item, address_of=ItemFile.address):
    """The files of an item; `address_of` gives their addresses, from the file and an ending."""
    return [
        Shown(
            file,
            address_of(file, file.extension) if file.file else file.url,
            address_of(file, "vtt") if file.captions else "",
        )
        for file in item.ordered_files
    ]


def item_context(item):
    """Template context of an item's page."""
    every = versions_of(item) or [item]
    versions = [Version(each, number) for number, each in enumerate(every, 1)]
    shown = [each for each in versions if each.item.is_published or each.item == item]
    return {
        "files": offered(item),
        "is_watchable": any(file.is_recording for file in item.files.all()),
        "share_url": whole(item.short_address) if item.is_published else "",
        "newer": newer_than(item),
        "versions": shown if len(shown) > 1 else [],
        "others": others(item, every),
        "structured": [work(item)],
        "dublin_core": dublin_core(item),
    }


def of_project(project, versions):
    """Other items of a project; of a work with several versions only the newest."""
    public = Item.objects.published()
    newest = public.exclude(replaced_by__in=public.order_by())
    rows = newest.filter(project=project).exclude(pk=versions)
    return {"rows": rows.with_relations()[:OTHERS]}


READ = Reading(of_project, many=("versions",))


def others(item, versions):
    if item.project_id is None:
        return []
    return READ(project=item.project_id, versions=[each.pk for each in versions])["rows"]


def renamed(request, slug):
    """The public item whose page stood at this slug before; 404 when there is none."""
    path = plain(reverse("library:item_detail", args=[slug]))
    known = OldAddress.objects.filter(path=path, label=Item._meta.label_lower).first()
    item = known and Item.objects.published().filter(pk=known.object_id).first()
    if not item:
        raise Http404
    return item
