"""The names of a file's columns: a misspelt one would lose its cells without a word."""

from difflib import get_close_matches

from django.utils.translation import gettext as _

from .tables import TableError


def check_headings(headings, resource):
    """Raise `TableError` when the first row is not one of names of columns."""
    known = resource.headings()
    for name in headings:
        if not name:
            raise TableError(_("A column has no name in the first row."))
        if headings.count(name) > 1:
            raise TableError(_("The column %(name)s stands in the file twice.") % {"name": name})
        if name not in known:
            raise TableError(unknown(name, known))
    if not {resource.key, resource.title} & set(headings):
        message = _("The file needs the column %(name)s, by which its rows are found.")
        raise TableError(message % {"name": resource.key})


def unknown(name, known):
    near = get_close_matches(name, known, 1)
    if near:
        message = _("There is no column %(name)s. Is %(near)s meant?")
        return message % {"name": name[:60], "near": near[0]}
    return _("There is no column %(name)s; the columns are listed below.") % {"name": name[:60]}
