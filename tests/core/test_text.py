"""Latvian text: folding, stems, the alphabet, in Python and in the database alike."""

from datetime import date, datetime, time
from decimal import Decimal

import pytest
from babel.numbers import format_currency
from django.utils import translation
from django.utils.formats import date_format

from core import dates, numbers
from core.richtext import show
from core.templatetags.site import shortened
from core.text import Alphabetical, alphabetical, fold, search_stems, unbroken
from pages.models import GlossaryTerm
from tests.factories import GlossaryTermFactory


def test_folding_takes_case_and_diacritics_away():
    assert fold("ĶEKAVAS Ģērbonis Žūžo") == "kekavas gerbonis zuzo"


@pytest.mark.parametrize(
    ("words", "stems"),
    [
        ("Ķekavas viedajiem ciemiem", ["kekav", "vied", "ciem"]),
        ("19-00-A019.333-000005", ["19-00-a019.333-000005"]),
        ("KOPA", ["kop"]),
        ("un", ["un"]),
        ("  ", []),
        ("a " * 50, ["a"] * 8),
    ],
)
def test_query_becomes_stems(words, stems):
    assert search_stems(words) == stems


@pytest.mark.django_db
def test_database_sorts_and_folds_as_python_does():
    words = [
        "Zaķis",
        "āda",
        "Ala",
        "čiekurs",
        "celms",
        "Ģērbonis",
        "gaiss",
        "1. maijs",
        "ūdens",
        "uguns",
    ]
    for word in words:
        GlossaryTermFactory(name_lv=word)

    rows = GlossaryTerm.objects.order_by(Alphabetical("name_lv"))
    assert [row.name_lv for row in rows] == sorted(words, key=alphabetical)
    assert [row.name_lv for row in rows][:4] == ["1. maijs", "Ala", "āda", "celms"]
    for word in words:
        found = GlossaryTerm.objects.filter(name_lv__folded=fold(word))
        assert [row.name_lv for row in found] == [word]


@pytest.mark.parametrize(("language", "code"), [("lv", "lv"), ("en", "en_GB")])
@pytest.mark.parametrize(
    "amount", [0, 7, 999, 1000, 1234567, "0.5", "999.99", "-1234.5", "12345678.05"]
)
def test_money_is_written_as_babel_writes_it(language, code, amount):
    amount = Decimal(amount)
    digits = "#,##0" if amount == int(amount) else "#,##0.00"
    pattern = f"¤{digits}" if code == "en_GB" else f"{digits}\u00a0¤"

    with translation.override(language):
        said = numbers.euro(amount)

    assert said == format_currency(amount, "EUR", pattern, code, currency_digits=False)


def test_dates_and_numbers_are_written_as_each_language_does():
    day, written = date(2019, 8, 29), {}
    for language in ("lv", "en"):
        with translation.override(language):
            written[language] = [
                *(dates.written(day, precision) for precision in ("day", "month", "year")),
                numbers.euro(Decimal("50000.00")),
                numbers.euro(Decimal("1234.50")),
                numbers.percent(Decimal("90.00")),
                numbers.clock(time(9, 0)),
                " ".join(map(numbers.ordinal, (1, 2, 3, 4, 11, 12, 22, 113))),
            ]

    plain = {key: [text.replace("\u00a0", " ") for text in texts] for key, texts in written.items()}
    assert plain["lv"] == [
        *("2019. gada 29. augusts", "2019. gada augusts", "2019. gads"),
        *("50 000 €", "1 234,50 €", "90 %", "9.00"),
        "1. 2. 3. 4. 11. 12. 22. 113.",
    ]
    assert plain["en"] == [
        *("29 August 2019", "August 2019", "2019"),
        *("€50,000", "€1,234.50", "90%", "09:00"),
        "1st 2nd 3rd 4th 11th 12th 22nd 113th",
    ]


@pytest.mark.parametrize(
    ("language", "day", "moment"),
    [("lv", "1.03.2027.", "1.03.2027. plkst. 9.05"), ("en", "1 Mar 2027", "1 Mar 2027, 09:05")],
)
def test_short_dates_and_times_are_written_as_the_language_does(language, day, moment):
    with translation.override(language):
        assert date_format(date(2027, 3, 1), "SHORT_DATE_FORMAT") == day
        assert date_format(datetime(2027, 3, 1, 9, 5), "SHORT_DATETIME_FORMAT") == moment


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Viedo ciemu tīkls", "Viedo ciemu tīkls"),
        ("Viedo ciemu tīkls – trīs", "Viedo ciemu tīkls…"),
        ("Ciemuattīstībastīklošanās", "Ciemuattīstībastīkl…"),
    ],
)
def test_long_titles_are_cut_between_words(text, shown):
    assert shortened(text, 20) == shown


def test_word_with_a_hyphen_after_one_letter_is_not_broken():
    text = "vārds, e-pasts, E-pasta kājene, LV-3001, 2014-2020, lauku-e-veikals"

    said = unbroken(text)

    assert said.replace("\u2060", "|") == (
        "vārds, e-|pasts, E-|pasta kājene, LV-3001, 2014-2020, lauku-e-|veikals"
    )


def test_formatted_text_does_not_break_after_one_letter_either():
    html = (
        '<p>E-pasts un <a href="https://e-klase.lv/x-y">e-klase</a> („e-veikals”)'
        " https://e-klase.lv, LV-3001</p>"
    )

    assert show(html).replace("\u2060", "|") == (
        '<p>E-|pasts un <a href="https://e-klase.lv/x-y" rel="noopener">e-|klase</a>'
        " („e-|veikals”) https://e-klase.lv, LV-3001</p>"
    )
