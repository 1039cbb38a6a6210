"""What an editing form holds, as plain data, and back again.

A snapshot is `{"form": {name: [text]}, "inlines": {prefix: [{name: [text]}]}}`. Names that a form
has no longer are passed over, names that it has gained keep today's value, so that old snapshots
outlive changes of the models. Files stay in the library, never in a snapshot.
"""

from django.forms import CheckboxInput, FileField
from django.http import QueryDict
from django.utils.encoding import force_str

MANAGEMENT = ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS", "MAX_NUM_FORMS")


def plain_fields(form):
    """(name, bound field) of everything but files."""
    for field in form:
        if not isinstance(field.field, FileField):
            yield field.name, field


def shown(form):
    """{name: [text]} of a form as a browser would send it back unchanged; [] is an unticked box."""
    return {name: shown_values(field) for name, field in plain_fields(form)}


def shown_values(field):
    value = field.value()
    widget = getattr(field.field.widget, "widget", field.field.widget)
    if isinstance(widget, CheckboxInput):
        return ["on"] if widget.check_test(value) else []
    if getattr(widget, "allow_multiple_selected", False):
        return [force_str(getattr(each, "pk", each)) for each in value or []]
    value = widget.format_value(value)
    value = value if isinstance(value, list) else [value]
    return ["" if each is None else force_str(each) for each in value]


def of_forms(form, formsets):
    """The snapshot of stored rows."""
    rows = {each.prefix: [shown(row) for row in each.initial_forms] for each in formsets}
    return {"form": shown(form), "inlines": rows}


def of_post(post, form, formsets):
    """The snapshot of a form that was sent, whether or not it is complete."""
    inlines = {}
    for formset in formsets:
        kept = [row for row in formset.forms if is_kept(row, formset)]
        inlines[formset.prefix] = [sent(post, row) for row in kept]
    return {"form": sent(post, form), "inlines": inlines}


def sent(post, form):
    """What was typed, without the NUL bytes that the database cannot store."""
    return {
        name: [value.replace("\0", "") for value in post.getlist(field.html_name)]
        for name, field in plain_fields(form)
    }


def is_kept(row, formset):
    """Not marked for deletion, and not an empty extra row."""
    is_deleted = bool(row.data.get(row.add_prefix("DELETE")))
    return not is_deleted and (row in formset.initial_forms or row.has_changed())


def to_post(snapshot, form, formsets):
    """The snapshot as if it were sent from today's form.

    Rows still stored keep their key, rows added since are marked for deletion, rows that have
    gone come as new ones.
    """
    post = QueryDict(mutable=True)
    put(post, "", {**shown(form), **known(snapshot["form"], form)})
    for formset in formsets:
        put_rows(post, formset, snapshot["inlines"].get(formset.prefix))
    return post


def known(values, form):
    return {name: value for name, value in values.items() if name in form.fields}


def put(post, prefix, values):
    for name, value in values.items():
        if value:
            post.setlist(prefix + name, value)


def put_rows(post, formset, rows):
    key_name = formset.model._meta.pk.name
    stored = {str(row.instance.pk): row for row in formset.initial_forms}
    if rows is None:  # the form had no such part then
        rows = [shown(row) for row in formset.initial_forms]
    keys = [(row.get(key_name) or [""])[0] for row in rows]
    wanted = dict(zip(keys, rows, strict=True))
    gone = [row for key, row in zip(keys, rows, strict=True) if key not in stored]
    ordered = [(key, wanted.get(key)) for key in stored] + [("", row) for row in gone]
    for number, (key, row) in enumerate(ordered):
        prefix = f"{formset.prefix}-{number}-"
        today = shown(stored[key]) if key else shown(formset.empty_form)
        put(post, prefix, {**today, **known(row or {}, formset.empty_form)})
        put(post, prefix, {key_name: [key], formset.fk.name: today[formset.fk.name]})
        if row is None:
            post[prefix + "DELETE"] = "on"
    for name, number in zip(MANAGEMENT, (len(ordered), len(stored), 0, 1000), strict=True):
        post[f"{formset.prefix}-{name}"] = str(number)
