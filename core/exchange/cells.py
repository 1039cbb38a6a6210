"""How one value of a row stands in a cell of a table, and how people may write it there."""

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation

from django.conf import settings
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from import_export.widgets import Widget

from core import richtext

from .values import A_DAY, A_MOMENT, DAYS, as_text, cut, here, parsed_moment, possible, tidy

LONGEST = 20  # digits before the point


class Cell(Widget):
    """One column's cells. `read` and `write` meet the row, `render` and `clean` meet the file.

    `clean` raises ValueError with a message for whoever filled the table in.
    """

    is_late = False  # written after the row itself, which it points to

    def __init__(self, field=None):
        super().__init__()
        self.field = field
        self.resource = None

    @property
    def keeps_when_empty(self):
        """A field that cannot be empty stays as it is when its cell is empty."""
        return not self.field.blank and self.field.has_default()

    def read(self, row):
        return getattr(row, self.field.attname)

    def write(self, row, value):
        setattr(row, self.field.attname, value)

    def clean(self, value, row=None, **kwargs):
        return value

    def render(self, value, **kwargs):
        return "" if value is None else value

    def normal(self, value):
        """The value in the form in which two are compared."""
        return value

    def describe(self):
        """What may stand in the cell, for the instructions."""
        return ""


class TextCell(Cell):
    def clean(self, value, row=None, **kwargs):
        text = self.normal(as_text(value))
        return text if text or self.field.empty_value == "" else None

    def render(self, value, **kwargs):
        return tidy(value or "")

    def normal(self, value):
        return tidy(value or "").strip()

    def describe(self):
        longest = self.field.max_length
        if not longest:
            return _("Text of any length")
        return _("Text, at most %(number)s characters") % {"number": longest}


class SlugCell(TextCell):
    """Part of an address; it is made from the title and never becomes empty by an import."""

    keeps_when_empty = True

    def describe(self):
        return _("Small letters, digits and hyphens; left empty, it is made from the title")


class RichTextCell(TextCell):
    def normal(self, value):
        return richtext.clean(tidy(value or "")).strip()

    def describe(self):
        return _("Text with HTML marks for paragraphs, headings, lists and links")


class NumberCell(Cell):
    """A decimal number; `1 234,50`, `1,234.50`, `90 %` and `50 €` are understood too."""

    def clean(self, value, row=None, **kwargs):
        if isinstance(value, float):
            return Decimal(str(round(value, 6)))
        text = re.sub(r"[\s'’]|%$|€$|EUR$", "", as_text(value))
        if "," in text and "." in text:
            group = "." if text.rindex(",") > text.rindex(".") else ","
            text = text.replace(group, "")
        try:
            number = Decimal(text.replace(",", ".")) if text else None
        except InvalidOperation:
            number = Decimal("NaN")
        if number is not None and (not number.is_finite() or number.adjusted() > LONGEST):
            raise ValueError(_("“%(text)s” is not a number.") % {"text": cut(value)})
        return number

    def describe(self):
        return _("A number, such as 1234.50")


class WholeNumberCell(NumberCell):
    def clean(self, value, row=None, **kwargs):
        number = super().clean(value)
        if number is None:
            return None
        if number != number.to_integral_value():
            raise ValueError(_("“%(text)s” is not a whole number.") % {"text": cut(value)})
        return int(number)

    def describe(self):
        return _("A whole number")


class DayCell(Cell):
    def clean(self, value, row=None, **kwargs):
        if isinstance(value, date):
            return possible(value.date() if isinstance(value, datetime) else value)
        text = as_text(value).removesuffix(" 00:00:00")
        if not text:
            return None
        for pattern in DAYS:
            try:
                day = datetime.strptime(text, pattern).date()
            except ValueError:
                continue
            return possible(day)
        message = _("“%(text)s” is not a date such as %(example)s.")
        raise ValueError(message % {"text": cut(value), "example": A_DAY["iso"]})

    def render(self, value, **kwargs):
        return value.isoformat() if value else ""

    def describe(self):
        return _("A date, such as %(iso)s or %(short)s") % A_DAY


class MomentCell(Cell):
    """A date and time; without a zone it is the site's own time."""

    def clean(self, value, row=None, **kwargs):
        if isinstance(value, datetime):  # a spreadsheet counts in fractions of a day
            value = possible(value) + timedelta(milliseconds=500)
            return here(value.replace(microsecond=0))
        if isinstance(value, date):
            return here(datetime.combine(possible(value), time.min))
        text = as_text(value)
        moment = parsed_moment(text) if text else None
        if text and moment is None:
            message = _("“%(text)s” is not a date and time such as %(example)s.")
            raise ValueError(message % {"text": cut(value), "example": A_MOMENT["iso"]})
        return moment and here(possible(moment))

    def render(self, value, **kwargs):
        return timezone.localtime(value).isoformat(sep=" ") if value else ""

    def describe(self):
        return _("A date and time, such as %(iso)s or %(short)s") % A_MOMENT


class ChoiceCell(Cell):
    """One of a few values: its key, or its name in either language."""

    def __init__(self, field=None):
        super().__init__(field)
        self.keys = None

    def clean(self, value, row=None, **kwargs):
        text = as_text(value)
        if self.keys is None:
            self.keys = keys_by_name(self.field)
        if text and text.casefold() not in self.keys:
            allowed = ", ".join(list(dict(self.field.flatchoices))[:12])
            message = _("“%(text)s” is not one of the values of this column: %(allowed)s.")
            raise ValueError(message % {"text": cut(text), "allowed": allowed})
        return self.keys[text.casefold()] if text else self.field.get_default()

    def describe(self):
        if len(self.field.flatchoices) > 40:
            return _("A code of two letters, or the name")
        return "; ".join(f"{key} = {name}" for key, name in self.field.flatchoices if key)


def keys_by_name(field):
    """{key or name in small letters: key} of a field with choices, in all languages."""
    found = {}
    for language in settings.MODELTRANSLATION_LANGUAGES:
        with translation.override(language):
            found |= {str(name).casefold(): key for key, name in field.flatchoices}
    return found | {str(key).casefold(): key for key, _name in field.flatchoices}
