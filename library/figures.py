"""Figures about the library: what there is, what is taken, what can be read as well."""

from django.core.exceptions import PermissionDenied
from django.db.models import Count, Exists, OuterRef, Q, Sum
from django.db.models.functions import Coalesce
from django.urls import path
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from .files import Download, ItemFile
from .models import Item

MONTH = timezone.timedelta(days=30)
MOST = 10  # items in the list of those taken most
WATCHED = (Item.Kind.VIDEO, Item.Kind.RECORDING, Item.Kind.STORY)


def by_kind(items):
    """[(kind, items, downloads, downloads in 30 days)] of some items, and the sums of all kinds."""
    since = timezone.localdate() - MONTH
    taken = Download.objects.filter(item__in=items).values_list("item__kind").order_by()
    in_all = dict(taken.annotate(Sum("number")))
    lately = dict(taken.filter(day__gt=since).annotate(Sum("number")))
    numbers = dict(items.order_by().values_list("kind").annotate(Count("pk")))
    rows = [
        (capfirst(label), numbers[kind], in_all.get(kind, 0), lately.get(kind, 0))
        for kind, label in Item.Kind.choices
        if kind in numbers
    ]
    sums = [sum(column) for column in list(zip(*rows, strict=True))[1:]] or [0, 0, 0]
    return rows, sums


def taken_most(items):
    """Items with `taken`, the number of their downloads; the most taken first."""
    counts = Download.objects.filter(item=OuterRef("pk")).order_by().values("item")
    total = counts.annotate(total=Sum("number")).values("total")
    rows = items.annotate(taken=Coalesce(total, 0)).filter(taken__gt=0)
    return rows.order_by("-taken", "pk")[:MOST]


def with_words(items):
    """(videos and recordings that can be read, all of them)."""
    videos = items.filter(kind__in=WATCHED).order_by()
    captions = ItemFile.objects.filter(item=OuterRef("pk")).exclude(captions="")
    written = Q(transcript_lv__gt="") | Q(transcript_en__gt="") | Exists(captions)
    return videos.filter(written).count(), videos.count()


class FiguresAdmin:
    """Adds the page of figures to the list."""

    import_export_change_list_template = "admin/library/item/list.html"

    def get_urls(self):
        view = self.admin_site.admin_view(self.figures_view)
        return [path("figures/", view, name="library_item_figures"), *super().get_urls()]

    def figures_view(self, request):
        """Of the public items that this person may open."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        items = self.reachable(request, Item.objects.published())
        kinds, sums = by_kind(items)
        readable, videos = with_words(items)
        return self.page(
            request,
            "library/item/figures",
            _("Figures of the library"),
            kinds=kinds,
            sums=sums,
            most=taken_most(items),
            readable=readable,
            videos=videos,
            share=round(100 * readable / videos) if videos else None,
        )
