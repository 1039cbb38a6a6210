"""Tables that go out and come back: nothing lost, nothing half done, every change shown first."""

import csv
import io
import re
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal

import openpyxl
import pytest
from django.contrib.admin.models import LogEntry
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from core.exchange import tables
from core.models import Version
from news.models import Post
from partnership.models import Organisation
from projects.models import Measure, Participation, Project
from tests.factories import (
    OrganisationFactory,
    PartnershipFactory,
    PostFactory,
    ProgrammeFactory,
    ProjectFactory,
    TerritoryFactory,
    ThemeFactory,
)

pytestmark = pytest.mark.django_db
KINDS = ("csv", "xlsx")
NASTY = [
    *("=1+1", "+371 26 000 000", "-5", "@SUM(A1)", "'=1", "''=1", "'vārds", "=cmd|' /C calc'!A0"),
    *("a;=1+1;b", "a,=1+1,b", "a\t=1", "rinda\n=1\n- divi", "a, -b", "; '-x", "＝1", " =1"),
    *("_x000D_", "_x005F_x000D_", 'ar "pēdiņām"', "āčēģīķļņšūž – €", "123", "2019-08-29", "1E5"),
]


def address(page, model=Project):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}")


def export(client, kind="csv", model=Project, query="", **data):
    answer = client.post(address("export", model) + query, {"format": kind, **data})
    assert answer["Content-Disposition"].startswith("attachment")
    return answer.content


def upload(client, data, model=Project, name="tabula.csv"):
    data = data if isinstance(data, bytes) else data.encode()
    file = SimpleUploadedFile(name, data)
    page = client.post(address("import", model), {"file": file})
    page.outcome = page.context["outcome"]
    return page


def confirm(client, page, model=Project):
    return client.post(address("process_import", model), {"digest": page.outcome.digest})


def bring_in(client, data, model=Project):
    """Check and confirm a file that has no errors."""
    page = upload(client, data, model)
    assert page.outcome.errors == []
    confirm(client, page, model)
    return page.outcome


def numbers(outcome):
    return outcome.new, outcome.changed, outcome.unchanged, outcome.bad_rows


def table(*rows):
    """A CSV file of dictionaries."""
    text = io.StringIO()
    writer = csv.DictWriter(text, rows[0].keys(), delimiter=";")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def rows_of(data):
    text = data.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def book(*rows):
    """An XLSX file of lists of cells."""
    workbook = openpyxl.Workbook()
    for row in rows:
        workbook.active.append(row)
    file = io.BytesIO()
    workbook.save(file)
    return file.getvalue()


def make_projects(count):
    programme, organisations = ProgrammeFactory(), OrganisationFactory.create_batch(5)
    themes, territories = ThemeFactory.create_batch(3), TerritoryFactory.create_batch(3)
    projects = Project.objects.bulk_create(
        Project(
            programme=programme,
            title_lv=f"Viedais ciems {number}",
            title_en=f"Smart village {number}",
            slug_lv=f"viedais-ciems-{number}",
            slug_en=f"smart-village-{number}",
            body_lv=f"<p>Ķekavas ļaudis, {number}. reize.</p>",
            body_en=f"<p>People of Ķekava, {number}.</p>",
            number=f"19-{number:04}",
            total_cost=Decimal(number) / 7,
            start_on=date(2019, 8, 1 + number % 28),
            published_at=timezone.now() if number % 3 else None,
        )
        for number in range(count)
    )
    for name, rows in (("themes", themes), ("territories", territories)):
        through = getattr(Project, name).through
        field = rows[0]._meta.model_name
        through.objects.bulk_create(
            through(project=project, **{field: row})
            for number, project in enumerate(projects)
            for row in rows[: number % 3]
        )
    Participation.objects.bulk_create(
        Participation(project=project, organisation=row, role="partner" if place else "lead")
        for number, project in enumerate(projects)
        for place, row in enumerate(organisations[: number % 4])
    )


def test_thousand_projects_go_out_and_in_and_change_nothing(editor_client):
    make_projects(1000)

    found = []
    for kind in KINDS:
        page = upload(editor_client, export(editor_client, kind), name=f"tabula.{kind}")
        found.append((*numbers(page.outcome), page.outcome.errors))

    assert found == [(0, 0, 1000, 0, [])] * 2


