"""Form fields of the administration: the browser's own pickers, labels that name the language."""

from datetime import UTC, datetime

from django import forms
from django.conf import settings
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.dates import refuse_odd_year


class Day(forms.DateField):
    default_validators = [refuse_odd_year]


class Moment(forms.DateTimeField):
    """Of the hour that comes twice in autumn the first is meant; the one that clocks skip is none.

    Django refuses both, and so every form of a page that was published in that hour.
    """

    default_validators = [refuse_odd_year]

    def to_python(self, value):
        try:
            return super().to_python(value)
        except ValidationError as error:
            if error.code != "ambiguous_timezone":
                raise
            moment = timezone.make_aware(datetime.fromisoformat(str(value).strip()))
            if timezone.localtime(moment.astimezone(UTC)).hour != moment.hour:
                raise
            return moment


class NativeDate(forms.DateInput):
    input_type = "date"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%Y-%m-%d")


class NativeMoment(forms.DateTimeInput):
    input_type = "datetime-local"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%Y-%m-%dT%H:%M")


class NativeTime(forms.TimeInput):
    input_type = "time"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%H:%M")


# The admin's own date widgets have inputs without labels and cannot be used well on a phone.
NATIVE_FIELDS = {
    models.DateTimeField: {"form_class": Moment, "widget": NativeMoment},
    models.DateField: {"form_class": Day, "widget": NativeDate},
    models.TimeField: {"form_class": forms.TimeField, "widget": NativeTime},
    models.URLField: {"widget": forms.URLInput, "assume_scheme": "https"},
}


def both(*names):
    """Rows of a fieldset: each field in Latvian and English side by side."""
    return [
        tuple(f"{name}_{language}" for language in settings.MODELTRANSLATION_LANGUAGES)
        for name in names
    ]


def put_in_order(form_field, db_field):
    """What every field of a form gets; those of one language also its name."""
    keep_links_harmless(form_field)
    if db_field.name in ("latitude", "longitude"):
        explain_degrees(form_field)
    if hasattr(db_field, "translated_field"):
        store_empty_as_text(form_field, db_field)
        name_language(form_field, db_field.language)


def name_language(form_field, language):
    """Tell the browser's spell checker which language a field is in."""
    form_field.widget.attrs |= {"lang": language, "spellcheck": "true"}


def explain_degrees(form_field):
    """How a point is written, unless its field has an explanation of its own."""
    form_field.help_text = form_field.help_text or _(
        "In degrees, as maps on the web show them: Riga, for instance, has the latitude 56.95 and "
        "the longitude 24.11."
    )


def store_empty_as_text(form_field, db_field):
    """Django gives NULL for an empty text whose column may be NULL; ours are '' except slugs."""
    if isinstance(form_field, forms.CharField) and db_field.empty_value == "":
        form_field.empty_value = ""


def keep_links_harmless(form_field):
    """Beside a choice of another row: change and add, but no deleting in passing."""
    if isinstance(form_field.widget, RelatedFieldWidgetWrapper):
        form_field.widget.can_delete_related = False
        form_field.widget.can_view_related = False
