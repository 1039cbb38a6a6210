"""The forms with which visitors write anew what came back to them, filled in as it stands."""

from opendata.columns import plain

from .parts import BodyPart, ListingPart


def written(row, name):
    """The text in the language in which the visitor wrote it."""
    return getattr(row, f"{name}_lv") or getattr(row, f"{name}_en") or ""


class Correcting:
    """What both forms have in common: their row, their look, their prefix."""

    def __init__(self, data=None, *, row):
        self.row = row
        super().__init__(data, initial=self.initial_of(row))
        self.set_choices()
        for field in self.fields.values():
            if not getattr(field.widget, "allow_multiple_selected", False):
                field.widget.attrs["class"] = "input"


class CorrectEntry(Correcting, BodyPart):
    def initial_of(self, row):
        body = row.organisation
        names = ("kind", "country", "registration_number", "town", "website")
        known = {name: getattr(body, name) for name in names} if body else row.proposed
        return {
            **known,
            **{name: written(row, name) for name in ("title", "summary", "products")},
            "territory": row.territory_id,
            "languages": row.languages,
            "sectors": [each.pk for each in row.sectors.all()],
            "text_language": row.text_language,
        }

    def values(self):
        return self.entry_values()


class CorrectListing(Correcting, ListingPart):
    def initial_of(self, row):
        return {
            "direction": row.direction,
            "listing_title": written(row, "title"),
            "listing_body": plain(written(row, "body")),
            "cooperation": row.form,
            "valid_until": row.valid_until,
        }

    def values(self):
        return self.listing_values(self.row.text_language)
