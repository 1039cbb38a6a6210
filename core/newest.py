"""The newest published pages of a kind; how lower apps show upper ones."""

from django.apps import apps


def newest(label, **lookups):
    """The published rows of `"news.Post"`, with what their cards show."""
    rows = apps.get_model(label).objects.published()
    if lookups:  # a row that several of them lead to is still one
        rows = rows.filter(pk__in=rows.filter(**lookups).order_by().values("pk"))
    return rows.with_relations()


def cards(label, keys):
    """The cards of those of some rows that are published, in the order of their keys."""
    rows = {row.pk: row for row in apps.get_model(label).objects.public_cards(keys)} if keys else {}
    return [rows[key] for key in keys if key in rows]
