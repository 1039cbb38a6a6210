"""Which pieces of one other site are here already, and whether staff changed them since."""

import hashlib
import json

from django.apps import apps

from .models import ImportedRow

NEW, SAME, CHANGED = "new", "unchanged", "changed there"
EDITED, DELETED = "edited here and left alone", "deleted here and left out"


def digest(state):
    text = json.dumps(state, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


class Ledger:
    """The `ImportedRow`s of one source, read once."""

    def __init__(self, source):
        self.source = source
        rows = ImportedRow.objects.filter(source=source)
        self.kept = {row.key: row for row in rows}
        self.living = {}

    def find(self, key):
        """The row that was made of this piece, or None; `knows` tells a deleted one apart."""
        kept = self.kept.get(key)
        model = apps.get_model(kept.label) if kept else None
        return model._base_manager.filter(pk=kept.object_id).first() if model else None

    def exists(self, key):
        """Whether the piece is known and its row is still there; one query for each model."""
        kept = self.kept.get(key)
        if kept is None:
            return False
        if kept.label not in self.living:
            rows = apps.get_model(kept.label)._base_manager.values_list("pk", flat=True)
            self.living[kept.label] = set(rows)
        return kept.object_id in self.living[kept.label]

    def knows(self, key):
        return key in self.kept

    def pk(self, key):
        return self.kept[key].object_id

    def stand_in(self, key):
        """An unsaved row with the key of one that was deleted here: what refers to it stays."""
        return apps.get_model(self.kept[key].label)(pk=self.pk(key))

    def outcome(self, key, now, offered):
        """What comes of a piece whose row has the state `now` and would get the state `offered`."""
        if now == offered:
            return SAME
        return CHANGED if self.kept[key].state in ("", digest(now)) else EDITED

    def keep(self, key, row, state=None):
        """Remember what was made of a piece; without `state`, it is not finished."""
        values = {"label": row._meta.label_lower, "object_id": row.pk}
        values["state"] = digest(state) if state is not None else ""
        kept, _is_new = ImportedRow.objects.update_or_create(
            source=self.source, key=key, defaults=values
        )
        self.kept[key] = kept
        self.living.get(kept.label, set()).add(row.pk)
