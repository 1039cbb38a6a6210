"""Atom: what is new in a list, with whole texts, in one language."""

from datetime import UTC, datetime

from django.conf import settings
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.utils.feedgenerator import Atom1Feed, Enclosure
from django.utils.html import escape

from core import richtext
from core.caching.memory import MEMORY
from core.content import content_models
from core.views import only_reads

LENGTH = 30
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


class WholeTexts(Atom1Feed):
    """Atom whose entries carry the text of the page."""

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        if item["content"]:
            handler.addQuickElement("content", item["content"], {"type": "html"})

    def latest_post_date(self):
        """A feed must name a day; “now” would make one without texts new at every request."""
        return super().latest_post_date() if self.items else LONG_AGO


def atom(rows, listing):
    """The newest of the rows of a list; readers of feeds ask again and keep what they have."""
    yield feed(newest(rows), listing.title, listing.page, listing.address).encode()


def newest(rows):
    return rows.with_relations().order_by("-published_at", "-pk")[:LENGTH]


def feed(rows, title, page, address):
    """The feed of some rows as text; its addresses are whole."""
    made = WholeTexts(
        title, page, None, language=translation.get_language(), feed_url=address, feed_guid=address
    )
    for row in rows:
        link = settings.SITE_URL + row.get_absolute_url()
        made.add_item(
            title=richtext.CONTROL.sub("", row.title),
            link=link,
            description=escape(richtext.CONTROL.sub("", row.summary)),  # Atom reads it as HTML
            unique_id=link,
            pubdate=row.published_at,
            updateddate=row.updated_at,
            content=richtext.portable(row.body),
            enclosures=[
                Enclosure(settings.SITE_URL + address, str(size), media_type)
                for address, size, media_type in row.downloads()
            ],
        )
    return made.writeString("utf-8")


@only_reads
def content_feed(request, language, kind):
    """The newest pages of one kind under the address that feed readers have had since 2026."""
    models = {model._meta.model_name: model for model in content_models()}
    if language not in dict(settings.LANGUAGES) or kind not in models:
        raise Http404
    with translation.override(language):
        key = ("feed", language, kind)
        text = MEMORY.recall(request, key, lambda: text_of(models[kind], request.path))
    return HttpResponse(text, content_type="application/atom+xml; charset=utf-8")


def text_of(model, path):
    """The feed of all published rows of a kind, in the active language."""
    page = settings.SITE_URL + reverse(f"{model._meta.app_label}:{model._meta.model_name}_list")
    title = str(model._meta.verbose_name_plural).capitalize()
    return feed(newest(model.objects.published()), title, page, settings.SITE_URL + path)
