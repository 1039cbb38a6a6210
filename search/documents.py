"""From rows of content to entries of the index: texts, facets, orders, moments."""

import re
from html import unescape

from django.apps import apps
from django.conf import settings
from django.utils import timezone

from core.content import content_models
from core.text import alphabetical

from .orders import Order
from .paths import columns, on_public
from .shape import MICRO, Entry, Shape
from .watching import list_of

TAG = re.compile(r"<[^>]*>")
IN_TITLE = ("title", "short_name")


def shape():
    """The fields of the index, from the facets and orders of all lists."""
    facets, orders = set(), set()
    for model in content_models():
        found = list_of(model)()
        facets |= {facet.name for facet in found.facets}
        orders |= {order.name for order in found.orders if isinstance(order, Order)}
    kinds = sorted(model._meta.label_lower for model in content_models())
    return Shape(tuple(kinds), tuple(sorted(facets)), tuple(sorted(orders)))


def of(label, keys, shape, memory):
    """The documents of rows of one kind; rows that are not public, nor will be, have none."""
    model = apps.get_model(label)
    return [shape.document(entry) for entry in entries(model, keys, memory)]


def changed(label, keys, shape, memory, lasting, batch):
    """The documents of rows that changed; one that is gone leaves its id and the commit's number,
    from which `sets` learns of it."""
    model = apps.get_model(label)
    found = {entry.pk: entry for entry in entries(model, keys, memory, lasting)}
    gone = {pk: Entry(label, pk, is_public=False) for pk in keys if pk not in found}
    return [shape.document(entry, batch) for entry in (*found.values(), *gone.values())]


def entries(model, keys, memory, lasting=None):
    """An `Entry` for each of the rows that are public now or will be."""
    kind, now = model._meta.label_lower, timezone.now()
    rows = rows_of(plainly(model)).filter(pk__any=keys).order_by()
    found = {}
    moments = ("published_at", "unpublish_at", *model.turns)
    for pk, starts, ends, *turns in rows.values_list("pk", *moments):
        if ends is None or ends > now:
            ahead = [each for each in (starts, ends, *turns) if each and each > now]
            moment = round(min(ahead).timestamp() * MICRO) if ahead else 0
            found[pk] = Entry(kind, pk, moment=moment, is_public=starts <= now)
    public = {pk: entry for pk, entry in found.items() if entry.is_public}
    if public:
        fill(model, public, memory, lasting)
    return found.values()


def fill(model, entries, memory, lasting):
    """Texts, values of facets and numbers of orders, a few queries for all rows together."""
    rows = plainly(model).filter(pk__any=list(entries))
    for pk, place, text in texts(model, rows):
        entry = entries[pk]
        setattr(entry, place, f"{getattr(entry, place)} {text}")
    found = list_of(model)(memory=memory.setdefault(model, {}), lasting=lasting)
    for facet in found.facets:
        for pk, values in facet.values_of(rows).items():
            entries[pk].facets[facet.name] = sorted(values)
    for order in found.orders:
        if isinstance(order, Order):
            pairs = rows.order_by().values_list("pk", order.expression)
            for pk, value in pairs:
                entries[pk].orders[order.name] = order.number(value, pk)
    codes = settings.MODELTRANSLATION_LANGUAGES
    for pk, *titles in rows.order_by().values_list("pk", *(f"title_{code}" for code in codes)):
        shown = {code: shown_in(titles, codes.index(code)) for code in codes}
        # Of two equal titles the older row comes first, as in SQL.
        keys = {code: f"{alphabetical(title)}\t{pk:019}" for code, title in shown.items()}
        entries[pk].titles = keys


def plainly(model):
    """All rows; columns are read as they are, without a look for another language."""
    return model.objects.rewrite(False)


def shown_in(titles, place):
    """The title in one language; where it has none the visitor sees another one."""
    return titles[place] or next(filter(None, titles), "")


def texts(model, rows):
    """(pk, "title", "number" or "body", text) of all that the words of a visitor may find."""
    paths = {}
    for path in model.search_fields:
        paths.setdefault(path.rpartition("__")[0], []).append(path)
    for relation, fields in paths.items():
        names = [name for path in fields for name in columns(model, path)]
        public = rows.filter(*on_public(model, relation)).order_by()
        for pk, *values in public.values_list("pk", *names):
            for name, value in zip(names, values, strict=True):
                if value:
                    yield pk, place_of(name), plain(value)


def place_of(path):
    """Own names weigh more; numbers are taken apart; the rest is text."""
    if path.rpartition("__")[2] == "number":
        return "number"
    own = [f"{name}_{code}" for name in IN_TITLE for code in settings.MODELTRANSLATION_LANGUAGES]
    return "title" if path in own else "body"


def plain(value):
    """The words of a text, without its tags."""
    return unescape(TAG.sub(" ", value)) if "<" in value or "&" in value else value


def parts(size):
    """(label, keys) of all rows, `size` at a time."""
    for model in content_models():
        last = 0
        rows = rows_of(model.objects.order_by("pk"))
        while keys := list(rows.filter(pk__gt=last).values_list("pk", flat=True)[:size]):
            yield model._meta.label_lower, keys
            last = keys[-1]


def number_of_rows():
    return sum(rows_of(model.objects.order_by()).count() for model in content_models())


def rows_of(rows):
    """Those of `rows` that are public or will be by themselves."""
    return rows.filter(**rows.model.public_if).exclude(published_at=None)


def read_of():
    """What the entries of each kind are made of, for telling whether an index is of today."""
    found = []
    for model in content_models():
        listed = list_of(model)()
        facets = [(facet.name, sorted(facet.paths)) for facet in listed.facets]
        orders = [order.name for order in listed.orders]
        found.append((model._meta.label_lower, model.search_fields, facets, orders))
    return found
