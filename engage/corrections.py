"""What visitors change in their own rows stands in the history, as what staff change does."""

from contextlib import contextmanager

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from core.admin import record, record_first


@contextmanager
def by_sender(row):
    """Changes a held row and its relations: a form that staff have open does not overwrite them."""
    with translation.override(settings.LANGUAGE_CODE):
        record_first(row)
    yield
    with translation.override(settings.LANGUAGE_CODE):
        record(None, row, name=_("The sender"))
