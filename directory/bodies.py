"""Finding a body among those that are known, so that each exists once."""

from django.utils.text import slugify

from partnership.models import Organisation

TAKEN = ("kind", "country", "website")


def with_number(country, number):
    """The organisation with this registration number in this country, or None."""
    if not number:
        return None
    return Organisation.objects.filter(country=country, registration_number=number).first()


def body_of(entry):
    """The organisation that an entry proposes: the one with its number, else a new one."""
    told, name = entry.proposed, entry.title
    found = with_number(told.get("country", ""), told.get("registration_number", ""))
    if found is not None:
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