def test_three_bad_rows_of_hundreds_change_nothing_and_are_named(editor_client):
    make_projects(200)
    rows = rows_of(export(editor_client, query="?o=1"))
    for row in rows:
        row["thanks_lv"] = "Paldies visiem"
    rows[10]["total_cost"] = "daudz"
    rows[100]["programme"] = "tada-nav"
    rows[198]["title_lv"] = ""

    page = upload(editor_client, table(*rows))
    confirm(editor_client, page)

    assert numbers(page.outcome) == (0, 197, 0, 3)
    assert [error[:2] for error in page.outcome.errors] == [
        (12, "total_cost"),
        (102, "programme"),
        (200, "title_lv"),
    ]
    assert "daudz" in page.content.decode()
    assert not Project.objects.filter(thanks_lv="Paldies visiem").exists()
    assert Version.objects.count() == LogEntry.objects.count() == 0


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("text", NASTY)
def test_texts_come_back_as_they_went_out(editor_client, kind, text):
    post = PostFactory(summary_lv=text, summary_en="")
    data = export(editor_client, kind, Post)

    same = upload(editor_client, data, Post).outcome
    Post.objects.update(summary_lv="cits")
    bring_in(editor_client, data, Post)

    post.refresh_from_db()
    assert numbers(same) == (0, 0, 1, 0)
    assert post.summary_lv == text.strip()


def test_stored_texts_that_no_file_can_hold_stay_untouched(editor_client):
    PostFactory(summary_lv=" viens\r\ndivi\x0b\ufffe ", body_lv="<p>a</p>\r\n<p>b</p>")

    found = [upload(editor_client, export(editor_client, kind, Post), Post) for kind in KINDS]

    assert [numbers(page.outcome) for page in found] == [(0, 0, 1, 0)] * 2


def test_no_cell_is_a_formula_whichever_separator_a_program_takes(editor_client):
    for text in NASTY:
        PostFactory(summary_lv=text, title_lv=text.replace("\n", " "), slug_lv=None)

    lines = export(editor_client, "csv", Post).decode("utf-8-sig")
    workbook = openpyxl.load_workbook(io.BytesIO(export(editor_client, "xlsx", Post)))

    cells = [cell.strip(' "\u00a0') for cell in re.split(r"[;,\t\r\n]", lines)]
    assert [cell for cell in cells if cell[:1] in tuple("=+-@＝＋－＠")] == []
    kinds = {cell.data_type for row in workbook.worksheets[0].rows for cell in row}
    assert kinds <= {"s", "inlineStr", "n"}
    formats = {cell.number_format for cell in workbook.worksheets[0][2] if cell.data_type != "n"}
    assert formats == {"@"}


def test_escaping_is_undone_exactly():
    letters = ["'", "=", "-", ";", ",", " ", "\n", "a", "''", "@"]
    texts = [a + b + c + d for a in letters for b in letters for c in letters for d in letters]

    assert [text for text in texts if tables.unescape(tables.escape(text)) != text] == []


def test_new_row_gets_its_address_from_its_title_and_is_found_again(editor_client):
    programme = ProgrammeFactory(slug_lv="leader")
    data = table({"slug_lv": "", "title_lv": "Ābeļu ciems", "programme": "leader", "title_en": "X"})

    first = bring_in(editor_client, data)
    second = bring_in(editor_client, data)

    assert (numbers(first), numbers(second)) == ((1, 0, 0, 0), (0, 0, 1, 0))
    project = Project.objects.get()
    assert (project.slug_lv, project.slug_en, project.programme) == ("abelu-ciems", "x", programme)
    assert (project.kind, project.published_at) == ("interterritorial", None)


