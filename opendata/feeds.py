from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import Http404
from django.urls import reverse
from django.utils import translation
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from core import richtext
from core.content import content_models

LENGTH = 30


class WholeTexts(Atom1Feed):
    """Atom whose entries carry the text of the page."""

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        if item["content"]:
            handler.addQuickElement("content", item["content"], {"type": "html"})


class ContentFeed(Feed):
    """The newest published pages of one kind as Atom, in one language."""

    feed_type = WholeTexts

    def __call__(self, request, *args, **kwargs):
        if kwargs["language"] not in dict(settings.LANGUAGES):
            raise Http404
        with translation.override(kwargs["language"]):
            return super().__call__(request, *args, **kwargs)

    def get_object(self, request, language, kind):
        for model in content_models():
            if model._meta.model_name == kind:
                return model
        raise Http404

    def title(self, model):
        return str(model._meta.verbose_name_plural).capitalize()

    def link(self, model):
        return reverse(f"{model._meta.app_label}:{model._meta.model_name}_list")

    def items(self, model):
        return model.objects.published().order_by("-published_at", "-pk")[:LENGTH]

    def item_title(self, item):
        return richtext.CONTROL.sub("", item.title)

    def item_description(self, item):
        """Atom reads it as HTML; ours is plain text."""
        return escape(richtext.CONTROL.sub("", item.summary))

    def item_extra_kwargs(self, item):
        return {"content": richtext.portable(item.body)}

    def item_pubdate(self, item):
        return item.published_at

    def item_updateddate(self, item):
        return item.updated_at
