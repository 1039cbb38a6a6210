"""A system check that tells whoever names figures of a project that there is no such function."""

from django.apps import apps
from django.core import checks
from django.utils.module_loading import import_string


@checks.register(checks.Tags.models)
def figures_are_there(app_configs, **kwargs):
    for model in apps.get_models():
        yield from mistakes_of(model)


def mistakes_of(model):
    path = getattr(model, "project_figures", "")
    if not path:
        return
    try:
        import_string(path)
    except ImportError as error:
        yield checks.Error(f"No figures {path}: {error}", obj=model, id="projects.E001")