def test_every_kind_of_value_is_understood_as_people_write_it(editor_client):
    programme = ProgrammeFactory(slug_lv="leader")
    Measure.objects.create(programme=programme, code="19.3", name_lv="Sadarbība", slug="sadarbiba")
    theme, place = ThemeFactory(slug="viedie-ciemi"), TerritoryFactory(code="LV-052")
    row = {
        "slug_lv": "a",
        "title_lv": "A",
        "programme": "leader",
        "measure": "19.3",
        "kind": "Starptautiska sadarbība",
        "status": "COMPLETED",
        "total_cost": "1 234,50",
        "cofinancing_rate": "90 %",
        "start_on": "29.08.2019",
        "end_on": "2020-02-29",
        "duration_months": "6",
        "published_at": "31.03.2026 9:00",
        "themes": "viedie-ciemi",
        "territories": "LV-052; ",
    }
    row["kind"] = str(Project.Kind.TRANSNATIONAL.label).upper()

    bring_in(editor_client, table(row))

    project = Project.objects.get()
    assert (project.measure.code, project.kind, project.status) == (
        "19.3",
        "transnational",
        "completed",
    )
    assert (project.total_cost, project.cofinancing_rate) == (Decimal("1234.50"), Decimal(90))
    assert (project.start_on, project.end_on) == (date(2019, 8, 29), date(2020, 2, 29))
    assert project.published_at == datetime(2026, 3, 31, 6, tzinfo=UTC)
    assert [*project.themes.all(), *project.territories.all()] == [theme, place]
    assert upload(editor_client, table(row)).outcome.unchanged == 1


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("total_cost", "-1"),
        ("total_cost", "1.234"),
        ("total_cost", "NaN"),
        ("total_cost", "1E999999999"),
        ("duration_months", "1E999999999"),
        ("total_cost", "9" * 100),
        ("duration_months", "1,5"),
        ("duration_months", "99999999999"),
        ("start_on", "2019-02-30"),
        ("start_on", "8/29/2019"),
        ("end_on", "1999-01-01"),
        ("published_at", "rīt"),
        ("published_at", "2026-03-29 03:30"),
        ("published_at", "9999-12-31 23:59+00:00"),
        ("kind", "kaut kas"),
        ("status", "running,completed"),
        ("programme", ""),
        ("measure", "19.9"),
        ("themes", "nav-tadas"),
        ("partners", "vadonis: x"),
        ("title_lv", ""),
        ("title_lv", "a" * 300),
        ("slug_en", "Ar atstarpi"),
    ],
)
def test_wrong_cell_is_an_error_of_its_row_and_column(editor_client, name, value):
    ProjectFactory(slug_lv="a", start_on=date(2019, 1, 1))

    outcome = upload(editor_client, table({"slug_lv": "a", name: value})).outcome

    told = [(number, column) for number, column, message in outcome.errors if message]
    assert told in ([(2, name)], [(2, "")])
    assert numbers(outcome) == (0, 0, 0, 1)


def test_moment_of_the_hour_that_comes_twice_stays_exact(editor_client):
    moment = datetime(2026, 10, 25, 1, 30, 15, 123456, tzinfo=UTC)
    PostFactory(published_at=moment)

    data = export(editor_client, "csv", Post)

    assert rows_of(data)[0]["published_at"] == "2026-10-25 03:30:15.123456+02:00"
    assert upload(editor_client, data, Post).outcome.unchanged == 1


def test_missing_column_stays_and_empty_cell_empties(editor_client):
    project = ProjectFactory(
        slug_lv="a", thanks_lv="Paldies", number="19", status="running", total_cost=5
    )
    partners = [each.pk for each in project.participations.all()]

    row = {"slug_lv": "a", "thanks_lv": "", "total_cost": "", "status": "", "slug_en": ""}
    bring_in(editor_client, table(row))

    kept = Project.objects.get()
    assert (kept.thanks_lv, kept.total_cost) == ("", None)
    assert (kept.status, kept.number, kept.slug_en) == ("running", "19", project.slug_en)
    assert [each.pk for each in kept.participations.all()] == partners


def test_partners_are_added_changed_and_removed_and_details_stay(editor_client):
    lead, gone, new = (OrganisationFactory(slug=slug) for slug in ("vadosais", "projam", "jauns"))
    project = ProjectFactory(slug_lv="a", partner=lead)
    project.participations.update(role="lead", note_lv="Vada visu", number="7")
    project.participations.create(organisation=gone, role="supporter")

    cell = "lead: jauns; partneris: vadosais"
    outcome = bring_in(editor_client, table({"slug_lv": "a", "partners": cell}))

    found = [
        (each.role, each.organisation, each.note_lv or "") for each in project.participations.all()
    ]
    assert found == [("lead", new, ""), ("partner", lead, "Vada visu")]
    assert outcome.rows[0].changes[0].before == "lead: vadosais; supporter: projam"
    assert outcome.rows[0].changes[0].after == "lead: jauns; partner: vadosais"


def test_two_leads_or_the_same_partner_twice_are_refused(editor_client):
    OrganisationFactory(slug="x"), OrganisationFactory(slug="y")
    ProjectFactory(slug_lv="a")

    cells = ("lead: x; lead: y", "x; supporter: x")
    found = [
        upload(editor_client, table({"slug_lv": "a", "partners": cell})).outcome for cell in cells
    ]

    assert [numbers(outcome) for outcome in found] == [(0, 0, 0, 1)] * 2


