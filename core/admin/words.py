"""The words of the text editor's toolbar and dialogs, which its package has in English only."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext


def editor_words():
    """{word of the package: word to show}; the editor's script reads it from the form's page."""
    return {
        **{
            f"{start} {level}": heading(level)
            for start in ("heading", "Heading")
            for level in (2, 3, 4)
        },
        **{"paragraph": _("Paragraph"), "Paragraph": _("Paragraph")},
        **toolbar(),
        **table(),
        **dialogs(),
    }


def heading(level):
    return _("Heading %(level)s") % {"level": level}


def toolbar():
    return {
        "unordered list": _("Bulleted list"),
        "ordered list": _("Numbered list"),
        "List properties": _("Numbering of the list"),
        "blockquote": _("Quotation"),
        "horizontal rule": _("Dividing line"),
        "bold": _("Bold"),
        "italic": _("Italic"),
        "insert link": _("Link"),
        "remove link": _("Remove the link"),
        "undo": _("Undo"),
        "redo": _("Redo"),
    }


def table():
    return {
        "Insert table": _("Insert a table"),
        "Add column": _("Add a column"),
        "Delete column": _("Delete the column"),
        "Add row": _("Add a row"),
        "Delete row": _("Delete the row"),
        "Merge cells": _("Merge cells"),
        "Split cell": _("Split the cell"),
        "Toggle header cell": _("Header cell"),
        "Delete table": _("Delete the table"),
    }


def dialogs():
    return {
        "Insert Table": _("Insert a table"),
        "Table Properties": _("Table"),
        "Rows": _("Rows"),
        "Columns": _("Columns"),
        "Include header row": _("With a header row"),
        "Insert": _("Insert"),
        "Edit Link": _("Link"),
        "URL": pgettext("of a link", "Address"),
        "Title": pgettext("of a link", "Explanation"),
        "Update": _("Apply"),
        "Cancel": _("Cancel"),
        "Start at": _("Start at"),
        "List type": _("Kind of numbering"),
        "Bullets": _("Bullets"),
    }
