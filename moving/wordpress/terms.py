"""Categories and tags of the old site as themes of this one."""

import re

from django.db.models import Q

from core.speaking import gettext as _
from moving.ledger import NEW
from moving.notes import FOUND
from projects.models import Theme
from projects.sync.matching import free_slug

from .texts import plain as words

TAXONOMIES = ("category", "post_tag")
UNSORTED = {"uncategorized", "nekategorizets", "nekategorizeta", "bez-kategorijas"}
PAIRED = re.compile(r's:\d:"([a-z]{2})[^"]*";i:(\d{1,15});')
LENGTH = 200


class Terms:
    """Finds the themes of entries: the one that an earlier run made, one of the same name, a new.

    Categories that Polylang pairs are one theme with both names.
    """

    def __init__(self, moving, with_tags=True):
        self.moving = moving
        self.taxonomies = TAXONOMIES if with_tags else TAXONOMIES[:1]
        self.names = {}  # {(taxonomy, nicename): {language: name}}
        self.first = {}  # {(taxonomy, nicename): the nicename that stands for the pair}
        for text in moving.export.translations:
            self.pair({code: int(key) for code, key in PAIRED.findall(text)})
        self.found = {}

    def pair(self, keys):
        every = self.moving.export.terms
        terms = {code: every[key] for code, key in keys.items() if key in every}
        names = {code: words(name)[:LENGTH] for code, (_taxonomy, _nicename, name) in terms.items()}
        for taxonomy, nicename, _name in terms.values():
            self.names[taxonomy, nicename] = names
            self.first[taxonomy, nicename] = sorted(terms.items())[-1][1][1]

    def of(self, entries):
        """Keys of the themes of one page, without those that staff deleted."""
        terms = {
            (taxonomy, nicename): (name, entry.language)
            for entry in sorted(entries, key=lambda each: each.language)  # Latvian names it
            for taxonomy, nicename, name in entry.terms
            if taxonomy in self.taxonomies and nicename not in UNSORTED and words(name)
        }
        keys = (self.theme(*term, name, code) for term, (name, code) in terms.items())
        return sorted({key for key in keys if key is not None})

    def theme(self, taxonomy, nicename, name, language):
        stem = self.first.get((taxonomy, nicename), nicename)
        if (taxonomy, stem) not in self.found:
            names = self.names.get((taxonomy, nicename)) or {language: words(name)[:LENGTH]}
            self.found[taxonomy, stem] = self.look(f"{taxonomy}/{stem}"[:400], names)
        return self.found[taxonomy, stem]

    def look(self, key, names):
        known = self.moving.ledger
        if known.knows(key):
            return known.pk(key) if known.exists(key) else None
        same = Q(*((f"name_{code}__iexact", name) for code, name in names.items()), _connector=Q.OR)
        theme = Theme.objects.filter(same).order_by("pk").first()
        self.moving.notes.count(_("Themes"), FOUND if theme else NEW)
        if self.moving.is_dry:
            return theme.pk if theme else 10**15 + len(self.found)
        if theme is None:
            texts = {"name_lv": next(iter(names.values()))}
            texts |= {f"name_{code}": name for code, name in names.items()}
            theme = Theme.objects.create(slug=free_slug(Theme, texts["name_lv"]), **texts)
        known.keep(key, theme, "taken over")
        return theme.pk

    def pages(self):
        """(taxonomy, nicename, key of the theme) of all terms that were used."""
        return [(*term, key) for term, key in self.found.items() if key is not None]
