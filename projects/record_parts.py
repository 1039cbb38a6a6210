"""The parts of a project's record: partners, figures, steps, words, links, pictures."""

from django.conf import settings
from django.utils import translation

from core import pictures, richtext

from .partners import shown_name

LANGUAGES = settings.MODELTRANSLATION_LANGUAGES


def texts(row, name):
    """A text of `row` in both languages; empty where it is not written in one."""
    return {code: getattr(row, f"{name}_{code}") or "" for code in LANGUAGES}


def rich_texts(row, name):
    """Sanitised HTML with whole addresses, in which nothing needs this site's styles."""
    found = texts(row, name)
    for code in LANGUAGES:
        with translation.override(code):
            found[code] = richtext.portable(found[code])
    return found


def in_both(say):
    """What `say()` gives in each language."""
    found = {}
    for code in LANGUAGES:
        with translation.override(code):
            found[code] = say()
    return found


def amount(value):
    """A number of JSON; two decimals of at most fourteen digits come out exactly."""
    return None if value is None else float(value)


def day(value):
    return value.isoformat() if value else None


def territory(row):
    return {
        "slug": row.slug,
        "name": texts(row, "name"),
        "kind": row.kind,
        "code": row.code,
        "register_code": row.register_code,
    }


def partner(row, project):
    row.project = project  # read already
    nothing = dict.fromkeys(LANGUAGES, "")
    is_over = not shown_name(row)  # what is told of a person goes with the name
    return {
        "organisation": organisation(row),
        "role": row.role,
        "number": row.number,
        "share": amount(row.share),
        "place": nothing if is_over else texts(row, "place"),
        "note": nothing if is_over else texts(row, "note"),
        "text": nothing if is_over else rich_texts(row, "text"),
        "territories": [territory(each) for each in row.territories.all()],
    }


def organisation(participation):
    """Under the name of the project's time; of a natural person nothing but that name."""
    row = participation.organisation
    found = {
        "name": in_both(lambda: shown_name(participation)),
        "country": row.country,
        "kind": row.kind,
        "is_natural_person": row.is_natural_person,
    }
    if row.is_natural_person:
        return found
    return found | {
        "registration_number": row.registration_number,
        "website": row.website,
        "full_name": texts(row, "full_name"),
        "region": texts(row, "region"),
        "town": texts(row, "town"),
    }


def parts(project):
    return {
        "results": [result(each) for each in project.results.all()],
        "milestones": [milestone(each) for each in project.milestones.all()],
        "quotes": [quote(each) for each in project.quotes.all()],
        "links": [{"label": texts(each, "label"), "url": each.url} for each in project.links.all()],
    }


def result(row):
    return {
        "label": texts(row, "label"),
        "sign": row.sign,
        "value": amount(row.value),
        "is_planned": row.is_planned,
        "source": texts(row, "source"),
    }


def milestone(row):
    return {
        "title": texts(row, "title"),
        "text": texts(row, "text"),
        "happens_on": day(row.happens_on),
        "precision": row.precision,
        "is_highlight": row.is_highlight,
    }


def quote(row):
    body = row.organisation if row.organisation and not row.organisation.is_natural_person else None
    return {
        "text": texts(row, "text"),
        "person": row.person,
        "role": texts(row, "role"),
        "source": texts(row, "source"),
        "organisation": texts(body, "name") if body else None,
    }


def picture(image):
    """The address of a picture; its file stays where it is."""
    return {
        "url": settings.SITE_URL + pictures.copy_url(image, -1),
        "width": image.width,
        "height": image.height,
        "alt": texts(image, "alt"),
        "credit": texts(image, "credit"),
        "licence": image.licence,
        "licence_url": image.deed,
    }
