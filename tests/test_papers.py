"""Papers that are made from models, packages and the version say what is true today."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

import core
from config.papers import data_model, licences
from core.models import Image
from library.models import ItemFile
from pages.models import Page
from tests.factories import ItemFileFactory

ROOT = Path(__file__).resolve().parent.parent


def test_data_model_and_licences_are_current():
    """When this fails: `manage.py papers`."""
    call_command("papers", check=True, verbosity=0)


def test_old_paper_is_named(settings, tmp_path):
    settings.BASE_DIR = tmp_path
    (tmp_path / "docs").mkdir()
    for name in licences.FILES:
        (tmp_path / name).write_text("Django==5.2.19\n")

    with pytest.raises(CommandError, match=r"data-model\.md, licences\.md"):
        call_command("papers", check=True)


def test_field_is_told_with_its_languages_and_where_it_leads():
    page = data_model.page()

    post = page.partition("### Post\n")[2].partition("###")[0]
    assert "`title`\\* text" in post
    assert "`themes` ⇉ projects.Theme" in post
    assert "`cover`? → core.Image" in post


def test_every_package_has_a_licence():
    packages = [package for name in licences.FILES for package, _version in licences.pins(name)]

    assert len(packages) > 30
    assert [each for each in packages if licences.licence_of(each) == "unknown"] == []


def test_version_is_the_newest_one_of_the_changelog_and_has_its_notes():
    newest = re.search(r"^## (\d+\.\d+\.\d+)", (ROOT / "CHANGELOG.md").read_text(), re.M)

    assert newest[1] == core.__version__
    assert "## Upgrading" in (ROOT / f"docs/releases/{core.__version__}.md").read_text()


RESULTS = {"day": "2026-11-29", "tool": "axe-core 4.11", "pages": 57, "violations": {}}


def stated(tmp_path, data=RESULTS, **options):
    (tmp_path / "results.json").write_text(json.dumps(data))
    call_command("accessibility_statement", str(tmp_path / "results.json"), verbosity=0, **options)
    return Page.objects.get()


@pytest.mark.django_db
def test_statement_claims_no_more_than_was_checked(tmp_path):
    page = stated(tmp_path)

    assert page.published_at is None
    assert "<h2>State of conformity</h2><p>The site conforms in part" in page.body_en
    assert "<li>What only people can judge was not evaluated yet.</li>" in page.body_en
    plain = page.body_en.replace("&nbsp;", " ")
    assert "57 pages were checked by axe-core 4.11 on 29 November 2026" in plain
    assert "<h2>Atbilstības stāvoklis</h2><p>Vietne daļēji atbilst" in page.body_lv


@pytest.mark.django_db
def test_statement_names_what_is_not_accessible(tmp_path, picture):
    Image.objects.filter(pk=picture.pk).update(alt_en="")
    ItemFile.objects.filter(pk=ItemFileFactory().pk).update(pdf_lacks="tags")

    page = stated(tmp_path, {**RESULTS, "violations": {"color-contrast": 2}})

    for told in (
        "<li>2 pages of those checked break the rule “color-contrast”.</li>",
        "<li>1 picture is not shown, because nobody has described it yet.</li>",
        "<li>1 PDF document lacks tags, a title or its language.</li>",
    ):
        assert told in page.body_en


@pytest.mark.django_db
def test_statement_of_a_site_that_people_evaluated_is_full(tmp_path):
    page = stated(tmp_path, checked_by_hand=date(2026, 11, 20))

    assert "<p>The site conforms to the requirements" in page.body_en
    assert "<p>None is known.</p>" in page.body_en


@pytest.mark.django_db
def test_statement_is_renewed_until_staff_change_it(tmp_path):
    stated(tmp_path)

    renewed = stated(tmp_path, {**RESULTS, "pages": 60})
    Page.objects.filter(pk=renewed.pk).update(body_en="<p>Our own words.</p>")
    kept = stated(tmp_path, {**RESULTS, "pages": 61})

    assert "60 pages" in renewed.body_en.replace("\u00a0", " ")
    assert kept.body_en == "<p>Our own words.</p>"


@pytest.mark.django_db
def test_statement_needs_results(tmp_path):
    (tmp_path / "x.json").write_text("[]")

    with pytest.raises(CommandError):
        call_command("accessibility_statement", str(tmp_path / "x.json"))

    assert Page.objects.count() == 0
