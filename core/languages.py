"""How a field of one language is named to people."""

from django.utils.functional import lazy
from django.utils.text import capfirst
from django.utils.translation import gettext as _


def label_in(language, name):
    """“Title in Latvian”, in the language of the person who reads it."""
    patterns = {"lv": _("%(field)s in Latvian"), "en": _("%(field)s in English")}
    return capfirst(patterns[language] % {"field": name})


label_in_lazy = lazy(label_in, str)
