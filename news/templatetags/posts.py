"""What a card says of a post; lists show many of them, so it is drawn at once."""

from django import template
from django.utils.html import format_html

from core import covers
from core.cards import draws
from core.templatetags.site import date, lang

register = template.Library()
CARD = (
    '<article class="newsrow card c-{dye}"><div class="media">{cover}</div><div class="body">'
    '<p class="eyebrow">{day}</p><h3{language}><a href="{address}">{title}</a></h3>{summary}'
    "</div></article>"
)


@register.simple_tag
@draws("components/post_row.html")
def post_card(post, is_first=False):
    """A post in a list: picture, date, title, summary."""
    summary = post.summary
    return format_html(
        CARD,
        dye=post.dye,
        cover=covers.cover(post, "small"),
        day=date(post.published_at),
        language=lang(post),
        address=post.get_absolute_url(),
        title=post.title,
        summary=format_html("<p{}>{}</p>", lang(post, "summary"), summary) if summary else "",
    )
