"""System checks that tell whoever adds something that visitors send in what is still missing."""

from django.contrib.admin import site
from django.contrib.admin.utils import flatten_fieldsets
from django.core import checks
from django.utils.module_loading import import_string

from core import retention
from core.admin.history import HistoryAdmin

from .moderation import Moderated, moderated_models
from .visitors import ByVisitor, visitor_models


def lacking_constraints(model):
    """The bases' constraints that a model with constraints of its own has left out."""
    opts = model._meta
    labels = {"app_label": opts.app_label, "class": opts.model_name}
    names = {each.name for each in opts.constraints}
    for base in (ByVisitor, Moderated):
        if issubclass(model, base):
            for each in base._meta.constraints:
                if each.name % labels not in names:
                    yield each.name % labels


def mistakes_of(model):
    for name in lacking_constraints(model):
        yield checks.Error(f"Add the constraint {name} of its base.", obj=model, id="engage.E001")
    if not model.retention:
        yield checks.Error("Say in `retention` how long it is kept.", obj=model, id="engage.E002")
    for name in model.jobs:
        try:
            import_string(name)
        except ImportError as error:
            yield checks.Error(f"No job {name}: {error}", obj=model, id="engage.E003")
    for name in personal_fields_in_history(model):
        told = f"Its history would keep {name}, which `retention` deletes; take it out of the form."
        yield checks.Error(told, obj=model, id="engage.E004")


def mistakes_of_decided(model):
    """What keeps the moderation desk from working with a kind that staff decide on."""
    if "publish" not in model._meta.default_permissions:
        told = "Add “publish” to its default_permissions: who has it decides."
        yield checks.Error(told, obj=model, id="engage.E006")
    if model.__str__ is ByVisitor.__str__:
        told = "Its name is the visitor's, which lists and the log would keep; write __str__."
        yield checks.Error(told, obj=model, id="engage.E007")
    fields = {each.name for each in model._meta.get_fields()}
    for name in model.desk_fields:
        if name not in fields and not hasattr(model, name):
            yield checks.Error(f"No {name} to show at the desk.", obj=model, id="engage.E008")


def personal_fields_in_history(model):
    """Personal fields in the form of an admin class that keeps versions of what the form held."""
    model_admin = site._registry.get(model)
    if not isinstance(model_admin, HistoryAdmin):
        return []
    if not model_admin.fieldsets:
        return ["every field"]
    personal = {"name", "email", *model.personal_fields}
    return sorted(personal & set(flatten_fieldsets(model_admin.fieldsets)))


@checks.register(checks.Tags.models)
def visitors_data_are_looked_after(app_configs, **kwargs):
    for model in visitor_models():
        yield from mistakes_of(model)
    for model in moderated_models():
        yield from mistakes_of_decided(model)
    for model, kept in retention.table():
        if kept.whose == retention.VISITORS and not kept.purpose:
            told = f"Tell visitors what “{kept.what}” is kept for."
            yield checks.Error(told, obj=model, id="engage.E005")
