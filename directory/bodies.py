"""Finding a body among those that are known, so that each exists once."""

import re

from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from core.text import fold
from core.versions import forget_history
from engage.decisions import Hindered
from partnership.models import Organisation

TAKEN = ("kind", "country", "website")


def with_number(country, number):
    """The organisation with this registration number in this country, or None."""
    if not number:
        return None
    return Organisation.objects.filter(country=country, registration_number=number).first()


LEGAL_FORMS = re.compile(
    r"\b(?:sia|as|ik|zs|zemnieku saimnieciba|biedriba|nodibinajums|srl|sa|ii|gt|ao|ooo|ltd|llc)\b"
)


def essence(name):
    """A name without legal form, quotes, accents and spaces: „SIA “ColorPasta”“ is colorpasta."""
    return re.sub(r"\W", "", LEGAL_FORMS.sub("", fold(name).replace("/", "")))


def similar_to(entry):
    """Organisations of the same country whose name is the same in essence, this one's own apart."""
    own = {essence(name) for name in (entry.title_lv, entry.title_en) if name} - {""}
    rows = Organisation.objects.filter(country=entry.country).exclude(pk=entry.organisation_id)
    every = rows.values_list("pk", "name_lv", "name_en", "full_name_lv")
    keys = [pk for pk, *names in every if own & {essence(name) for name in names if name}]
    return rows.filter(pk__in=keys)


def listed_with(entry):
    """Another entry of the body that this one proposes, or None."""
    told = entry.proposed
    found = with_number(told.get("country", ""), told.get("registration_number", ""))
    other = getattr(found, "entry", None)
    return other if other is not None and other.pk != entry.pk else None


def body_of(entry):
    """The organisation that an entry proposes: the one with its number, else a new one."""
    told, name = entry.proposed, entry.title
    found = with_number(told.get("country", ""), told.get("registration_number", ""))
    if found is not None:
        if listed_with(entry):
            raise Hindered(_("This organisation is listed already."))
        return found
    return Organisation.objects.create(
        name_lv=name,
        slug=free_slug(name, entry),
        town_lv=told.get("town", ""),
        registration_number=told.get("registration_number", ""),
        owner=entry.owner,
        **{key: told[key] for key in TAKEN if key in told},
    )


def free_slug(name, entry):
    """A slug that no organisation has."""
    slug = slugify(name)[:80] or f"body-{entry.public_id.hex[:10]}"
    is_taken = Organisation.objects.filter(slug=slug).exists()
    return f"{slug}-{entry.public_id.hex[:10]}" if is_taken else slug


def is_used(body):
    """Whether something beside the directory names it: then it stays as it is known there."""
    relations = body._meta.related_objects
    own = ("entry", "contactpoint")
    others = (each for each in relations if each.related_model._meta.model_name not in own)
    return any(
        each.related_model._base_manager.filter(**{each.field.name: body}).exists()
        for each in others
    )


def empty(body, entry):
    """Leave of a body that only the directory knows its kind, country and number."""
    if is_used(body):
        return
    for name in ("name", "full_name", "region", "town"):
        for language in ("lv", "en"):
            setattr(body, f"{name}_{language}", "–" if name == "name" else "")
    body.website, body.slug = "", f"body-{entry.public_id.hex[:10]}"
    body.save()
    forget_history(type(body), [body.pk])
