"""What a browser would send back from a form of the administration."""

from django.core.files import File


def sent(response, **changes):
    """The data of the page's form and inlines as they stand, with `changes`."""
    restored = response.context.get("restored")
    data = {
        "seen_version": response.context.get("seen_version"),
        "from_version": restored and restored.pk,
    }
    forms = [response.context["adminform"].form]
    for inline in response.context["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.forms]
    for form in forms:
        for field in form:
            data[field.html_name] = shown(field)
    return {name: value for name, value in {**data, **changes}.items() if value is not None}


def shown(field):
    """The value as its input shows it."""
    value = field.value()
    if isinstance(value, list | bool) or value is None:
        return value or None
    return field.field.widget.format_value(value) if not isinstance(value, File) else None


def errors(response):
    """{field: messages} of a refused form."""
    return response.context["adminform"].form.errors
