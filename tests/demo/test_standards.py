"""The formats of officials and funders on the demonstration."""

import pytest

from projects.models import Project
from projects.standards.kohesio import COLUMNS
from projects.standards.kohesio_rules import faults
from tests.opendata.judging import (
    activities,
    complaints,
    grant_complaints,
    grants,
    operations,
    tabs,
)

pytestmark = pytest.mark.django_db


def test_operations_of_the_demonstration_keep_the_rules(client):
    rows = operations(client)

    found = {row["Operation_Name_Programme_Language"]: list(faults(row)) for row in rows}

    assert found == {
        "Smart Villages LEADER Network": [],
        "Kopienu pārdomāta attīstība": [],
        "Viedo ciemu attīstība piekrastes teritorijās": [],
        "Atbalsts vietējo produktu ražotājiem": [],
    }


def test_operation_of_the_demonstration_is_told_in_full(client):
    (row,) = operations(client, q="piekrastes")

    known = {name: cell for name, cell in row.items() if cell}

    assert tuple(row) == COLUMNS
    assert known["Operation_Start_Date"] == "29/08/2019"
    assert known["Operation_End_Date"] == "12/12/2020"
    assert known["Total_Eligible_Expenditure_amount"] == known["Project_EU_Budget"] == "50000.00"
    assert known["Total_Eligible_Expenditure_Currency"] == "EUR"
    assert known["Beneficiary_Name"] == "Liepājas rajona partnerība"
    assert known["NUTS3_Code"] == known["Location_Indicator_NUTS_code"] == "LV00B"
    assert known["LAU_Labels"] == "Dienvidkurzemes novads; Tukuma novads"
    assert known["Location_Indicator_latitude_longitude"] == "56.15000,21.03000"
    assert known["Operation_Unique_Identifier"] == Project.objects.get(total_cost=50000).stable_url


def test_workbook_joins_partners_to_operations(client):
    found = tabs(client)
    coast = next(row for row in found["Operations"] if row["name_en"].startswith("Development of"))
    partners = [row for row in found["Partners"] if row["operation_id"] == coast["operation_id"]]

    assert list(found) == ["Operations", "Partners"]
    assert len(found["Operations"]) == 6
    assert {row["operation_id"] for row in found["Partners"]} <= {
        row["operation_id"] for row in found["Operations"]
    }
    assert [(row["name"], row["country"], row["nuts_3"]) for row in partners] == [
        ("Liepājas rajona partnerība", "LV", "LV00B"),
        ("Partnerība laukiem un jūrai", "LV", "LV00B"),
        ("Leader Bohuskust och gränsbygd", "SE", None),
    ]
    assert (coast["total_cost_eur"], coast["union_part_eur"]) == (50000, 50000)


def test_activities_of_the_demonstration_are_valid(client):
    found = activities(client)

    assert complaints(found) == []
    assert found.xpath("string(iati-activity/recipient-country/@code)") == "MD"
    assert found.xpath("iati-activity/activity-date/@type") == ["2", "4"]
    assert found.xpath("iati-activity/result/indicator/period/actual/@value")[0] == "10"


def test_grants_of_the_demonstration_are_valid(client):
    package = grants(client)

    assert grant_complaints(package) == []
    assert [(each["amountAwarded"], each["awardDate"]) for each in package["grants"]] == [
        (50000.0, "2019-08-29")
    ]
