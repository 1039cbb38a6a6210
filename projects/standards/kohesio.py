"""The list of operations of Regulation (EU) 2021/1060, Art. 49(3), in the columns of Kohesio.

One row for each operation that a fund of the Union supports. Several values of one cell stand
apart by “; ”; the point is that of the first place. What we do not keep (objectives) is empty.
Names and labels are in the language of the address, but for the columns that name a language;
the language of the programmes is Latvian.
"""

import csv
import io

from core.exchange.tables import escape
from core.exchange.values import tidy
from projects.funding import Fund

from . import places as nuts
from .identifiers import beneficiary, organisation_id, partner_name
from .kohesio_rules import DAY
from .money import union_part, union_rate
from .places import Places
from .reading import AWARDED, read

COLUMNS = tuple(
    """Operation_Unique_Identifier Operation_Local_Identifier Operation_Name_English
    Operation_Name_Programme_Language Country Postal_Code Operation_Start_Date Operation_End_Date
    Cofinancing_Rate Total_Eligible_Expenditure_amount Total_Eligible_Expenditure_Currency
    Project_EU_Budget Beneficiary_Unique_Identifier Beneficiary_Name Beneficiary_Local_Identifier
    Location_Indicator_latitude_longitude Category_Of_Intervention Category_Label
    Thematic_Objective_ID Thematic_Objective_Label Policy_Objective_ID Policy_Objective_Label
    Fund_Code Fund_Name Programme_Code Programme_Name Region NUTS1_Code NUTS1_Label NUTS2_Code
    NUTS2_Label NUTS3_Code NUTS3_Label LAU_Labels Programming_Period Operation_Summary_English
    Operation_Summary_Programme_Language ManagingAuthority Location_Indicator_Postcode
    Location_Indicator_NUTS_code Total_Eligible_Expenditure_Exchange_Rate""".split()
)
POINT = "Location_Indicator_latitude_longitude"  # begins with a minus south of the equator


def write(rows, listing):
    """RFC 4180: comma, heading, CRLF; UTF-8 without a mark, which would change the first name."""
    yield line(COLUMNS)
    known = Places()
    for project in read(operations(rows)):
        row = row_of(project, known)
        yield line(cell if name == POINT else escape(cell) for name, cell in row.items())


def line(cells):
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerow(cells)
    return text.getvalue().encode()


def operations(rows):
    """The rows that a fund of the Union supports."""
    return rows.filter(programme__fund__kind=Fund.Kind.EU, status__in=AWARDED)


def row_of(project, known):
    """{column: text} of one project; `known` are the `Places`."""
    parts = (operation, money, who, where, what_for)
    found = {name: cell for part in parts for name, cell in part(project, known).items()}
    return {name: tidy(str(found.get(name) or "")) for name in COLUMNS}


def operation(project, known):
    return {
        "Operation_Unique_Identifier": project.stable_url,
        "Operation_Local_Identifier": project.number,
        "Operation_Name_English": project.title_en,
        "Operation_Name_Programme_Language": project.title_lv,
        "Operation_Start_Date": f"{project.start_on:{DAY}}" if project.start_on else "",
        "Operation_End_Date": f"{project.end_on:{DAY}}" if project.end_on else "",
        "Operation_Summary_English": project.summary_en,
        "Operation_Summary_Programme_Language": project.summary_lv,
    }


def money(project, known):
    is_known = project.total_cost is not None
    return {
        "Cofinancing_Rate": number(union_rate(project)),
        "Total_Eligible_Expenditure_amount": number(project.total_cost),
        "Total_Eligible_Expenditure_Currency": "EUR" if is_known else "",
        "Project_EU_Budget": number(union_part(project)),
    }


def number(value):
    return "" if value is None else f"{value:.2f}"


def who(project, known):
    """The beneficiary; its postcode also says where it is (Art. 49(3)(m))."""
    partner = beneficiary(project)
    if partner is None:
        return {}
    body = partner.organisation
    postcodes = [office.postcode for office in body.offices.all() if office.postcode]
    postcode = postcodes[0] if postcodes and not body.is_natural_person else ""
    return {
        "Country": body.country,
        "Postal_Code": postcode,
        "Location_Indicator_Postcode": postcode,
        "Beneficiary_Unique_Identifier": organisation_id(body),
        "Beneficiary_Name": partner_name(partner),
        "Beneficiary_Local_Identifier": partner.number,
    }


def where(project, known):
    places = known.of(project)
    points = filter(None, map(known.point, places))
    regions = known.nuts_3(places)
    codes, labels = "; ".join(code for code, _ in regions), "; ".join(each for _, each in regions)
    found = {
        POINT: next((f"{latitude:f},{longitude:f}" for latitude, longitude in points), ""),
        "Location_Indicator_NUTS_code": codes,
        "Region": labels,
        "LAU_Labels": "; ".join(each.name for each in known.municipalities(places)),
    }
    levels = {1: nuts.NUTS_1, 2: nuts.NUTS_2, 3: (codes, labels)} if regions else {}
    for level, (code, label) in levels.items():
        found |= {f"NUTS{level}_Code": code, f"NUTS{level}_Label": label}
    return found


def what_for(project, known):
    """The kind of intervention is the measure; a programme that is a draft stays unnamed."""
    fund, measure = project.programme.fund, project.measure
    found = {"Fund_Code": fund.short_name_en or fund.short_name, "Fund_Name": fund.name}
    if programme := project.public_programme:
        found |= {
            "Programme_Code": programme.code,
            "Programme_Name": programme.title,
            "Programming_Period": programme.period.replace("–", "-"),
            "ManagingAuthority": programme.manager.name if programme.manager else "",
        }
        if measure:
            found |= {"Category_Of_Intervention": measure.code, "Category_Label": measure.name}
    return found
