"""What texts refer to: pages, pictures and documents of this site, by key and not by address.

A text stores `/page/projects.project/12/`, `/picture/5/` or `/document/7/`. A page may be renamed
and a file replaced: the reader always gets the address of today. `core.prose.embedding` writes it.
"""

import re
from functools import cache
from urllib.parse import urlsplit

from django.apps import apps
from django.conf import settings
from django.urls import Resolver404, resolve
from django.utils import translation

from core.addresses import OldAddress, plain

from .markup import Element, walk

PAGE = re.compile(r"/page/([a-z_]+\.[a-z_]+)/([1-9]\d{0,17})/")
FILE = re.compile(r"/(picture|document)/([1-9]\d{0,17})/")
IN_TEXT = re.compile(
    r'(?:href|src)="/(?:page/([a-z_]+\.[a-z_]+)|(picture|document))/([1-9]\d{0,17})/"'
)
HOST = re.compile(
    r"(?:[\w-]+\.)+(?!(?:php|html?|aspx?|jsp|cfm|pdf|docx?|xlsx?|jpe?g|png|gif)\b)[a-z]{2,}(?:[/?#:].*)?",
    re.I | re.S,
)
MAIL = re.compile(r"[^@\s/:?#]+@(?:[\w-]+\.)+[a-z]{2,}", re.I)


def find_references(html):
    """[(kind, key)] of a text in its order: `("picture", 5)`, `("projects.project", 12)`."""
    return [(label or kind, int(key)) for label, kind, key in IN_TEXT.findall(html or "")]


def page_reference(page):
    """The address under which texts keep a page."""
    return f"/page/{page._meta.label_lower}/{page.pk}/"


def parts(address):
    """(kind, key) of a stored reference, or None for any other address."""
    if found := PAGE.fullmatch(address):
        return found[1], int(found[2])
    if found := FILE.fullmatch(address):
        return found[1], int(found[2])
    return None


def model_of(kind):
    """The model of a kind of page, or None; only content has pages."""
    from core.content import Content  # its texts are cleaned by this module

    try:
        model = apps.get_model(kind)
    except (LookupError, ValueError):
        return None
    return model if issubclass(model, Content) else None


def settle(root):
    """Give every link below `root` the address to store; each one is looked up once."""
    find = cache(stable)
    for each in walk(root):
        if each.tag == "a":
            each.attributes["href"] = find(each.attributes.get("href", ""))


def stable(address):
    """The address to store for a link that an editor wrote or pasted; empty when it leads nowhere.

    Addresses of this site lose the host, and become references when they lead to a public page.
    """
    address = address.strip()
    if address.startswith("//"):
        address = f"https:{address}"
    path = own_path(address)
    if path.startswith("/"):
        return reference_to(path) or path
    if urlsplit_or_none(address) is None or address.startswith("#"):
        return ""
    if re.match(r"[a-z][a-z0-9+.-]*:", address, re.I) and not HOST.fullmatch(address):
        return address
    if MAIL.fullmatch(address):
        return f"mailto:{address}"
    return f"https://{address}" if HOST.fullmatch(address) else ""


def urlsplit_or_none(address):
    try:
        return urlsplit(address)
    except ValueError:
        return None


def own_path(address):
    """The address without scheme and host when it is one of this site, else as it is."""
    asked, own = urlsplit_or_none(address), urlsplit(settings.SITE_URL)
    if asked is None or asked.scheme not in ("http", "https"):
        return address
    if asked.netloc.removeprefix("www.") != own.netloc.removeprefix("www."):
        return address
    return asked._replace(scheme="", netloc="").geturl() or "/"


def reference_to(path):
    """The reference of the public page or the document at `path`, or an empty text."""
    if parts(path):
        return path
    try:
        with translation.override(translation.get_language_from_path(path)):
            match = resolve(path)
    except Resolver404:
        return old_address(path)
    if match.view_name == "document":
        row = apps.get_model("core.Document").objects.filter(key=match.kwargs["key"]).first()
        return f"/document/{row.pk}/" if row else ""
    model = model_of(match.view_name.removesuffix("_detail").replace(":", "."))
    if model is None or "slug" not in match.kwargs:
        return ""
    page = model.objects.published().with_slug(match.kwargs["slug"]).first()
    return page_reference(page) if page else old_address(path)


def old_address(path):
    """The reference of the public page that stood at `path` before, or an empty text."""
    row = OldAddress.objects.filter(path=plain(path)).exclude(label="").first()
    model = model_of(row.label) if row else None
    page = model.objects.published().filter(pk=row.object_id).first() if model else None
    return page_reference(page) if page else ""


def is_picture(element):
    return element.tag == "img" and picture(element) is not None


def picture(element):
    """The `<img>` to store for a picture of the library, or None; its words come from there."""
    path = own_path(element.attributes.get("src", "").strip())
    found = parts(path)
    return Element("img", {"src": path, "alt": ""}) if found and found[0] == "picture" else None
