"""The newest published pages of a kind; how lower apps show upper ones."""

from django.apps import apps


def newest(label, **lookups):
    """The published rows of `"news.Post"`, with what their cards show."""
    rows = apps.get_model(label).objects.published()
    if lookups:  # a row that several of them lead to is still one
        rows = rows.filter(pk__in=rows.filter(**lookups).order_by().values("pk"))
    return rows.with_relations()
