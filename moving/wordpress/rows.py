"""Rows of this site for the entries of the old one: news for posts, pages for pages."""

import re

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext

from core.admin import recording
from core.admin.robust import is_key
from core.reserved import is_reserved
from moving import ledger
from news.models import Post
from pages.models import Page

from .texts import plain as words

MODELS = {"post": Post, "page": Page}
LANGUAGES = settings.MODELTRANSLATION_LANGUAGES
TEXTS = [f"{name}_{code}" for name in ("title", "summary", "body") for code in LANGUAGES]
TITLE, AUTHOR, SUMMARY = 250, 150, 2000
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def state(row, themes):
    """What the import writes of a row and staff may change, in a form that can be compared."""
    found = {name: getattr(row, name) or "" for name in TEXTS}
    found |= {"cover": row.cover_id, "published": row.published_at, "themes": sorted(themes)}
    if found["published"]:
        found["published"] = found["published"].timestamp()
    return found | ({"author": row.author} if isinstance(row, Post) else {})


def is_bare(state):
    """Whether a row has nothing but its titles, as `Rows.place` makes it."""
    return not any(value for name, value in state.items() if not name.startswith("title_"))


def themes_of(row):
    return row.themes.values_list("pk", flat=True) if isinstance(row, Post) else ()


class Rows:
    """Makes a bare draft for each page first, so that texts can refer to it; then fills it."""

    def __init__(self, moving):
        self.moving = moving
        self.classes = {}

    def place(self, entries):
        """The row of these entries, one page in its languages; a stand-in when staff deleted it."""
        first, known = entries[0], self.moving.ledger
        key = key_of(entries)
        if known.knows(key):
            return known.find(key) if known.exists(key) else known.stand_in(key)
        row = MODELS[first.kind](owner=self.moving.owner)
        for entry in entries:
            setattr(row, f"title_{entry.language}", title_of(entry))
        if self.moving.is_dry:
            row.pk = 10**15 + first.key
            return row
        for entry in entries:
            setattr(row, f"slug_{entry.language}", self.slug(row, entry))
        with transaction.atomic():
            row.save()
            known.keep(key, row)
        return row

    def slug(self, row, entry):
        """The end of the old address where it can be one here; else it comes from the title."""
        stem = entry.name[:90] if SLUG.fullmatch(entry.name[:90]) else ""
        if not stem:
            return None
        slug, number = stem, 1
        while type(row).objects.with_slug(slug).exists() or is_reserved(type(row), slug):
            number += 1
            slug = f"{stem}-{number}"
        if slug != stem:
            self.moving.notes.add("slug", f"{stem} → {slug}", entry)
        return slug

    def fill(self, row, entries, bodies):
        """Write what the old site says into the row, unless staff changed it; gives the outcome."""
        known, key = self.moving.ledger, key_of(entries)
        if known.knows(key) and not known.exists(key):
            return ledger.DELETED
        offered, themes = self.offered(row, entries, bodies)
        if not known.knows(key):
            return ledger.NEW
        now = state(row, themes_of(row))
        outcome = known.outcome(key, now, state(offered, themes))
        if not known.kept[key].state:
            outcome = ledger.NEW if is_bare(now) else ledger.EDITED
        if outcome in (ledger.NEW, ledger.CHANGED) and not self.moving.is_dry:
            self.store(offered, themes, entries, key)
        return outcome

    def offered(self, row, entries, bodies):
        """The row as the old site has it now, unsaved, and the keys of its themes."""
        fresh = type(row)._base_manager.filter(pk=row.pk).first() or type(row)(pk=row.pk)
        for name in TEXTS:
            setattr(fresh, name, "")  # a translation that was hidden since goes
        for entry in entries:
            code = entry.language
            setattr(fresh, f"title_{code}", title_of(entry))
            setattr(fresh, f"summary_{code}", entry.summary[:SUMMARY])
            setattr(fresh, f"body_{code}", bodies[entry.key])
        fresh.cover = self.cover(entries)
        fresh.published_at = self.published(entries)
        if isinstance(fresh, Page):
            fresh.position = min(entries[0].order, 32767) if not row.position else row.position
            return fresh, []
        fresh.author = self.author(entries[0])
        return fresh, self.moving.terms.of(entries)

    def cover(self, entries):
        keys = [entry.meta.get("_thumbnail_id", "") for entry in entries]
        rows = [self.moving.media.found(int(key)) for key in keys if is_key(key)]
        return next((row for row in rows if getattr(row, "focus_x", None) is not None), None)

    def published(self, entries):
        """Nothing for what was hidden; a moment to come stays one."""
        if not entries[0].is_public:
            return None
        if not any(entry.language == settings.LANGUAGE_CODE for entry in entries):
            self.moving.notes.add("alone", entries[0])
        days = [entry.date for entry in entries if entry.date]
        if not days:
            self.moving.notes.add("undated", entries[0])
        return min(days, default=None)

    def author(self, entry):
        """The name as the old site showed it; the name of an account is nobody's name."""
        name = words(self.moving.export.authors.get(entry.author, ""))
        return "" if name.lower() in (entry.author.lower(), "admin") else name[:AUTHOR]

    @transaction.atomic
    def store(self, row, themes, entries, key):
        """In Latvian when there is a Latvian text: formatted text is stored in the language that
        is read, and would be copied into an empty one."""
        with translation.override(max(entry.language for entry in entries)):
            row.save()
        if isinstance(row, Post):
            row.themes.set(themes)
        changed = max((entry.modified for entry in entries if entry.modified), default=None)
        if changed:
            type(row)._base_manager.filter(pk=row.pk).update(updated_at=changed)
        model = type(row)
        if model not in self.classes:
            self.classes[model] = recording.whole_classes(row)
        recording.record(None, row, comment(), classes=self.classes[model])
        stored = model._base_manager.get(pk=row.pk)
        self.moving.ledger.keep(key, stored, state(stored, themes_of(stored)))


def comment():
    """For the history of the row, so in the site's first language."""
    with translation.override(settings.LANGUAGE_CODE):
        return gettext("taken over from the old site")


def key_of(entries):
    return f"{entries[0].kind}/{min(entry.key for entry in entries)}"


def title_of(entry):
    return words(entry.title)[:TITLE] or entry.name[:TITLE] or f"{entry.kind} {entry.key}"
