"""Where a row is used: every row of another model that points to it."""

from django.contrib import admin


def where_used(row):
    """The rows that point to `row`; a gallery's picture leads to its project."""
    found = []
    for relation in row._meta.get_fields(include_hidden=True):
        if relation.auto_created and relation.one_to_many:
            pointing = relation.related_model._default_manager
            found += [
                owner
                for each in pointing.filter(**{relation.field.name: row})
                if (owner := with_admin_page(each, row))
            ]
    return list(dict.fromkeys(found))


def with_admin_page(row, used):
    """`row` itself when it has an admin page, else the row that it is a part of."""
    if admin.site.is_registered(type(row)):
        return row
    for field in row._meta.fields:
        if field.many_to_one and field.related_model is not type(used):
            return with_admin_page(getattr(row, field.name), row)
    return None
