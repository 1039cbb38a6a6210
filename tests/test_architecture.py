"""Apps import downwards only; the order below is the architecture."""

import ast
from pathlib import Path

import pytest
from django.core.management import call_command

ROOT = Path(__file__).resolve().parent.parent
LAYERS = [
    {"config"},
    {"moving"},
    {"ideas", "directory"},
    {"events"},
    {"news", "library"},
    {"projects"},
    {"partnership"},
    {"pages"},
    {"opendata"},
    {"search", "engage"},
    {"core"},
]
DEPTH = {app: depth for depth, layer in enumerate(LAYERS) for app in layer}


def imported_apps(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom) and not node.level:
            yield node.module.split(".")[0]
        elif isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)


def test_apps_import_downwards_only():
    upward = [
        f"{path.relative_to(ROOT)} imports {other}"
        for app, depth in DEPTH.items()
        for path in (ROOT / app).rglob("*.py")
        for other in imported_apps(path)
        if other != app and DEPTH.get(other, 99) <= depth
    ]

    assert upward == []


def test_every_app_has_a_layer():
    apps = {path.parent.name for path in ROOT.glob("*/apps.py")}

    assert apps == set(DEPTH)


def test_only_one_module_marks_text_as_safe():
    marking = [
        str(path.relative_to(ROOT))
        for app in DEPTH
        for path in (ROOT / app).rglob("*.py")
        if "mark_safe" in path.read_text() or "SafeString" in path.read_text()
    ]
    unsafe_templates = [
        str(path.relative_to(ROOT))
        for path in ROOT.glob("**/templates/**/*.html")
        if ".venv" not in path.parts
        and ("|safe" in path.read_text() or "autoescape" in path.read_text())
    ]

    assert marking == ["core/richtext.py"]
    assert unsafe_templates == []


def test_templates_hold_no_inline_style_or_script():
    inline = [
        str(path.relative_to(ROOT))
        for path in (ROOT / "templates").rglob("*.html")
        if " style=" in path.read_text()
        or "<script>" in path.read_text()
        or " onclick" in path.read_text()
    ]

    assert inline == []


@pytest.mark.django_db
def test_models_have_their_migrations():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_system_checks_are_silent(settings):
    call_command("check", fail_level="WARNING")
