"""Pages in the words of schema.org, which search engines read as JSON-LD."""

from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language

from . import pictures

CONTEXT = "https://schema.org"


def address(item):
    """The whole address of a page in the active language."""
    return settings.SITE_URL + item.get_absolute_url()


def moment(value):
    return timezone.localtime(value).isoformat(timespec="seconds") if value else None


def known(**values):
    """A node without the properties that nothing is known of; `type` and `id` get their sign."""
    signs = {"type": "@type", "id": "@id"}
    return {signs.get(name, name): value for name, value in values.items() if value}


def web_page(item, **more):
    """Any page: its name, its dates, its language."""
    return known(
        type="WebPage",
        id=address(item),
        url=address(item),
        name=item.title,
        description=item.summary,
        inLanguage=get_language(),
        datePublished=moment(item.published_at),
        dateModified=moment(item.updated_at),
        **more,
    )


def picture(image):
    """The largest copy of a picture, or None."""
    if not image:
        return None
    url = settings.SITE_URL + pictures.copy_url(image, -1)
    return known(type="ImageObject", url=url, caption=image.alt, creditText=image.credit)


def breadcrumbs(steps):
    """The way to a page, as (name, whole address) pairs from the first page to the page itself."""
    members = [
        {"@type": "ListItem", "position": number, "name": str(name), "item": url}
        for number, (name, url) in enumerate(steps, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": members}


def graph(nodes):
    return {"@context": CONTEXT, "@graph": nodes}
