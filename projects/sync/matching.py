"""What a record names, found among this site's rows, else made: nothing that exists is changed.

Found by code or address (`slug`) first, then by name. What is made is public at once, as the
project is that names it.
"""

from django.conf import settings
from django.db.models import F, Q
from django.utils import timezone
from django.utils.text import slugify

from core.content import SLUG_LENGTH
from partnership.models import Organisation, OrganisationName, Territory
from projects.models import Fund, Measure, Programme, Theme

from .reading import ABOUT_PROGRAMME, OF_BODY


def columns(name, texts):
    """{"name_lv": …, "name_en": …}."""
    return {f"{name}_{code}": text for code, text in texts.items()}


def same_text(name, texts):
    """The condition that a row has one of these texts in its language."""
    pairs = ((f"{name}_{code}__iexact", text) for code, text in texts.items() if text.strip())
    return Q(*pairs, _connector=Q.OR)


def free_slug(model, *wishes):
    """An address that no row has yet: the first wish that says something, numbered if need be."""
    stem = next(filter(None, (slugify(each)[: SLUG_LENGTH - 4] for each in wishes)), "x")
    slug, number = stem, 1
    while model.objects.filter(slug=slug).exists():
        number += 1
        slug = f"{stem}-{number}"
    return slug


def term(rows, data, condition=None, **more):
    """The row of `rows` with this address or name, or a new one with `more`."""
    model, names = rows.model, same_text("name", data["name"])
    found = data["slug"] and rows.filter(slug=data["slug"]).first()
    found = found or rows.filter(condition or names).order_by("pk").first()
    if found:
        return found
    slug = free_slug(model, data["slug"], data["name"][settings.LANGUAGE_CODE])
    return model.objects.create(slug=slug, **columns("name", data["name"]), **more)


def theme(data):
    return term(Theme.objects.all(), data)


def fund(data):
    short = data["short_name"]
    either = same_text("name", data["name"]) | same_text("short_name", short)
    more = columns("short_name", short) | {"kind": data["kind"], "website": data["website"]}
    return term(Fund.objects.all(), data, either, **more)


def programme(data, of_fund):
    rows = Programme.objects.filter(period_start=data["period_start"])
    found = data["slug"] and rows.with_slug(data["slug"]).first()
    found = found or rows.filter(same_text("title", data["title"])).order_by("pk").first()
    if found:
        return found
    texts = {}
    for name in ("title", "statement", "national_line"):
        texts |= columns(name, data[name])
    about = {name: data[name] for name in ABOUT_PROGRAMME}
    return Programme.objects.create(fund=of_fund, published_at=timezone.now(), **texts, **about)


def measure(data, of_programme):
    rows = Measure.objects.filter(programme=of_programme)
    by_code = rows.filter(code=data["code"]).first() if data["code"] else None
    return by_code or term(rows, data, programme=of_programme, code=data["code"])


def territory(data):
    for name in ("register_code", "code"):
        rows = Territory.objects.filter(**{name: data[name]}, kind=data["kind"])
        today_first = rows.order_by(F("valid_to").desc(nulls_first=True), "pk")
        if data[name] and (found := today_first.first()):
            return found
    more = {name: data[name] for name in ("kind", "code", "register_code")}
    return term(Territory.objects.filter(kind=data["kind"]), data, **more)


def organisation(data):
    """By its registration number, else by a name that it has or had, within one country."""
    rows = Organisation.objects.filter(country=data["country"]).order_by("pk")
    number = data["registration_number"]
    found = rows.filter(registration_number=number).first() if number else None
    found = found or named(rows, data["name"], number)
    if found:
        return found
    texts = columns("name", data["name"])
    for name in ("full_name", "region", "town"):
        texts |= columns(name, data[name] or {})
    about = {name: data[name] for name in OF_BODY}
    slug = free_slug(Organisation, data["name"][settings.LANGUAGE_CODE])
    return Organisation.objects.create(slug=slug, **texts, **about)


def named(rows, names, number):
    """The body of this name; not one with another registration number."""
    if number:
        rows = rows.filter(registration_number__in=("", number))
    earlier = OrganisationName.objects.filter(same_text("name", names)).values("organisation")
    return rows.filter(same_text("name", names)).first() or rows.filter(pk__in=earlier).first()
