"""A card of the first page of the administration, and where its rows are listed."""

from dataclasses import dataclass, field

from django.urls import reverse

from core import rights

FIRST = 5  # rows that a card names


@dataclass
class Card:
    """One kind of things that wait: how many, the first of them, where the rest is listed."""

    key: str
    title: str
    done: str  # what is said when nothing waits
    number: int = 0
    rows: list = field(default_factory=list)  # (address, name, note)
    lists: list = field(default_factory=list)  # (address, name, number)
    note: str = ""
    address: str = ""  # a page about all of them, also when nothing waits


def list_address(user, model, query):
    """The list of the person's own rows that `query` narrows."""
    opts = model._meta
    address = reverse(f"admin:{opts.app_label}_{opts.model_name}_changelist") + f"?{query}"
    keys = sorted(rights.partnerships_of(user))
    if rights.reaches_all(user) or model.owner_paths != ("owner_id",) or not keys:
        return address
    if len(keys) == 1:
        return f"{address}&owner__id__exact={keys[0]}"
    return f"{address}&owner__id__in={','.join(map(str, keys))}"
