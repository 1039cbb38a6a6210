"""The study of organisations as CSV tables: nothing that its pages do not show."""

import csv
import io

from core.exchange.tables import escape

from .profile_choices import Band
from .profile_study import BANDS, line_of
from .protecting import LEAST


def organisations(study, places):
    """A line for each organisation; who did not answer has “no” and empty cells."""
    yield (
        *("year", "municipality", "organisation", "answered", "areas", "target_groups"),
        *("municipality_cooperation", "support_received", "needs"),
    )
    for place in places:
        for each in place.profiles:
            yield (
                *(study.year, place.territory.name, each.organisation.name, "yes"),
                *("; ".join(each.areas), "; ".join(each.target_groups)),
                *(each.municipality_cooperation, "; ".join(each.support_received), each.needs),
            )
        for each in place.silent:
            names = study.year, place.territory.name, each.organisation.name
            yield (*names, "no", "", "", "", "", "")


def bands(study, places):
    """A line for each number; “<5” is 0 to 4, an empty cell is hidden because of one."""
    yield "year", "what", "municipality", "band", "organisations"
    for name in BANDS:
        table = study.bands(name)
        for place in places:
            cells = line_of(place, table)
            for band, cell in zip(Band.values, cells or (), strict=bool(cells)):
                yield study.year, name, place.territory.name, band, shown(cell)


def shown(cell):
    if cell.is_shown:
        return cell.number
    return f"<{LEAST}" if cell.is_few else ""


def cooperation(study, places):
    """A line for each kind of thing that two organisations did together."""
    yield "year", "organisation", "other_organisation", "kind"
    own = {each.organisation_id for place in places for each in place.profiles}
    for edge in study.edges:
        if {edge.first_id, edge.second_id} & own:
            yield study.year, edge.first.name, edge.second.name, edge.kind


def as_csv(lines):
    """RFC 4180 with the mark by which spreadsheets know UTF-8; no cell becomes a formula."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    for number, line in enumerate(lines):
        writer.writerow([escape(str(cell)) for cell in line] if number else line)
    return "\ufeff" + text.getvalue()


# End of an address, as in `data.bands.csv`: its writer.
WRITERS = {
    f"{each.__name__}.csv": lambda study, places, each=each: as_csv(each(study, places))
    for each in (organisations, bands, cooperation)
}
