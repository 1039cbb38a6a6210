"""The to-many relations of rows as lists of a statement, and back into their rows."""

from collections import defaultdict

from django.db.models import F
from django.db.models.fields.related_descriptors import ReverseManyToOneDescriptor

OWNER = "owner_key"  # what a row of a many-to-many relation is annotated with


class Known(list):
    """What `.all()` of a relation gives that was read with its row."""

    def exists(self):
        return bool(self)

    def count(self):
        return len(self)

    def first(self):
        return self[0] if self else None


class KnownRelation:
    """Stands for the manager of a relation that was read with its row; making that takes longer
    than all it is asked for. Whatever else is asked of it comes from the manager."""

    __slots__ = ("descriptor", "known", "row")

    def __init__(self, descriptor, row, known):
        self.descriptor, self.row, self.known = descriptor, row, known

    def all(self):
        return self.known

    def __getattr__(self, name):
        return getattr(manager_of(self.descriptor, self.row), name)


manager_of = ReverseManyToOneDescriptor.__get__


def known_or_manager(descriptor, row, model=None):
    cache = vars(row).get("_prefetched_objects_cache") if row is not None else None
    known = cache.get(name_of(descriptor)) if cache else None
    if isinstance(known, Known):
        return KnownRelation(descriptor, row, known)
    return manager_of(descriptor, row, model)


def name_of(descriptor):
    """Where Django keeps what was prefetched of its relation."""
    found = vars(descriptor).get("cache_name")
    if found is None:
        rel = descriptor.rel
        is_forward = getattr(descriptor, "reverse", None) is False
        found = descriptor.cache_name = cache_name(rel.field if is_forward else rel)
    return found


ReverseManyToOneDescriptor.__get__ = known_or_manager  # of all models; there is no other place


class Relations:
    """The to-many relations among some lookups, named as for `prefetch_related`.

    To-one relations of the rows themselves must have been joined (`select_related`); those on the
    way further are joined here. Every relation on the way to many needs a name backwards.
    """

    def __init__(self, model, lookups):
        self.found = []
        self.walk(model, as_tree(lookups), "pk")

    def walk(self, model, tree, back, parent=None, hops=()):
        """`back` leads from the model to the rows; `hops` from the parent's rows to the model."""
        for name, deeper in tree.items():
            field = model._meta.get_field(name)
            if field.many_to_many or field.one_to_many:
                relation = Relation(field, back, parent, hops)
                self.found.append(relation)
                self.walk(field.related_model, deeper, relation.back, relation)
            else:
                way = (*hops, name)
                if parent:
                    parent.joined.append("__".join(way))
                further = f"{backwards(field)}__{back}"
                self.walk(field.related_model, deeper, further, parent, way)

    def lists(self, keys):
        """A QuerySet for each; `keys` stands for those of the rows, a `Parameter` or `KeysOf`."""
        return [each.rows(keys) for each in self.found]

    def give(self, rows, answers):
        """Put the answers where `.all()` of the rows, and of theirs, finds them."""
        read = {None: rows}
        for relation, answer in zip(self.found, answers, strict=True):
            read[relation] = relation.give(read[relation.parent], answer)


class Relation:
    """One to-many relation of rows that are read already."""

    def __init__(self, field, back, parent, hops):
        self.field, self.parent, self.hops = field, parent, hops
        self.own = backwards(field)
        self.back = f"{self.own}__{back}"
        self.joined = []
        self.is_shared = field.many_to_many
        self.owner_key = OWNER if self.is_shared else field.remote_field.attname
        self.name = cache_name(field)

    def rows(self, keys):
        found = self.field.related_model._default_manager.filter(**{self.back: keys})
        if self.is_shared:
            found = found.annotate(**{OWNER: F(f"{self.own}__pk")})
        return found.select_related(*self.joined) if self.joined else found

    def give(self, parents, answers):
        """Put the rows where `.all()` finds them; gives them."""
        by_owner = defaultdict(dict)
        for each in answers:  # a way over several rows may lead to one of them twice
            by_owner[getattr(each, self.owner_key)].setdefault(each.pk, each)
        given = []
        for owner in self.owners(parents):
            found = Known(by_owner.get(owner.pk, {}).values())
            if not self.is_shared:
                for each in found:
                    self.field.remote_field.set_cached_value(each, owner)
            vars(owner).setdefault("_prefetched_objects_cache", {})[self.name] = found
            given += found
        return given

    def owners(self, rows):
        for hop in self.hops:
            found = (getattr(row, hop, None) for row in rows)
            rows = [each for each in found if each is not None]
        return rows


def backwards(field):
    """The name by which a relation is followed the other way round."""
    is_backwards = field.auto_created and not field.concrete
    return field.remote_field.name if is_backwards else field.related_query_name()


def cache_name(field):
    """Where Django keeps what was prefetched."""
    if field.one_to_many:
        return field.get_accessor_name()
    return field.remote_field.related_query_name() if field.auto_created else field.name


def as_tree(lookups):
    tree = {}
    for lookup in lookups:
        branch = tree
        for name in lookup.split("__"):
            branch = branch.setdefault(name, {})
    return tree
