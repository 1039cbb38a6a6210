"""`pk__any=[…]`: one of many keys, sent as one array."""

from django.db.models import Field, Lookup


@Field.register_lookup
class Any(Lookup):
    """`= any(array)`; unlike `in` it has one parameter however many keys there are."""

    lookup_name = "any"

    def get_prep_lookup(self):
        return list(map(int, self.rhs))

    def as_sql(self, compiler, connection):
        column, params = self.process_lhs(compiler, connection)
        return f"{column} = any(%s::bigint[])", [*params, self.rhs]
