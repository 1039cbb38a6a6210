"""What the pages that ask before deleting say: rows that people know, no links between tables."""

from django.apps import apps
from django.utils.text import capfirst


class PlainDeletion:
    """Rows that only join two tables go along without a word."""

    def get_deleted_objects(self, objs, request):
        found, counts, lacking, protected = super().get_deleted_objects(objs, request)
        joins = [each._meta for each in apps.get_models(True) if each._meta.auto_created]
        plurals = {str(each.verbose_name_plural) for each in joins}
        starts = tuple(f"{capfirst(each.verbose_name)}: " for each in joins)
        known = {name: number for name, number in counts.items() if str(name) not in plurals}
        return without(found, starts), known, lacking, protected


def without(tree, starts):
    """The nested lists without the lines that begin so."""
    kept = []
    for node in tree:
        if isinstance(node, list):
            kept += [inner] if (inner := without(node, starts)) else []
        elif not str(node).startswith(starts):
            kept.append(node)
    return kept
