"""Every text has its Latvian words, written as Latvian is written; no GNU gettext is needed."""

import io
import re
from gettext import c2py
from pathlib import Path

import django
import pytest
from babel.messages.extract import extract
from babel.messages.pofile import read_po
from django.utils.translation import gettext_noop, ngettext_lazy
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = ROOT / "locale" / "lv" / "LC_MESSAGES" / "django.po"
SKIPPED = {".venv", "var", ".git", "locale", "node_modules"}
KEYWORDS = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop")),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), ((1, "c"), 2, 3)),
}
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}|<\w+:\w+>")
LATVIAN_LETTER = re.compile("[āčēģīķļņšūž]", re.IGNORECASE)
# Latvian writes languages and weekdays with a small letter.
SMALL_IN_LATVIAN = {
    *("Latvian", "English"),
    *("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
# Name of a mistake: (its pattern, words that have it).
MISTAKES = {
    "straight quotation mark": (r"[\"']", 'Programma "LEADER"'),
    "English quotation mark": (r"[“‘’]", "Programma „LEADER“"),
    "quotation mark alone": (r"^[^„]*”|„[^”]*$", "Programma „LEADER"),
    "three dots": (r"\.\.\.", "Meklē..."),
    "hyphen for a dash": (r"\s-+(\s|$)|\d-\d", "Tukšs - melnraksts"),
    "space before punctuation": (r"\s[,.;:!?…]", "Laipni lūdzam !"),
    "no space after punctuation": (r"[,;!?…][^\W\d]", "Projekti,ziņas"),
    "two spaces": (r"\s\s", "Projekti  un ziņas"),
    "decimal point": (r"\d\.\d+\s?(%|€|EUR)", "Atbalsts ir 12.5 %"),
    "percent sign without a space": (r"\d%(?!\()", "Atbalsts ir 90%"),
    "wrong word for accessibility": (r"(?i)pieejamīb", "Pieejamības paziņojums"),
}
# Sentences of Django's administration that our catalogue words anew: Django's own Latvian says
# „tu”, expects names to be declined, and has its plural forms in another order than its rule.
REWORDED = [
    gettext_noop("Delete selected %(verbose_name_plural)s"),
    gettext_noop("Successfully deleted %(count)d %(items)s."),
    gettext_noop("Cannot delete %(name)s"),
    gettext_noop("Add another %(verbose_name)s"),
    gettext_noop("Remove"),
    gettext_noop("Change"),
    gettext_noop("Added {name} “{object}”."),
    gettext_noop("Changed {fields} for {name} “{object}”."),
    gettext_noop("Changed {fields}."),
    gettext_noop("Deleted {name} “{object}”."),
    gettext_noop("The {name} “{obj}” was added successfully."),
    gettext_noop("You may edit it again below."),
    gettext_noop("The {name} “{obj}” was added successfully. You may add another {name} below."),
    gettext_noop("The {name} “{obj}” was changed successfully. You may edit it again below."),
    gettext_noop("The {name} “{obj}” was changed successfully. You may add another {name} below."),
    gettext_noop("The {name} “{obj}” was changed successfully."),
    gettext_noop("The %(name)s “%(obj)s” was deleted successfully."),
    gettext_noop("%(name)s with ID “%(key)s” doesn’t exist. Perhaps it was deleted?"),
    gettext_noop("Add %s"),
    gettext_noop("Change %s"),
    gettext_noop("View %s"),
    gettext_noop("Add %(name)s"),
    gettext_noop("Select %s"),
    gettext_noop("Select %s to change"),
    gettext_noop("Select %s to view"),
    gettext_noop("Change selected %(model)s"),
    gettext_noop("Add another %(model)s"),
    gettext_noop("Select all %(total_count)s %(module_name)s"),
    gettext_noop("Go"),
    gettext_noop("%(full_result_count)s total"),
    gettext_noop("Site administration"),
    gettext_noop("Select this object for an action - {}"),
    gettext_noop("date joined"),
    gettext_noop("Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only."),
    gettext_noop("Enable password-based authentication for this user by setting a password."),
    gettext_noop(
        "Designates whether this user should be treated as active. Unselect this instead of "
        "deleting accounts."
    ),
    gettext_noop(
        "Please enter your old password, for security’s sake, and then enter your new password "
        "twice so we can verify you typed it in correctly."
    ),
    gettext_noop(
        "This object doesn’t have a change history. It probably wasn’t added via this admin site."
    ),
    gettext_noop("Log out"),
    gettext_noop("Breadcrumbs"),
    gettext_noop("Toggle navigation"),
    gettext_noop("Start typing to filter…"),
    gettext_noop("Filter navigation items"),
    gettext_noop("Popup closing…"),
    gettext_noop(
        'Are you sure you want to delete the %(object_name)s "%(escaped_object)s"? All of the '
        "following related items will be deleted:"
    ),
    gettext_noop(
        "Deleting the %(object_name)s '%(escaped_object)s' would require deleting the "
        "following protected related objects:"
    ),
    gettext_noop(
        "Deleting the %(object_name)s '%(escaped_object)s' would result in deleting related "
        "objects, but your account doesn't have permission to delete the following types of "
        "objects:"
    ),
    gettext_noop(
        "Are you sure you want to delete the selected %(objects_name)s? All of the following "
        "objects and their related items will be deleted:"
    ),
    gettext_noop(
        "Deleting the selected %(objects_name)s would require deleting the following protected "
        "related objects:"
    ),
    gettext_noop(
        "Deleting the selected %(objects_name)s would result in deleting related objects, but "
        "your account doesn't have permission to delete the following types of objects:"
    ),
    gettext_noop("Yes, I’m sure"),
    gettext_noop("No, take me back"),
    gettext_noop(
        "Please enter the correct %(username)s and password for a staff account. Note that "
        "both fields may be case-sensitive."
    ),
    gettext_noop(
        "You are authenticated as %(username)s, but are not authorized to access this page. "
        "Would you like to login to a different account?"
    ),
    gettext_noop("Your password was changed."),
    gettext_noop("Your old password was entered incorrectly. Please enter it again."),
    gettext_noop("Enter the same password as before, for verification."),
    gettext_noop("The password is too similar to the %(verbose_name)s."),
    gettext_noop("This field is required."),
    gettext_noop("%(model_name)s with this %(field_label)s already exists."),
    gettext_noop("%(model_name)s with this %(field_labels)s already exists."),
    gettext_noop("Enter a valid “slug” consisting of letters, numbers, underscores or hyphens."),
    ngettext_lazy("%(counter)s result", "%(counter)s results", 1),
    ngettext_lazy("entry", "entries", 1),
    ngettext_lazy("%(total_count)s selected", "All %(total_count)s selected", 1),
    ngettext_lazy(
        "%(count)s %(name)s was changed successfully.",
        "%(count)s %(name)s were changed successfully.",
        1,
    ),
    ngettext_lazy("Please correct the error below.", "Please correct the errors below.", 1),
    ngettext_lazy(
        "This password is too short. It must contain at least %d character.",
        "This password is too short. It must contain at least %d characters.",
        1,
    ),
    ngettext_lazy(
        "Your password must contain at least %(min_length)d character.",
        "Your password must contain at least %(min_length)d characters.",
        1,
    ),
    ngettext_lazy(
        "Ensure this value has at most %(limit_value)d character (it has %(show_value)d).",
        "Ensure this value has at most %(limit_value)d characters (it has %(show_value)d).",
        1,
    ),
    ngettext_lazy(
        "Ensure that there are no more than %(max)s digit in total.",
        "Ensure that there are no more than %(max)s digits in total.",
        1,
    ),
    ngettext_lazy(
        "Ensure that there are no more than %(max)s decimal place.",
        "Ensure that there are no more than %(max)s decimal places.",
        1,
    ),
    ngettext_lazy(
        "Ensure that there are no more than %(max)s digit before the decimal point.",
        "Ensure that there are no more than %(max)s digits before the decimal point.",
        1,
    ),
]


def source_files():
    """Everything that `makemessages` reads."""
    for top in ROOT.iterdir():
        if top.name not in SKIPPED:
            for path in [top] if top.is_file() else top.rglob("*"):
                if path.suffix in (".py", ".html", ".txt"):
                    yield path


def texts_of(path):
    """{(context, text): its plural or None} that a Python module or a template has translated."""
    source = path.read_text()
    if path.suffix != ".py":
        source = templatize(source).replace("\n", " ").strip()
    found = {}
    for _line, message, _comments, context in extract(
        "python", io.BytesIO(source.encode()), KEYWORDS
    ):
        text, *plural = [message] if isinstance(message, str) else message
        found[context, text] = plural[0] if plural else found.get((context, text))
    return found


def is_address(message):
    return message.context == "address"


def source_of(message):
    return message.id[0] if message.pluralizable else message.id


def forms(message):
    """Every Latvian form of a message: three of a plural, else one."""
    return list(message.string) if message.pluralizable else [message.string]


def mistakes(latvian):
    """Names of the typographic mistakes in Latvian words."""
    return [name for name, (pattern, _words) in MISTAKES.items() if re.search(pattern, latvian)]


def differences(english, latvian):
    """What the two languages should have in common, and have not."""
    both = (english, latvian)
    found = []
    if len({frozenset(PLACEHOLDER.findall(text)) for text in both}) > 1:
        found.append("placeholders")
    if len({text[-1:] if text[-1:] in " .:!?…" else "" for text in both}) > 1:
        found.append("end")
    capitals = {text[0].isupper() for text in both if text[:1].isalpha()}
    if len(capitals) > 1 and english not in SMALL_IN_LATVIAN:
        found.append("capital letter")
    return found


@pytest.fixture(scope="module")
def sources():
    """Every text of the project: {(context, text): its plural or None}."""
    found = {}
    for path in source_files():
        for key, plural in texts_of(path).items():
            found[key] = plural or found.get(key)
    return found


@pytest.fixture(scope="module")
def catalogue():
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="lv", abort_invalid=True)


@pytest.fixture(scope="module")
def messages(catalogue):
    return [message for message in catalogue if message.id]


def test_catalogue_has_every_text_and_no_other(sources, messages):
    known = {
        (each.context, source_of(each)): each.id[1] if each.pluralizable else None
        for each in messages
    }

    assert [key for key in sources if key not in known] == []
    assert [key for key in known if key not in sources] == []
    assert known == sources


def test_every_text_is_translated(catalogue, messages):
    missing = [each.id for each in messages if not all(forms(each))]
    uncertain = [each.id for each in messages if each.fuzzy]

    assert missing == []
    assert uncertain == []
    assert list(catalogue.obsolete) == []


def test_plurals_have_forms_for_one_two_and_none(catalogue, messages):
    form = c2py(catalogue.plural_expr)

    assert [form(number) for number in (1, 21, 101, 2, 11, 0)] == [0, 0, 0, 1, 1, 2]
    assert {len(each.string) for each in messages if each.pluralizable} == {3}


def test_latvian_keeps_what_both_languages_share(messages):
    found = {
        latvian: differences(each.id[1] if each.pluralizable else each.id, latvian)
        for each in messages
        for latvian in forms(each)
    }

    assert {latvian: names for latvian, names in found.items() if names} == {}


def test_latvian_is_written_as_latvian(messages):
    found = {
        latvian: mistakes(latvian)
        for each in messages
        if not is_address(each)
        for latvian in forms(each)
    }

    assert {latvian: names for latvian, names in found.items() if names} == {}


def test_source_texts_are_english(messages):
    assert [each.id for each in messages if LATVIAN_LETTER.search(source_of(each))] == []


def test_addresses_are_plain_and_apart(messages):
    addresses = [each.string for each in messages if is_address(each)]

    assert addresses
    steps = r"([a-z-]+/|<(slug:slug|str:token|uuid:public_id)>/)*"
    plain = steps + r"([a-z]+(\.|-<str:languages>\.)(<str:form>|pdf))?"
    assert [each for each in addresses if not re.fullmatch(plain, each)] == []
    assert len(set(addresses)) == len(addresses)


def test_reworded_sentences_are_still_djangos():
    ours = texts_of(Path(__file__))
    theirs = set()
    for path in Path(django.__file__).parent.rglob("locale/lv/LC_MESSAGES/django.po"):
        with path.open("rb") as file:
            theirs |= {source_of(each) for each in read_po(file) if each.id}

    assert [text for _context, text in ours if text not in theirs] == []
    assert len(ours) == len(REWORDED)


@pytest.mark.parametrize("name", MISTAKES)
def test_typographic_mistake_is_found(name):
    _pattern, words = MISTAKES[name]

    assert name in mistakes(words)


def test_right_typography_is_let_through():
    assert mistakes("Programma „LEADER” – 12,5 % no 50 000 €, 2014.–2020. gadā…") == []


@pytest.mark.parametrize(
    ("english", "latvian", "found"),
    [
        ("%(number)s projects", "projekti", ["placeholders"]),
        ("Published {name}.", "Publicēts {nosaukums}.", ["placeholders"]),
        ("Empty: a draft.", "Tukšs – melnraksts", ["end"]),
        ("status", "Statuss", ["capital letter"]),
        ("Monday", "pirmdiena", []),
        ("%(fund)s pays.", "Maksā %(fund)s.", []),
    ],
)
def test_difference_is_found(english, latvian, found):
    assert differences(english, latvian) == found


def test_texts_are_collected_from_python_and_templates(tmp_path):
    module, template = tmp_path / "module.py", tmp_path / "page.html"
    module.write_text(
        'a = _("one " "text")\n'
        'b = pgettext_lazy("period", "to")\n'
        'c = ngettext("%(n)s page", "%(n)s pages", 2)\n'
        "d = other('no text')\n"
    )
    template.write_text(
        '<p title="{% translate \'Close\' %}">{% firstof x _("Office") %} don\'t\n'
        '{% translate "Home" context "first page" %}\n'
        '{% blocktranslate trimmed count number=n context "after a number" %}\n'
        "  {{ number }} result\n{% plural %}\n  {{ number }} results\n{% endblocktranslate %}</p>"
    )

    assert texts_of(module) == {
        (None, "one text"): None,
        ("period", "to"): None,
        (None, "%(n)s page"): "%(n)s pages",
    }
    assert texts_of(template) == {
        (None, "Close"): None,
        (None, "Office"): None,
        ("first page", "Home"): None,
        ("after a number", "%(number)s result"): "%(number)s results",
    }


def test_no_text_hides_in_another_string():
    """Tools that collect texts do not look inside an f-string."""
    hidden = re.compile(r"""\bf["'][^"']*\{(n?gettext|_)\(["']""")
    found = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in source_files()
        if path.suffix == ".py"
        for line in path.read_text().splitlines()
        if hidden.search(line)
    ]

    assert found == []
