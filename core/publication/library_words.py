"""The words for what the check finds in an item of the library."""

from django.utils.translation import gettext_lazy as _

from .wording import ADVICE, RULE, Wording

WCAG_RECORDINGS = "WCAG 2.2, 1.2.1, 1.2.2; EN 301 549, 9.1.2.1, 9.1.2.2; MK 445/2020"
WCAG_PDF = "EN 301 549, 10.1.3.1, 10.2.4.2, 10.3.1.1; MK 445/2020"
LIBRARY_WORDS = {
    "captions-missing": Wording(
        RULE,
        _("A video or recording has neither captions nor a transcript."),
        _("People who cannot hear it are left out, and search finds nothing of what is said."),
        _("Add captions or a transcript; if that cannot be done, write why there are none."),
        WCAG_RECORDINGS,
    ),
    "captions-excepted": Wording(
        ADVICE,
        _("A video or recording is published without words, as an exception."),
        _("People who cannot hear it are left out."),
        _("Add captions or a transcript as soon as there are any."),
        WCAG_RECORDINGS,
    ),
    "item-empty": Wording(
        ADVICE,
        _("There is nothing to open: no file and no address."),
        _("Visitors come for the work itself."),
        _("Add the file, or the address where it is."),
    ),
    "tour-nowhere": Wording(
        ADVICE,
        _("A virtual tour does not say where it leads."),
        _("Nobody finds it by its place."),
        _("Choose the territory or write the place."),
    ),
    "pdf-unreadable": Wording(
        ADVICE,
        _("A PDF lacks what screen readers need: its title, its language (lang) or its tags."),
        _("People who listen to it lose headings, tables and the right pronunciation."),
        _("Export it again with the options “title”, “language” and “tagged PDF”."),
        WCAG_PDF,
    ),
}
