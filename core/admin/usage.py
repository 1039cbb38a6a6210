"""Where a row is used: rows that point to it, texts of both languages that name it, drafts."""

from django.apps import apps
from django.contrib import admin
from django.db.models import Q, TextField
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import ngettext

from core import rights
from core.content import Content
from core.fields import RichText
from core.models import Document, Image, Version

ADDRESSES = {Image: "/picture/{}/", Document: "/document/{}/"}


def where_used(row):
    """The rows that use `row`; a gallery's picture leads to its project, a draft stays a draft."""
    return list(dict.fromkeys([*pointing(row), *mentioning(row), *drafts(row)]))


def pointing(row):
    for field in fields_to(row):
        for each in field.model._base_manager.filter(**{field.name: row}):
            yield with_admin_page(each)


def fields_to(row):
    """The foreign keys of all models that can hold `row`."""
    relations = row._meta.get_fields(include_hidden=True)
    return [each.field for each in relations if each.auto_created and each.one_to_many]


def mentioning(row):
    """Rows whose formatted texts refer to `row` by its lasting address."""
    for model in apps.get_models():
        asked = Q()
        for name in text_columns(model):
            asked |= Q(**{f"{name}__contains": f'"{lasting_address(row)}"'})
        if asked:
            yield from map(with_admin_page, model._base_manager.filter(asked))


def text_columns(model):
    """Columns of formatted text; the untranslated one only repeats a translation."""
    translated = getattr(model, "translated_fields", ())
    fields = [field for field in model._meta.concrete_fields if isinstance(field, RichText)]
    return [field.name for field in fields if field.name not in translated]


def lasting_address(row):
    """How texts name a row, whatever its public address is today."""
    if isinstance(row, Content):
        return f"/page/{row._meta.label_lower}/{row.pk}/"
    return ADDRESSES[type(row)].format(row.pk)


def drafts(row):
    """Drafts that would use `row` once they are published: in a text, or as a choice."""
    asked, chosen = Q(text__contains=lasting_address(row)), [str(row.pk)]
    for field in fields_to(row):
        parent = parents().get(field.model)
        if admin.site.is_registered(field.model):
            label = field.model._meta.label_lower
            asked |= Q(label=label, data__form__contains={field.name: chosen})
        if parent:
            prefix = parent.remote_field.get_accessor_name()
            label = parent.related_model._meta.label_lower
            asked |= Q(label=label, data__inlines__contains={prefix: [{field.name: chosen}]})
    rows = Version.objects.unfinished().annotate(text=Cast("data", TextField()))
    return rows.filter(asked).defer("data")


def parents():
    """{model: its foreign key to the row in whose form it is edited}."""
    return {
        inline.model: field
        for model, model_admin in admin.site._registry.items()
        for inline in model_admin.inlines
        for field in inline.model._meta.fields
        if field.related_model is model
    }


def with_admin_page(row):
    """`row` itself when it has an admin page, else the row in whose form it is edited."""
    if admin.site.is_registered(type(row)):
        return row
    return getattr(row, parents()[type(row)].name)


def link_to(row):
    """(kind, address of the form, name) of a row, or of the page that a draft belongs to."""
    model, pk, kind = type(row), row.pk, row._meta.verbose_name
    if isinstance(row, Version):
        model, pk, kind = apps.get_model(row.label), row.object_id, row.get_kind_display()
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    address = reverse(f"{name}_change", args=[pk]) if pk else reverse(f"{name}_changelist")
    shown = row.name if isinstance(row, Version) else str(row)
    return kind, address, shown or model._meta.verbose_name


def as_list(rows, user):
    """The rows as a list of links; of what other partnerships have not published, the number."""
    seen = [row for row in rows if is_visible(row, user)]
    items = format_html_join("", '<li>{}: <a href="{}">{}</a></li>', map(link_to, seen))
    if hidden := len(rows) - len(seen):
        told = ngettext("%(number)s row of others", "%(number)s rows of others", hidden)
        items += format_html("<li>{}</li>", told % {"number": hidden})
    return format_html('<ul class="rows">{}</ul>', items)


def is_visible(row, user):
    """Whether the name of `row` may be told to this person."""
    is_common = getattr(admin.site._registry.get(type(row)), "is_common", False)
    is_everybodys = is_common or not getattr(row, "owner_paths", ())
    is_mine = rights.is_own(user, row) or getattr(row, "user_id", None) == user.pk
    return is_everybodys or is_mine or getattr(row, "is_published", False)
