"""Organisations as a table."""

from core.admin import both
from core.exchange.importing import ScopedResource

from .models import Organisation


class OrganisationResource(ScopedResource):
    key, title = "slug", "name_lv"
    related = ("partnership",)

    class Meta(ScopedResource.Meta):
        model = Organisation
        fields = [
            *("slug", "owner"),
            *(name for row in both("name", "full_name") for name in row),
            *("kind", "registration_number", "country"),
            *(name for row in both("region", "town") for name in row),
            *("website", "position"),
        ]
