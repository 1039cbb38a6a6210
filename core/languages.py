"""How a field of one language is named to people; in which language a text is shown."""

from django.conf import settings
from django.utils.functional import lazy
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _


def label_in(language, name):
    """“Title in Latvian”, in the language of the person who reads it."""
    patterns = {"lv": _("%(field)s in Latvian"), "en": _("%(field)s in English")}
    return capfirst(patterns[language] % {"field": name})


label_in_lazy = lazy(label_in, str)


def foreign(item, name="title"):
    """The language of a text when it is not the active one: a name, or untranslated; else ""."""
    own = getattr(item, f"{name}_language", "")
    language = get_language()
    if not own and not getattr(item, f"{name}_{language}", None):
        codes = settings.MODELTRANSLATION_FALLBACK_LANGUAGES
        own = next((code for code in codes if getattr(item, f"{name}_{code}", None)), "")
    return "" if own == language else own
