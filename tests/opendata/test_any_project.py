"""Projects of every sort, with anything left out, in the formats of officials and funders."""

import csv
import io
import random
import re
from datetime import date, timedelta
from decimal import Decimal

import openpyxl
import pytest
from django.db import transaction
from django.utils import translation

from core.exchange.tables import unescape
from partnership.loading import load_territories
from partnership.models import Territory
from projects.models import FundingShare, Participation, Project, Result
from projects.standards.kohesio import COLUMNS
from projects.standards.kohesio_rules import faults
from tests.factories import (
    FundFactory,
    OrganisationFactory,
    ProgrammeFactory,
    ProjectFactory,
    ThemeFactory,
)
from tests.opendata.judging import (
    activities,
    complaints,
    data,
    grant_complaints,
    grants,
    operations,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("many_projects")]
FORMULA = re.compile(r"[=+\-@]")


def random_project(luck):
    """A project with anything that an editor may leave out, left out or not."""
    start = luck.choice([None, date(2019, 8, 29), date(2023, 1, 1)])
    kind = luck.choice(["eu", "donor", "national", "municipal", "own"])
    project = ProjectFactory(
        programme=ProgrammeFactory(
            fund=FundFactory(kind=kind), manager=luck.choice([None, OrganisationFactory()])
        ),
        kind=luck.choice(["development", "local"]),
        status=luck.choice(Project.Status.values),
        title_en=luck.choice(["", "=1+1", "A & B <c> \u0007"]),
        summary_lv=luck.choice(["", "+371 “teksts”\n@otra rinda; -3"]),
        number=luck.choice(["", f"-{luck.random()}"]),
        start_on=start,
        end_on=luck.choice([None, start and start + timedelta(days=luck.randrange(900))]),
        start_precision=luck.choice(["day", "month", "year"]),
        total_cost=luck.choice([None, Decimal(0), Decimal("1999.99"), Decimal(150_000)]),
        cofinancing_rate=luck.choice([None, Decimal(0), Decimal("33.33"), Decimal(100)]),
        duration_months=luck.choice([None, 24]),
        territories=luck.sample(list(Territory.objects.all()), luck.randrange(5)),
    )
    codes = luck.choices(["", "43040", "15150"], k=luck.randrange(4))
    project.themes.set([ThemeFactory(dac_code=code) for code in codes])
    lead = OrganisationFactory(
        kind=luck.choice(["lag", "school", "other"]),
        is_natural_person=luck.choice([True, False]),
        registration_number=luck.choice(["", f"40008{project.pk:06}", f"x{project.pk}"]),
    )
    if luck.choice([True, False]):
        Participation.objects.create(project=project, organisation=lead, role="lead", number="7/A")
    if luck.choice([True, False]):
        fund = FundFactory(kind=luck.choice(["eu", "own"]))
        FundingShare.objects.create(
            project=project, fund=fund, rate=Decimal("12.5"), amount=luck.choice([None, Decimal(3)])
        )
    sign = luck.choice(Result.Sign.values)
    Result.objects.create(
        project=project, label_lv="dalībnieki", sign=sign, value=luck.choice([0, Decimal("3.50")])
    )
    return project


@pytest.fixture(scope="module")
def many_projects(django_db_setup, django_db_blocker):
    """Made once, taken back at the end."""
    luck = random.Random(4)
    with django_db_blocker.unblock(), translation.override("lv"), transaction.atomic():
        load_territories()
        yield [random_project(luck) for _number in range(60)]
        transaction.set_rollback(True)


def test_operations_are_a_table_of_rfc_4180(client):
    raw = data(client, "kohesio.csv")
    rows = operations(client)

    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)

    assert len(rows) > 5
    assert text.getvalue().encode() == raw
    assert raw.startswith(b"Operation_Unique_Identifier,")


def test_operations_keep_the_form_of_days_whatever_is_known(client):
    rows = operations(client)

    days = {row[name] for row in rows for name in ("Operation_Start_Date", "Operation_End_Date")}

    assert all(re.fullmatch(r"(\d\d/\d\d/\d{4})?", day) for day in days)
    assert {fault for row in rows for fault in faults(row)} <= {"location"}


def test_no_cell_becomes_a_formula(client):
    rows = operations(client)
    point = "Location_Indicator_latitude_longitude"
    book = openpyxl.load_workbook(io.BytesIO(data(client, "partners.xlsx")))

    cells = [row[name] for row in rows for name in COLUMNS if name != point]
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}

    assert [cell for cell in cells if FORMULA.match(cell)] == []
    assert "=1+1" in {unescape(cell) for cell in cells}
    assert kinds <= {"s", "n", "inlineStr"}


def test_activities_of_any_project_are_valid(client):
    found = activities(client)

    assert complaints(found) == []
    assert len(found) > 5


def test_grants_of_any_project_are_valid(client):
    package = grants(client)

    assert grant_complaints(package) == []
    assert len(package["grants"]) > 3
