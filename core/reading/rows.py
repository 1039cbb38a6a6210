"""The SQL of one QuerySet, and its rows from JSON."""

from datetime import date, datetime, time
from decimal import Decimal
from uuid import UUID

from django.db import connection
from django.db.models import JSONField
from django.db.models.query import FlatValuesListIterable, get_related_populators
from modeltranslation.manager import FallbackFlatValuesListIterable

from .making import Maker, quicken

READ = {
    "DateField": date.fromisoformat,
    "DateTimeField": datetime.fromisoformat,
    "DecimalField": Decimal,
    "FloatField": float,
    "TimeField": time.fromisoformat,
    "UUIDField": UUID,
}
UNREADABLE = ("BinaryField", "DurationField")
FLAT = (FlatValuesListIterable, FallbackFlatValuesListIterable)


class Rows:
    """Makes of a QuerySet its SQL with `parameters`, of the answer its rows."""

    def __init__(self, queryset):
        queryset = without_copies(queryset)
        compiler = queryset.query.get_compiler(connection=connection)
        sql, parameters = compiler.as_sql(with_col_aliases=True)
        kinds = [kind_of(column.output_field) for column, _sql, _alias in compiler.select]
        self.readers = [(place, READ[kind]) for place, kind in enumerate(kinds) if kind in READ]
        self.sql, self.parameters = exact(sql, compiler.select), list(parameters)
        is_of_models = queryset._fields is None
        self.build = self.models(compiler) if is_of_models else self.values(queryset)

    def of_kind(self, kind):
        """Those of its parameters that are of a class."""
        return [each for each in self.parameters if isinstance(each, kind)]

    def as_json(self):
        return f"(select json_agg(t) from ({self.sql}) t)"  # noqa: S608 (SQL that Django made)

    def with_keys(self, name):
        """A list of the statement by name, read once: its keys and its rows."""
        found = f"array_agg({self.key}), json_agg(t)"
        return f"{name} (keys, found) as materialized (select {found} from ({self.sql}) t)"  # noqa: S608

    def read(self, answer):
        """Lists of values as Django has them."""
        for row in answer:
            values = list(row.values())
            for place, reader in self.readers:
                if values[place] is not None:
                    values[place] = reader(values[place])
            yield values

    def values(self, queryset):
        if len(getattr(queryset, "original_fields", ())) > 1:  # of modeltranslation
            raise TypeError(f"{queryset.model}: values keep their order with rewrite(False) alone")
        is_flat = issubclass(queryset._iterable_class, FLAT)
        return lambda answer: [row[0] if is_flat else tuple(row) for row in self.read(answer)]

    def models(self, compiler):
        """As `ModelIterable` makes them."""
        select, about = compiler.select, compiler.klass_info
        begin, end = about["select_fields"][0], about["select_fields"][-1] + 1
        names = [column.target.attname for column, _sql, _alias in select[begin:end]]
        key = select[begin + names.index(about["model"]._meta.pk.attname)]
        self.key = connection.ops.quote_name(key[2])
        make = Maker(about["model"]).from_db
        joined = quicken(get_related_populators(about, select, connection.alias))
        annotations = list((compiler.annotation_col_map or {}).items())

        def build(answer):
            found = []
            for row in self.read(answer):
                item = make(connection.alias, names, row[begin:end])
                for each in joined:
                    each.populate(row, item)
                for name, place in annotations:
                    setattr(item, name, row[place])
                found.append(item)
            return found

        return build


def without_copies(queryset):
    """Without the untranslated columns, which nobody reads: a third of all texts."""
    if queryset._fields is not None:
        return queryset
    found = queryset.all()
    found.query.add_deferred_loading(copies(found.model, found.query.select_related))
    return found


def copies(model, joined, before=""):
    """Lookups of the untranslated columns of a model and of those that are joined to it."""
    for name in getattr(model, "translated_fields", ()):
        yield before + name
    for name, further in (joined or {}).items():
        yield from copies(model._meta.get_field(name).related_model, further, f"{before}{name}__")


def kind_of(field):
    """The type by which a field's values are stored."""
    while field.is_relation:
        field = field.target_field
    kind = field.get_internal_type()
    if kind in UNREADABLE or (hasattr(field, "from_db_value") and not isinstance(field, JSONField)):
        raise TypeError(f"{field} is not read from JSON")
    return kind


def exact(sql, select):
    """The SQL with decimal numbers as text, because readers of JSON make them binary fractions."""
    if not any(kind_of(column.output_field) == "DecimalField" for column, _sql, _alias in select):
        return sql
    quote = connection.ops.quote_name
    names = [
        f"{quote(alias)}::text as {quote(alias)}"
        if kind_of(column.output_field) == "DecimalField"
        else quote(alias)
        for column, _sql, alias in select
    ]
    return f"select {', '.join(names)} from ({sql}) t"  # noqa: S608 (SQL that Django made)
