"""What the papers and units for servers call is there."""

import re
import runpy
from pathlib import Path

from django.core.management import get_commands, load_command_class
from gunicorn.config import KNOWN_SETTINGS

from config.management.commands.set_up import STEPS

ROOT = Path(__file__).resolve().parent.parent.parent
CALL = re.compile(r"manage\.py (\w+)((?: --[\w-]+)*)|\"manage\.py\", \"(\w+)\"")


def test_steps_of_set_up_are_commands_with_these_options():
    known = get_commands()

    for name, words in STEPS:
        parser = load_command_class(known[name], name).create_parser("manage.py", name)
        assert words.keys() <= {action.dest for action in parser._actions}, name


def test_papers_and_units_call_commands_that_exist():
    files = [*ROOT.glob("deploy/**/*.*"), ROOT / "docs" / "deploy.md", ROOT / "README.md"]
    called = {
        plain or quoted
        for file in files
        for plain, _options, quoted in CALL.findall(file.read_text())
    }

    assert {"set_up", "backup", "restore", "doctor", "engage_tick", "check_links"} <= called
    assert called - set(get_commands()) == set()


def test_units_name_files_of_this_repository():
    for unit in (ROOT / "deploy" / "systemd").glob("*.service"):
        for config in re.findall(r"--config (\S+)", unit.read_text()):
            assert (ROOT / config).exists(), unit.name
    timers = {file.stem for file in (ROOT / "deploy" / "systemd").glob("*.timer")}
    services = {file.stem for file in (ROOT / "deploy" / "systemd").glob("*.service")}

    assert timers <= services


def test_gunicorn_knows_all_that_it_is_told():
    told = runpy.run_path(str(ROOT / "deploy" / "gunicorn.py"))
    known = {setting.name for setting in KNOWN_SETTINGS}
    of_python = {"os", "sys", "Path", "database", "logs", "environment"}

    assert {name for name in told if name[0] != "_"} - of_python <= known
    assert told["accesslog"] is None
    assert told["logconfig_dict"]["loggers"]["gunicorn.access"]["handlers"] == []
