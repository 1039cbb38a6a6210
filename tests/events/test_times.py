"""Times of events as both languages write them, as far as they are known."""

from datetime import datetime

import pytest
from django.utils import timezone, translation

from events import times


def here(*parts):
    return timezone.make_aware(datetime(*parts))


WRITTEN = [
    (
        ("hour", here(2026, 10, 24, 10), here(2026, 10, 24, 12, 30)),
        "sestdiena, 2026. gada 24. oktobris, plkst. 10.00–12.30",
        "Saturday, 24 October 2026, 10:00–12:30",
    ),
    (
        ("hour", here(2026, 10, 24, 10), here(2026, 10, 25, 16)),
        "2026. gada 24. oktobris, plkst. 10.00 – 25. oktobris, plkst. 16.00",
        "24 October 2026, 10:00 – 25 October 2026, 16:00",
    ),
    (
        ("hour", here(2026, 12, 31, 22), here(2027, 1, 1, 2)),
        "2026. gada 31. decembris, plkst. 22.00 – 2027. gada 1. janvāris, plkst. 2.00",
        "31 December 2026, 22:00 – 1 January 2027, 02:00",
    ),
    (
        ("day", here(2020, 12, 5), here(2020, 12, 5, 23, 59)),
        "sestdiena, 2020. gada 5. decembris",
        "Saturday, 5 December 2020",
    ),
    (
        ("day", here(2026, 10, 24), here(2026, 10, 25, 23, 59)),
        "2026. gada 24.–25. oktobris",
        "24–25 October 2026",
    ),
    (
        ("day", here(2026, 10, 30), here(2026, 11, 2, 23, 59)),
        "2026. gada 30. oktobris – 2. novembris",
        "30 October – 2 November 2026",
    ),
    (
        ("day", here(2026, 12, 30), here(2027, 1, 2, 23, 59)),
        "2026. gada 30. decembris – 2027. gada 2. janvāris",
        "30 December 2026 – 2 January 2027",
    ),
    (
        ("month", here(2020, 10, 1), here(2020, 10, 31, 23, 59)),
        "2020. gada oktobris",
        "October 2020",
    ),
    (
        ("month", here(2020, 7, 1), here(2020, 12, 31, 23, 59)),
        "2020. gada jūlijs – decembris",
        "July – December 2020",
    ),
    (("year", here(2020, 1, 1), here(2020, 12, 31, 23, 59)), "2020. gads", "2020"),
    (("year", here(2019, 8, 1), here(2020, 12, 31)), "2019. gads–2020. gads", "2019–2020"),
    (("none", here(2019, 8, 1), here(2020, 12, 31)), "datums nav zināms", "the date is not known"),
]


@pytest.mark.parametrize(("known", "latvian", "english"), WRITTEN, ids=lambda each: str(each)[:30])
def test_times_are_written_as_far_as_they_are_known(known, latvian, english):
    precision, starts, ends = known
    found = []
    for language in ("lv", "en"):
        with translation.override(language):
            text = times.written(starts, ends, precision)
            found.append(text.replace("\u00a0", " "))

    assert found == [latvian, english]
