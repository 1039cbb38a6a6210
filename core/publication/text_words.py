"""The words for what the check finds in the texts of any page."""

from django.utils.translation import gettext_lazy as _

from .wording import ADVICE, RULE, WCAG_LINKS, WCAG_PICTURES, WCAG_STRUCTURE, Wording

TEXT_WORDS = {
    "relative-date": Wording(
        ADVICE,
        _("A date depends on when the page is read."),
        _("The page stays for years: then nobody knows which year “this year” was."),
        _("Write the year, the month or the day."),
    ),
    "ends-disagree": Wording(
        ADVICE,
        _("The page names different last days."),
        _("Readers and auditors cannot tell which one is right."),
        _("Name one end in all texts, or leave it to the dates of the project."),
    ),
    "link-empty": Wording(
        RULE,
        _("A link has no words."),
        _("A screen reader has nothing to read out."),
        _("Write where the link leads, or remove it."),
        WCAG_LINKS,
    ),
    "link-words": Wording(
        RULE,
        _("A link does not say where it leads."),
        _("People who hear links one after another hear only “here”."),
        _("Make the name of the page or file the link."),
        WCAG_LINKS,
    ),
    "link-address": Wording(
        ADVICE,
        _("A text shows a bare address."),
        _("A screen reader reads it letter by letter."),
        _("Say in words where it leads and put the address behind the words."),
        WCAG_LINKS,
    ),
    "address-twice": Wording(
        ADVICE,
        _("An address was pasted twice, one copy into the other."),
        _("It leads nowhere."),
        _("Paste the address once and try it."),
    ),
    "address-incomplete": Wording(
        ADVICE,
        _("This is not a complete address."),
        _("It leads nowhere."),
        _("Begin with https:// and name the whole site."),
    ),
    "link-broken": Wording(
        ADVICE,
        _("A link leads nowhere."),
        _("The last check of links got no page there."),
        _("Correct the address, link to a stored document, or remove the link."),
    ),
    "heading-empty": Wording(
        RULE,
        _("A heading is empty."),
        _("People who jump from heading to heading land nowhere."),
        _("Delete the empty line."),
        WCAG_STRUCTURE,
    ),
    "heading-skips": Wording(
        ADVICE,
        _("A heading skips a level."),
        _("The outline of the page has a gap."),
        _("Use the next smaller level after a heading."),
        WCAG_STRUCTURE,
    ),
    "heading-bold": Wording(
        ADVICE,
        _("A bold paragraph looks like a heading."),
        _("It is none to a screen reader or a search engine."),
        _("Make it a heading."),
        WCAG_STRUCTURE,
    ),
    "table-headless": Wording(
        RULE,
        _("A table has no header cells."),
        _("A screen reader cannot say what a figure means."),
        _("Mark the first row as a header."),
        WCAG_STRUCTURE,
    ),
    "capitals": Wording(
        ADVICE,
        _("A passage is in capitals."),
        _("Capitals are hard to read, and some readers spell them letter by letter."),
        _("Write in small letters."),
    ),
    "repeated": Wording(
        ADVICE,
        _("The same passage stands here twice."),
        _("It was probably pasted twice."),
        _("Delete one of the two."),
    ),
    "alt-missing": Wording(
        RULE,
        _("A picture has no description in both languages."),
        _("Until it has one, visitors do not see the picture."),
        _("Describe the picture in the library, or mark it as decoration."),
        WCAG_PICTURES,
    ),
    "translation": Wording(
        ADVICE,
        _("Not everything is in both languages."),
        _("Visitors get the text of the other language."),
        _("Translate what is missing."),
    ),
}
