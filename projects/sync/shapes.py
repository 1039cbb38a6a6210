"""How values of another site's data are judged: each reader gives the clean value or is `Wrong`.

What a column of ours can hold decides: its type, length, choices and validators.
"""

import uuid
from datetime import UTC
from decimal import Decimal

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from core import richtext
from core.prose.markup import parse, replace, write

from .asking import Wrong, host_of

LANGUAGES = settings.MODELTRANSLATION_LANGUAGES
LONGEST = 20_000  # letters of a plain text without a limit of its own
LONGEST_HTML = 200_000
YEARS = range(1900, 2101)  # what is told of other times is a slip or an attack
KINDS = {
    models.BooleanField: bool,
    models.IntegerField: int,
    models.DecimalField: (int, Decimal),
}


def misfit(value):
    """The error for a value that is not of its kind; it is shown briefly, as Python writes it."""
    return Wrong(_("“%(value)s” cannot be taken over.") % {"value": repr(value)[:60]})


def shape(**readers):
    """An object with these members; others are passed over, so that the format can grow."""

    def read(value):
        if not isinstance(value, dict):
            raise misfit(value)
        found = {}
        for name, reader in readers.items():
            try:
                found[name] = reader(value.get(name))
            except Wrong as wrong:
                raise Wrong(f"{name}: {wrong}") from None
        return found

    return read


def rows(reader, most):
    """A list of at most `most` such values."""

    def read(value):
        if not isinstance(value, list) or len(value) > most:
            raise (
                misfit(value)
                if not isinstance(value, list)
                else Wrong(_("There are more than %(number)s rows.") % {"number": most})
            )
        found = []
        for number, each in enumerate(value, 1):
            try:
                found.append(reader(each))
            except Wrong as wrong:
                raise Wrong(f"{number}: {wrong}") from None
        return found

    return read


def maybe(reader):
    return lambda value: None if value is None else reader(value)


def lately(reader):
    """Texts that records of earlier versions lack."""
    return lambda value: reader({} if value is None else value)


def text(longest):
    """Plain words; control letters cannot be stored or shown."""

    def read(value):
        value = "" if value is None else value
        if not isinstance(value, str) or richtext.CONTROL.search(value):
            raise misfit(value)
        if len(value) > longest:
            raise Wrong(_("The text is longer than %(number)s letters.") % {"number": longest})
        try:
            value.encode()
        except UnicodeEncodeError:
            raise misfit(value) from None
        return value

    return read


def in_both(reader, required=False):
    """A text in each language; the first must be there where a name is needed."""

    def read(value):
        if not isinstance(value, dict):
            raise misfit(value)
        found = {code: reader(value.get(code)) for code in LANGUAGES}
        if required and not found[LANGUAGES[0]].strip():
            raise Wrong(_("The text is missing."))
        return found

    return read


def words(model, name, required=False):
    """A translated plain text that fits into its columns."""
    field = model._meta.get_field(f"{name}_{LANGUAGES[0]}")
    return in_both(text(field.max_length or LONGEST), required)


def html(value):
    """Sanitised; pictures and addresses without a host would mean things of this site: they go."""
    root = parse(richtext.sanitised(text(LONGEST_HTML)(value)))
    replace(root, without_place)
    return richtext.clean(write(root))


def without_place(element):
    if element.tag in ("img", "figure"):
        return []
    address = element.attributes.get("href", "")
    if element.tag == "a" and not address.startswith(("http://", "https://", "mailto:", "tel:")):
        return element.children
    return [element]


def column(model, name):
    """A value that this column of ours could hold."""
    field = model._meta.get_field(name)
    kinds = next((KINDS[each] for each in KINDS if isinstance(field, each)), str)

    def read(value):
        if value is None and (field.null or kinds is str):
            value = None if field.null else ""
            return value if field.blank else refuse(value)
        if not isinstance(value, kinds) or (isinstance(value, bool) and kinds is not bool):
            raise misfit(value)
        value = text(LONGEST)(value) if kinds is str else value
        try:
            found = field.clean(value, None)
        except (ValidationError, ValueError, ArithmeticError):
            raise misfit(value) from None
        is_day = isinstance(field, models.DateField)
        return refuse(value) if is_day and found and found.year not in YEARS else found

    return read


def address(longest=500):
    """An address on the web."""

    def read(value):
        value = text(longest)(value)
        if host_of(value) is None:
            raise misfit(value)
        return value

    return read


def moment(value):
    """A moment with its time zone."""
    try:
        found = parse_datetime(text(40)(value))
        is_known = found and found.tzinfo and found.year in YEARS
        return found.astimezone(UTC) if is_known else refuse(value)
    except (ValueError, OverflowError):
        raise misfit(value) from None


def refuse(value):
    raise misfit(value)


def uid(value):
    value = text(36)(value)
    try:
        found = uuid.UUID(value)
    except ValueError:
        raise misfit(value) from None
    return found if str(found) == value else refuse(value)
