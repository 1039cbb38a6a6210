"""What a list can be sorted by, the same in SQL and in the index."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db.models import F, Value
from django.db.models.functions import Coalesce, NullIf
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from core.text import Alphabetical

SHIFT = 24  # bits that the key of a row takes behind its value
DAY = 86_400
EPOCH = date(1970, 1, 1).toordinal() * DAY
TITLE = "title"
RELEVANCE = "relevance"


@dataclass(frozen=True)
class Order:
    """An order by a number, a date or a time; rows without one come last.

    `expression` is what the database sorts by; ties are broken by the key of the row. `paths` are
    lookup paths to what it reads of other tables.
    """

    name: str
    label: str
    expression: object
    is_descending: bool = True
    paths: tuple = ()

    def sql(self):
        if self.is_descending:
            return [self.expression.desc(nulls_last=True), "-pk"]
        return [self.expression.asc(nulls_last=True), "pk"]

    def number(self, value, pk):
        """The place of a row as an unsigned number of 64 bits."""
        whole = as_number(value)
        if whole is None:
            whole = 0 if self.is_descending else (1 << 39) - 1
        return (min(whole + 1, (1 << 40) - 1) << SHIFT) | (pk & ((1 << SHIFT) - 1))


class TitleOrder:
    """By title in the active language, in the order of the Latvian alphabet."""

    name = TITLE
    label = _("title")
    is_descending = False

    def sql(self):
        """The title that is shown: in the active language, else in another one."""
        codes = settings.MODELTRANSLATION_LANGUAGES
        codes = sorted(codes, key=lambda code: code != get_language())
        titles = [NullIf(F(f"title_{code}"), Value("")) for code in codes]
        return [Alphabetical(Coalesce(*titles)), "pk"]


class RelevanceOrder:
    """What answers the words best comes first; without words there is no such order."""

    name = RELEVANCE
    label = _("relevance")
    is_descending = True

    def sql(self):
        return ["-published_at", "-pk"]


def as_number(value):
    """Money in cents, a day or a moment in seconds since the year 1; None stays None."""
    if value is None:
        return None
    if hasattr(value, "timestamp"):
        return int(value.timestamp()) + EPOCH
    if hasattr(value, "toordinal"):
        return value.toordinal() * DAY
    return max(0, int(value * 100))


NEWEST = Order("newest", _("newest first"), F("published_at"))
BY_TITLE = TitleOrder()
BY_RELEVANCE = RelevanceOrder()
