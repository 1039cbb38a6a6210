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
        **pictures(),
        **links(),
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
        "figure": _("Picture"),
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


def pictures():
    return {
        "Caption": _("Caption"),
        "Choose a picture": _("Choose a picture"),
        "Search the library": _("Search the library"),
        "Pictures found:": _("Pictures found:"),
        "No picture with these words.": _(
            "No picture with these words. Pictures without a description are not shown here."
        ),
        "More pictures": _("More pictures"),
        "Upload a new picture (in a new tab)": _("Upload a new picture (in a new tab)"),
        "The library does not answer. Try again in a moment.": _(
            "The library does not answer. Try again in a moment."
        ),
    }


def links():
    return {
        "Page, document or address": _("Page, document or address"),
        "link help": _(
            "Type words of a title and choose a page or document of this site, or write an address"
            " or e-mail address. A link to a YouTube or Vimeo video alone in its paragraph becomes"
            " a video that visitors start with a click."
        ),
        "Choose from the list:": _("Choose from the list:"),
        "No page or document with these words.": _("No page or document with these words."),
        "Choose a page or document, or write an address such as https://www.example.eu": _(
            "Choose a page or document, or write an address such as https://www.example.eu"
        ),
    }
