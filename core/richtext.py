"""The one sanitiser of formatted text, and the only place that marks text as safe to show."""

import nh3
from django.utils.safestring import mark_safe

TAGS = set(
    "p br strong em a ul ol li h2 h3 h4 blockquote hr sup sub caption"
    " table thead tbody tr th td".split()
)
ATTRIBUTES = {
    "a": {"href", "title", "hreflang", "lang"},
    "th": {"colspan", "rowspan", "scope"},
    "td": {"colspan", "rowspan"},
    "p": {"lang"},
    "em": {"lang"},
    "blockquote": {"lang"},
}
SCHEMES = {"http", "https", "mailto", "tel"}


def clean(html):
    """Return `html` with only the tags, attributes and link schemes that editors may use.

    The editor's empty paragraph becomes an empty text, so that templates can ask for it.
    """
    cleaned = nh3.clean(
        html or "",
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel="noopener",
    )
    return "" if cleaned in ("<p></p>", "<p><br></p>") else cleaned


def show(html):
    """The text ready for a template; cleaned again, because rows may come from elsewhere."""
    return mark_safe(clean(html))


def email(address):
    """A `mailto:` link whose letters are character references: plain to people and screen readers,
    not to the harvesters that look for addresses in the bytes of a page."""
    coded = "".join(f"&#{ord(letter)};" for letter in address or "")
    return mark_safe(f'<a href="&#109;&#97;&#105;&#108;&#116;&#111;&#58;{coded}">{coded}</a>')
