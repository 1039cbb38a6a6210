"""The front page and the menu of the administration, grouped by what editors come for."""

from django import template
from django.utils.translation import gettext as _

from core import rights
from core.admin.dashboard import cards
from core.admin.translated import translation_of
from core.content import Content, Term, content_models
from core.text import alphabetical

register = template.Library()


def purpose_of(model):
    """0: has a page of its own; 1: a list that pages are sorted by; 2: all else."""
    if issubclass(model, Content):
        return 0
    return 1 if issubclass(model, Term) else 2


@register.filter
def by_purpose(app_list):
    """Django's list of apps as groups of models: pages, lists, and the site itself."""
    groups = [
        {"name": _("Pages of the site"), "models": [], "is_content": True},
        {"name": _("Lists"), "models": []},
        {"name": _("Pictures, people and the site itself"), "models": []},
    ]
    for app in app_list:
        for entry in app["models"]:
            key = entry["model"]._meta.model_name
            groups[purpose_of(entry["model"])]["models"].append({**entry, "key": key})
    for group in groups:
        group["models"].sort(key=lambda entry: alphabetical(str(entry["name"])))
    return [group for group in groups if group["models"]]


def only_decides(user):
    """Whether a person publishes what visitors send in, and no page of the site's own."""
    models = [model for model in content_models() if rights.may(user, "publish", model)]
    return bool(models) and not any(model.is_written_by_staff for model in models)


@register.simple_tag(takes_context=True)
def waiting(context):
    """What waits for the signed-in person, and what is in order."""
    user = context["request"].user
    found = cards(user)
    return {
        "is_of_moderator": only_decides(user),
        "cards": [card for card in found if card.number],
        "done": [card for card in found if not card.number],
    }


@register.inclusion_tag("admin/translation.html")
def translation_panel(row):
    """Which fields of a page have no English yet, with links to them."""
    return translation_of(row)
