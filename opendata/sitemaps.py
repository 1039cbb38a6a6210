from django.conf import settings
from django.contrib.sitemaps import Sitemap

from core.content import content_models


class ContentSitemap(Sitemap):
    """Every published page of one kind, in each language, with its counterparts."""

    i18n = alternates = x_default = True
    limit = 10_000

    def __init__(self, model):
        self.model = model
        self.protocol = settings.SITE_URL.partition("://")[0]

    def items(self):
        return self.model.objects.published().order_by("pk")

    def lastmod(self, item):
        return item.updated_at


def content_sitemaps():
    return {model._meta.label_lower: ContentSitemap(model) for model in content_models()}