def test_rich_text_passes_the_sanitiser(editor_client):
    PostFactory(slug_lv="a", body_lv="<p>Labi</p>")
    bad = '<p onclick="x()">Labi</p><script>alert(1)</script>'

    same = upload(editor_client, table({"slug_lv": "a", "body_lv": bad}), Post).outcome
    bring_in(editor_client, table({"slug_lv": "a", "body_lv": bad + "<p>Jauns</p>"}), Post)

    assert same.unchanged == 1
    assert Post.objects.get().body_lv == "<p>Labi</p><p>Jauns</p>"


@pytest.mark.parametrize(
    "headings",
    [("slug_lv", "titel_lv"), ("slug_lv", "title"), ("slug_lv", "slug_lv"), ("thanks_lv", "kind")],
)
def test_unknown_or_doubled_column_or_no_key_is_refused(editor_client, headings):
    page = upload(editor_client, ";".join(headings) + "\na;b\n")

    assert page.outcome is None
    assert page.context["form"].errors["file"]


def test_row_that_stands_twice_is_named_with_the_first(editor_client):
    ProjectFactory(slug_lv="a")

    rows = table({"slug_lv": "a", "thanks_lv": "1"}, {"slug_lv": "a", "thanks_lv": "2"})
    outcome = upload(editor_client, rows).outcome

    assert [error[:2] for error in outcome.errors] == [(3, "slug_lv")]
    assert "2" in outcome.errors[0][2]


def test_rows_are_numbered_as_the_file_shows_them(editor_client):
    data = book(["slug_lv", "title_lv"], [], ["", ""], ["a", ""])

    outcome = upload(editor_client, data).outcome

    assert {error[0] for error in outcome.errors} == {4}


def test_values_of_a_spreadsheet_keep_their_meaning(editor_client):
    project = ProjectFactory(slug_lv="a")
    headings = ["slug_lv", "total_cost", "start_on", "published_at", "number", "duration_months"]
    moment = datetime(2026, 3, 31, 9)

    data = book(headings, ["a", 0.1 + 0.2, datetime(2019, 8, 29), moment, 19.0, 6.0])
    bring_in(editor_client, data)

    project.refresh_from_db()
    assert (project.total_cost, project.number) == (Decimal("0.3"), "19")
    assert (project.start_on, project.duration_months) == (date(2019, 8, 29), 6)
    assert project.published_at == datetime(2026, 3, 31, 6, tzinfo=UTC)


def test_formula_in_a_cell_is_refused(editor_client):
    ProjectFactory(slug_lv="a")

    outcome = upload(editor_client, book(["slug_lv", "thanks_lv"], ["a", "=1+1"])).outcome

    assert [error[:2] for error in outcome.errors] == [(2, "thanks_lv")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1257", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_csv_of_many_programs_is_read(editor_client, encoding, separator):
    PostFactory(slug_lv="a")
    lines = [("slug_lv", "summary_lv"), ("a", '"Ķīļu ciems; ""viens"", divi"')]

    data = "\r\n".join(separator.join(line) for line in lines).encode(encoding)
    bring_in(editor_client, data, Post)

    assert Post.objects.get().summary_lv == 'Ķīļu ciems; "viens", divi'


def bomb():
    """A right workbook with parts beside it that fill the memory."""
    file = io.BytesIO(book(["slug_lv"], ["a"]))
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as package:
        for number in range(11):
            package.writestr(f"xl/{number}.xml", b"0" * 10_000_000)
    return file.getvalue()


def laughs():
    """A workbook whose sheet grows while it is read."""
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    inside = f'<!DOCTYPE s [<!ENTITY l0 "ha">{entities}]><worksheet>&l9;</worksheet>'
    source, target = io.BytesIO(book(["slug_lv"], ["a"])), io.BytesIO()
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for part in old.namelist():
            new.writestr(part, inside if "sheet1" in part else old.read(part))
    return target.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00\x01\x02",
        b"PK\x03\x04 nav arhivs",
        b"\xd0\xcf\x11\xe0 vecs Excel",
        b"\xff\xd8\xff jpeg \x81\x83",
        b"slug_lv\n" + b"a;b\n",
        b"slug_lv\n" + b"a\n" * 10_001,
        b";" * 1000,
        bomb(),
        laughs(),
    ],
    ids="empty nul zip xls jpeg wide long columns bomb laughs".split(),
)
def test_file_that_is_no_table_is_refused_with_a_reason(editor_client, data):
    file = SimpleUploadedFile("tabula.xlsx", data)
    page = editor_client.post(address("import"), {"file": file})

    assert page.context["outcome"] is None
    assert page.context["form"].errors["file"]


