"""The public page of a row as its form would make it, with nothing saved.

The form is stored inside a savepoint, the page's own view answers, and the savepoint is undone:
the preview is the real page, with its parts and neighbours, and there is no second way to draw it.
"""

from copy import copy
from dataclasses import dataclass, field

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ObjectDoesNotExist
from django.db import DatabaseError, OperationalError, transaction
from django.http import QueryDict
from django.shortcuts import render
from django.urls import NoReverseMatch, resolve
from django.utils import translation
from django.utils.text import capfirst

HEADERS = {
    "X-Robots-Tag": "noindex, nofollow",
    "Cache-Control": "private, no-store",
    "Referrer-Policy": "no-referrer",
}


@dataclass
class Preview:
    """What a previewed page says about itself: `until` of a link, fields that could not be used."""

    row: object = None
    language: str = "lv"
    until: object = None
    problems: list = field(default_factory=list)
    languages: list = field(default_factory=list)


def render_preview(request, form, formsets, preview):
    """The response with the page; when it cannot be made yet, a page that says what is missing."""
    with translation.override(preview.language), transaction.atomic():
        preview.row = stored(form, formsets, preview.problems)
        if preview.row:
            response = public_page(request, preview)
        else:
            response = render(request, "core/preview_missing.html", {"preview": preview})
        transaction.set_rollback(True)
    for name, value in HEADERS.items():
        response.headers[name] = value
    return response


def stored(form, formsets, problems):
    """The row as it would be saved; None when something without which there is no page lacks."""
    try:
        with transaction.atomic():
            row = put(form, formsets, problems)
            row.get_absolute_url()
            return row
    except OperationalError:  # the database was busy; the form is not to blame
        raise
    except (DatabaseError, NoReverseMatch, ObjectDoesNotExist):
        return None


def put(form, formsets, problems):
    """Store what can be stored of the form and its inlines; note the rest in `problems`."""
    form.is_valid()
    problems += problems_of(form)
    row = form.instance
    row.save()
    form._save_m2m()
    for formset in formsets:
        if formset.is_valid():
            formset.save()
        else:
            put_rows(formset, problems)
    # Read again: what was looked up while the form was checked must not be shown.
    return type(row)._base_manager.get(pk=row.pk)


def put_rows(formset, problems):
    """Store the complete rows of an inline."""
    for row in formset.forms:
        problems += problems_of(row)
        if row.is_valid() and row.has_changed() and row not in formset.deleted_forms:
            setattr(row.instance, formset.fk.name, formset.instance)
            row.save()


def problems_of(form):
    """“Title: what is wrong” of each field that could not be used."""
    return [
        f"{capfirst(form.fields[name].label) if name in form.fields else '–'}: {' '.join(errors)}"
        for name, errors in form.errors.items()
    ]


def public_page(request, preview):
    """The answer of the page's own view to a visitor who may see this one row."""
    address = preview.row.url_in(preview.language)
    match = resolve(address)
    visit = copy(request)
    visit.method, visit.user, visit.preview = "GET", AnonymousUser(), preview
    visit.GET, visit.POST = QueryDict(), QueryDict()
    visit.path = visit.path_info = address
    visit.resolver_match, visit.LANGUAGE_CODE = match, preview.language
    return match.func(visit, *match.args, **match.kwargs)
