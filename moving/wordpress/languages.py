"""In which language an entry is, and which entries are one page in two languages.

Marks of Polylang: the taxonomies `language` and `post_translations`. Marks of WPML: the fields
that its export writes (`_wpml_import_…`), and addresses below `/en/`.
"""

import re
from urllib.parse import urlsplit

from django.conf import settings

LANGUAGES = settings.MODELTRANSLATION_LANGUAGES
PATH = re.compile(r"/([a-z]{2})(?:[-_][a-z]{2})?(?:/|$)", re.I)


def language_of(entry, default):
    """Two letters; `default` where nothing says otherwise."""
    marks = [*entry.in_taxonomy("language"), entry.meta.get("_wpml_import_language_code", "")]
    named = next(filter(None, marks), "")[:2].lower()
    if named:
        return named
    in_path = PATH.match(urlsplit(entry.link).path)
    return in_path[1].lower() if in_path and in_path[1].lower() in LANGUAGES else default


def group_of(entry):
    """What an entry has in common with its translations; None when it stands alone."""
    polylang = entry.in_taxonomy("post_translations")
    if polylang:
        return ("polylang", polylang[0])
    wpml = entry.meta.get("_wpml_import_translation_group")
    return ("wpml", wpml) if wpml else None


def grouped(entries):
    """Lists of entries that become one row each: at most one of each language.

    A translation that is not public stays apart from one that is, so that nothing comes out.
    """
    found = {}
    for entry in entries:
        group = group_of(entry) or ("alone", entry.key)
        name = (entry.kind, group, entry.is_public)
        if any(other.language == entry.language for other in found.get(name, ())):
            name = (entry.kind, ("alone", entry.key), entry.is_public)
        found.setdefault(name, []).append(entry)
    return list(found.values())
