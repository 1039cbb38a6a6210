"""A partner on the page of a project; a page may show dozens of them, so it is drawn at once."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.text import capfirst
from django.utils.translation import gettext

from core import numbers
from core.templatetags.site import host

register = template.Library()
ROW = (
    '<li><span class="num" aria-hidden="true">{}</span> <b>{}{}</b>'
    ' <span class="small">{}{}{}</span></li>'
)
LEAD = ROW.replace("<li>", '<li class="lead-p">', 1)


@register.simple_tag
def partner_row(partner):
    """Its name then and now, its role, where it works, its own number, its web site."""
    row, organisation = partner.participation, partner.participation.organisation
    town = [text for text in (organisation.town, organisation.region) if text]
    return format_html(
        LEAD if row.role == row.Role.LEAD else ROW,
        partner.number,
        name_then(partner, organisation),
        name_now(partner, organisation),
        capfirst(row.get_role_display()),
        f" · {', '.join(town)}" if town else "",
        format_html_join("", "<br>{}", ((each,) for each in details(row, organisation))),
    )


def name_then(partner, organisation):
    page = getattr(organisation, "partnership", None)
    if page is None or not page.is_published:
        return partner.name
    return format_html('<a href="{}">{}</a>', page.get_absolute_url(), partner.name)


def name_now(partner, organisation):
    if partner.name == organisation.name:
        return ""
    today = gettext("now %(name)s") % {"name": organisation.name}
    return format_html(' <span class="small">({})</span>', today)


def details(row, organisation):
    """One line for each thing that is known."""
    # No text stands inside of an f-string: there it would not be collected.
    place, territory, share = gettext("Place:"), gettext("Territory:"), gettext("Share:")
    if row.place:
        yield f"{place} {row.place}"
    elif row.territories.all():
        yield f"{territory} {', '.join(map(str, row.territories.all()))}"
    if row.number:
        yield format_html('{} <span class="nowrap">{}</span>', gettext("Number:"), row.number)
    if row.share:
        yield f"{share} {numbers.euro(row.share)}"
    if row.note:
        yield row.note
    if address := organisation.website:
        link = '<a href="{}" rel="external noopener">{}</a>'
        yield format_html(link, address, host(address))
