"""What lists show of offers and requests, and no column more."""

from core.library import Image
from core.reading import Reading

from .listings import Listing

SHOWN = (
    *("title", "text_language", "summary", "slug", "direction", "form", "valid_until"),
    *(f"cover__{field.name}" for field in Image._meta.concrete_fields),
    *("entry__title", "entry__text_language", "entry__proposed", "entry__organisation__country"),
)


def listings(keys):
    rows = Listing.objects.published().filter(pk=keys).order_by()
    return {"rows": rows.select_related("cover", "entry__organisation").only(*SHOWN)}


LISTINGS = Reading(listings, many=("keys",))
