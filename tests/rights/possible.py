"""Which actions make sense for which rows."""

from django.contrib import admin
from django.urls import NoReverseMatch

from core.admin.library import LibraryAdmin

from .looking import WAYS, may_be_named
from .table import ACTIONS, MAKE
from .world import address

# A part that each form can have: its prefix, the way to the stored ones, what is typed.
PARTS = {
    "directory.community": (
        "entries",
        "entries",
        {
            **{"title_lv": "Daļa", "kind": "need", "category": "nature"},
            **{"status": "open", "visibility": "public"},
        },
    ),
    "events.event": ("sessions", "sessions", {"title_lv": "Daļa"}),
    "ideas.ideathon": ("challenges", "challenges", {"title_lv": "Daļa"}),
    "ideas.forum": ("themes", "themes", {"name_lv": "Daļa"}),
    "library.item": ("files", "files", {"language": "en", "url": "https://example.org/x"}),
    "projects.project": ("results", "results", {"label_lv": "Daļa", "value": 1, "sign": "exact"}),
    "projects.programme": ("measures", "measures", {"code": "1", "name_lv": "Daļa"}),
    "partnership.organisation": ("people", "people", {"name": "Daļa"}),
    "partnership.office": ("phones", "phones", {"number": "+371 26 000 000"}),
    "partnership.territory": ("heirs", "heirs", {}),
}


def is_possible(action, row):
    """Whether the action makes sense for rows of this kind at all."""
    model_admin = admin.site.get_model_admin(type(row))
    if action in ("pick", "refer"):
        return may_be_named(row)
    if action == "autocomplete":
        return row._meta.label_lower in WAYS
    if action == "inline":
        return bool(model_admin.inlines)
    if action == "bring-back":  # a deleted file is gone from the disk
        return has_page(row, "deleted") and not isinstance(model_admin, LibraryAdmin)
    return has_page(row, ACTIONS[action])


def possible_actions(world, name):
    """New rows are made once for each kind of rows and owner."""
    again = () if name in world.first else MAKE.split()
    return [each for each in ACTIONS if is_possible(each, world.rows[name]) and each not in again]


def has_page(row, page):
    try:
        address(row, page)
    except NoReverseMatch:
        try:
            address(row, page, row.pk)
        except NoReverseMatch:
            return False
    return row._meta.model_name == "user" or page != "password"
