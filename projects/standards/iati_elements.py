"""The larger elements of an IATI activity. Each function adds its own to the activity."""

from decimal import Decimal
from xml.etree import ElementTree as Tree

from django.conf import settings

from core.exchange.values import tidy
from projects.funding import Fund

from .identifiers import organisation_id, own_id, partner_name
from .money import CENT, awarded

FUNDING, ACCOUNTABLE, EXTENDING, IMPLEMENTING = "1", "2", "3", "4"  # OrganisationRole
ROLES = {"lead": ACCOUNTABLE, "partner": IMPLEMENTING}  # a supporter has no role of the list
# Code list OrganisationType; what it has no code for leaves without one.
TYPES = {
    "lag": "22",
    "ngo": "22",
    "umbrella": "22",
    "municipality": "11",
    "authority": "10",
    "company": "70",
    "farm": "70",
    "craftsperson": "70",
    "school": "80",
}
FUND_TYPES = {"eu": "40", "national": "10", "municipal": "11"}
OECD, OURS = "1", "99"  # SectorVocabulary: DAC purpose codes, codes of whoever reports
WGS84 = "http://www.opengis.net/def/crs/EPSG/0/4326"


def add(parent, tag, attributes=None, **more):
    values = {name: tidy(str(value)) for name, value in {**(attributes or {}), **more}.items()}
    return Tree.SubElement(parent, tag, values)


def narrate(parent, text, language=None):
    narrative = add(parent, "narrative", {"xml:lang": language} if language else {})
    narrative.text = tidy(str(text)).strip()
    return parent


def narrate_in_all(parent, row, field):
    """A narrative for each language that has the text; the field's fallback where none has."""
    texts = {code: getattr(row, f"{field}_{code}") for code, _name in settings.LANGUAGES}
    for language, text in texts.items():
        if text:
            narrate(parent, text, language)
    if not any(texts.values()):
        narrate(parent, getattr(row, field) or row)


def described(root, project):
    """Title and general description (type 1), which is the title where no summary is written."""
    narrate_in_all(add(root, "title"), project, "title")
    has_summary = any(getattr(project, f"summary_{code}") for code, _name in settings.LANGUAGES)
    field = "summary" if has_summary else "title"
    narrate_in_all(add(root, "description", type="1"), project, field)


def partners(root, project):
    """Who pays, who manages the programme for them, who answers for the work and who does it.

    The lead partner both answers for the work and does it.
    """
    funds = [project.programme.fund, *(each.fund for each in project.funding_shares.all())]
    for fund in {each.pk: each for each in funds if each.kind != Fund.Kind.OWN}.values():
        kind = {"type": FUND_TYPES[fund.kind]} if fund.kind in FUND_TYPES else {}
        body = {"ref": own_id("fund", fund.slug), "role": FUNDING, **kind}
        narrate_in_all(add(root, "participating-org", body), fund, "name")
    programme = project.public_programme
    if programme and programme.manager:
        narrate(organisation(root, programme.manager, EXTENDING), programme.manager.name)
    for each in project.participations.all():
        roles = [ROLES[each.role]] if each.role in ROLES else []
        for role in [*roles, IMPLEMENTING] if each.role == "lead" else roles:
            narrate(organisation(root, each.organisation, role), partner_name(each))


def organisation(root, body, role):
    kind = {"type": TYPES[body.kind]} if body.kind in TYPES else {}
    return add(root, "participating-org", {"ref": organisation_id(body), "role": role, **kind})


def parts_of_hundred(number):
    """`number` equal percentages with two decimals whose sum is 100."""
    part = (Decimal(100) / number).quantize(CENT)
    return [part] * (number - 1) + [100 - part * (number - 1)]


def places(root, project, known):
    """Countries, in equal parts when there are several, because no others are kept; points."""
    territories = known.of(project)
    countries = known.countries(territories)
    for code, part in zip(countries, parts_of_hundred(len(countries) or 1), strict=False):
        share = {"percentage": part} if len(countries) > 1 else {}
        add(root, "recipient-country", {"code": code, **share})
    for territory in territories:
        if point := known.point(territory):
            location = add(root, "location")
            narrate_in_all(add(location, "name"), territory, "name")
            position = add(add(location, "point", srsName=WGS84), "pos")
            position.text = "{:f} {:f}".format(*point)


def sectors(root, project):
    """OECD purpose codes of the themes; the themes themselves where none has such a code."""
    themes = list(project.themes.all())
    codes = list(dict.fromkeys(theme.dac_code for theme in themes if theme.dac_code))
    vocabulary = OECD if codes else OURS
    own = {theme.slug: theme for theme in themes} or {project.kind: None}
    for code, part in zip(codes or own, parts_of_hundred(len(codes or own)), strict=True):
        sector = add(root, "sector", vocabulary=vocabulary, code=code, percentage=part)
        if not codes and own[code]:
            narrate_in_all(sector, own[code], "name")


def money(root, project):
    """The support as one budget for the whole time (type 1 original, status 2 committed)."""
    amount = awarded(project)
    if amount is None or not project.start_on or not project.end_on:
        return
    budget = add(root, "budget", type="1", status="2")
    add(budget, "period-start", {"iso-date": project.start_on.isoformat()})
    add(budget, "period-end", {"iso-date": project.end_on.isoformat()})
    value = add(budget, "value", {"currency": "EUR", "value-date": project.start_on.isoformat()})
    value.text = f"{amount:.2f}"


def figures(root, project):
    """Each figure as an output (type 1) with one indicator (measure 1: a number)."""
    for each in project.results.all():
        result = add(root, "result", type="1")
        narrate_in_all(add(result, "title"), each, "label")
        indicator = add(result, "indicator", measure="1")
        narrate_in_all(add(indicator, "title"), each, "label")
        if project.start_on and project.end_on:
            period = add(indicator, "period")
            add(period, "period-start", {"iso-date": project.start_on.isoformat()})
            add(period, "period-end", {"iso-date": project.end_on.isoformat()})
            name = "target" if each.is_planned else "actual"
            figure = add(period, name, value=f"{each.value.normalize():f}")
            if each.sign != "exact":
                narrate(add(figure, "comment"), each.get_sign_display())