def test_text_longer_than_a_cell_goes_out_as_csv_only(editor_client):
    PostFactory(body_lv=f"<p>{'ā' * 40_000}</p>")

    refused = editor_client.post(address("export", Post), {"format": "xlsx"})
    data = export(editor_client, "csv", Post)

    assert [str(message) for message in refused.context["messages"]]
    assert upload(editor_client, data, Post).outcome.unchanged == 1


def test_changed_rows_get_versions_and_entries_of_the_log(editor_client):
    ProjectFactory(slug_lv="a"), ProjectFactory(slug_lv="b", thanks_lv="Jau tāds")
    rows = [{"slug_lv": slug, "thanks_lv": "Jau tāds"} for slug in ("a", "b")]

    bring_in(editor_client, table(*rows))

    changed = Project.objects.get(slug_lv="a")
    versions = Version.objects.of(Project, changed.pk).order_by("pk")
    assert [bool(each.user) for each in versions] == [False, True]
    assert versions[1].data["form"]["thanks_lv"] == ["Jau tāds"]
    assert "tabula.csv" in versions[1].comment
    assert Version.objects.count() == 2
    assert [entry.object_id for entry in LogEntry.objects.all()] == [str(changed.pk)]


def test_nothing_is_imported_when_rows_changed_after_the_check(editor_client):
    project = ProjectFactory(slug_lv="a", thanks_lv="Vecs")
    page = upload(editor_client, table({"slug_lv": "a", "thanks_lv": "No faila"}))
    Project.objects.update(thanks_lv="No kolēģa")

    again = confirm(editor_client, page)

    project.refresh_from_db()
    assert project.thanks_lv == "No kolēģa"
    assert again.context["outcome"].rows[0].changes[0].before == "No kolēģa"
    assert Version.objects.count() == 0
    again.outcome = again.context["outcome"]
    confirm(editor_client, again)
    project.refresh_from_db()
    assert project.thanks_lv == "No faila"


def test_earlier_check_cannot_import_a_later_file(editor_client):
    ProjectFactory(slug_lv="a", thanks_lv="")
    first = upload(editor_client, table({"slug_lv": "a", "thanks_lv": "Viens"}))
    upload(editor_client, table({"slug_lv": "a", "thanks_lv": "Divi"}))

    answer = confirm(editor_client, first)

    assert answer.url == address("import")
    assert Project.objects.get().thanks_lv == ""


def test_filtered_or_selected_rows_go_out(editor_client):
    for slug, status in (("a", "running"), ("b", "completed"), ("c", "completed")):
        ProjectFactory(slug_lv=slug, status=status)
    filtered = export(editor_client, query="?status__exact=completed&o=1")

    chosen = Project.objects.get(slug_lv="b")
    data = {"action": "export_selected", "_selected_action": [chosen.pk]}
    page = editor_client.post(address("changelist"), data)
    selected = export(editor_client, ids=page.context["ids"])

    assert sorted(row["slug_lv"] for row in rows_of(filtered)) == ["b", "c"]
    assert [row["slug_lv"] for row in rows_of(selected)] == ["b"]


def test_organisations_are_found_by_their_address(editor_client):
    owner = PartnershipFactory(slug_lv="josta")
    Organisation.objects.all().update(owner=owner)
    data = export(editor_client, "xlsx", Organisation)
    row = {"slug": "", "name_lv": "Ābols", "country": "Igaunija", "owner": "josta"}

    same = upload(editor_client, data, Organisation).outcome
    bring_in(editor_client, table(row), Organisation)

    assert numbers(same) == (0, 0, 1, 0)
    found = Organisation.objects.get(slug="abols")
    assert (found.country, found.owner) == ("EE", owner)


def test_template_holds_headings_and_instructions(editor_client):
    workbook = openpyxl.load_workbook(
        io.BytesIO(editor_client.get(address("import_template")).content)
    )

    data, instructions = workbook.worksheets
    names = [cell.value for cell in data[1]]
    assert data.max_row == 1
    assert [row[0].value for row in instructions.iter_rows(min_row=2)] == names
    assert not {"title", "body", "slug"} & set(names)


def test_check_asks_as_many_questions_for_many_rows(
    editor_client, django_assert_num_queries, django_assert_max_num_queries
):
    def check(number):
        for _each in range(number):
            ProjectFactory()
        return export(editor_client)

    one, four = check(1), check(3)
    with django_assert_max_num_queries(60) as asked:
        upload(editor_client, one)
    with django_assert_num_queries(len(asked) + 3 * 2):  # a savepoint is set and released
        upload(editor_client, four)
