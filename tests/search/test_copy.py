"""The index follows the database whatever happens: late commits, killed processes, damage."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.http import QueryDict
from django.utils import timezone

from ideas.filters import ForumIdeas
from ideas.models import Idea
from news.models import Post
from projects.filters import ProjectList
from projects.models import Project
from search import copy, documents, feed
from search.facets import Facet
from search.watching import list_of
from tests.factories import IdeaFactory, IdeaThemeFactory, ProgrammeFactory, ProjectFactory
from tests.search.machine import word

ROOT = Path(__file__).resolve().parent.parent.parent
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def ready(monkeypatch, tmp_path):
    """A copy in a folder of its own, built and used by this process."""
    made = copy.Copy(tmp_path / "search")
    monkeypatch.setattr(copy, "COPY", made)
    assert made.build()
    yield made
    wait_for_background()  # its threads are no matter of the next test


def titles(words=""):
    found = ProjectList(Project.objects.published(), QueryDict(f"q={words}"))
    return [row.title_lv for row in found.paged()[0 : max(1, found.number)]]


def contents(engine):
    """[(id, newest, key of the title, moment)] of all rows that are public or will be; a row that
    is gone may have left its id, from this test or from lines of the one before."""
    hits = engine.searcher.search(engine.between("by_newest", 0, 1 << 63), limit=10_000).hits
    addresses = [address for _score, address in hits]
    columns = ("id", "by_newest", "by_title_lv", "moment")
    values = [engine.searcher.fast_field_values(name, addresses) for name in columns]
    return sorted(row for row in zip(*values, strict=True) if any(row[1:]))


def fresh(tmp_path, name="fresh"):
    other = copy.Copy(tmp_path / name)
    other.build()
    return contents(other.current())


def start(what, *numbers, folder):
    """Another process with its own copy of the settings, on this test's database."""
    about = settings.DATABASES["default"] | {"NAME": connection.settings_dict["NAME"]}
    address = "postgresql://{USER}:{PASSWORD}@/{NAME}?host={HOST}&port={PORT}".format(**about)
    return subprocess.Popen(  # noqa: S603 (our own command line)
        [sys.executable, "-m", "tests.search.machine", what, *map(str, numbers)],
        cwd=ROOT,
        env=os.environ
        | {"DATABASE_URL": address, "DATA_DIR": str(folder)}
        | {"DJANGO_SETTINGS_MODULE": "config.settings"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def make_projects(number):
    about = {"programme": ProgrammeFactory(), "published_at": timezone.now()}
    Project.objects.bulk_create(
        Project(title_lv=f"{word(each)} pirmais", slug_lv=word(each), number=f"P-{each}", **about)
        for each in range(number)
    )


def test_what_is_committed_is_found_and_what_is_not_is_not(ready):
    assert titles() == []
    project = ProjectFactory(title_lv="Ābeles")
    assert titles("abele") == ["Ābeles"]

    with transaction.atomic():
        Project.objects.filter(pk=project.pk).update(title_lv="Bumbieres")
        assert titles("bumbieri") == []
        transaction.set_rollback(True)

    assert (titles("abele"), titles("bumbieri")) == (["Ābeles"], [])
    project.delete()
    assert titles("abele") == []


def test_request_goes_on_seeing_the_state_that_it_began_with(ready):
    """While another thread takes changes over: addresses of one state are none of another."""
    ProjectFactory(title_lv="Ābeles")
    engine = ready.current()
    before, hits = contents(engine), engine.hits(engine.public)
    numbers = engine.numbers(hits)

    for _each in range(3):
        ProjectFactory()
        ready.current()

    assert contents(engine) == before
    assert engine.numbers(hits) == numbers
    assert len(contents(ready.current())) > len(before)


def test_transaction_that_began_first_and_ends_last_is_not_skipped(ready):
    first, second = ProjectFactory(title_lv="Pirmais"), ProjectFactory(title_lv="Otrais")
    may_end, has_begun = threading.Event(), threading.Event()

    def slow():
        with transaction.atomic():
            Project.objects.filter(pk=first.pk).update(title_lv="Lēnais")
            has_begun.set()
            may_end.wait(50)
        connection.close()

    other = threading.Thread(target=slow)
    other.start()
    assert has_begun.wait(50)
    Project.objects.filter(pk=second.pk).update(title_lv="Ātrais")
    assert (titles("ātrais"), titles("lēnais")) == (["Ātrais"], [])
    may_end.set()
    other.join()

    assert titles("lēnais") == ["Lēnais"]
    assert ready.current().state["since"] <= feed.look(1 << 62).oldest


def test_process_killed_while_it_edits_leaves_an_index_that_catches_up(ready, tmp_path):
    make_projects(1000)
    titles()
    editor = start("edit", 0, 1000, folder=tmp_path)
    for _line in range(25):
        assert editor.stdout.readline(), editor.stderr.read()
    editor.send_signal(signal.SIGKILL)
    editor.communicate()

    seen = copy.Copy(tmp_path / "search").current()

    assert Project.objects.filter(title_lv__endswith="otrais").count() >= 25
    assert contents(seen) == fresh(tmp_path)


def test_two_edit_and_two_read_and_each_edit_is_found(ready, tmp_path):
    make_projects(24)
    readers = [start("read", 24, folder=tmp_path) for _each in range(2)]
    editors = [start("edit", *part, folder=tmp_path) for part in ((0, 12), (12, 24))]

    for process in (*editors, *readers):
        _said, wrong = process.communicate(timeout=120)
        assert process.returncode == 0, wrong
    assert contents(ready.current()) == fresh(tmp_path)


def test_second_machine_keeps_its_own_copy(ready, tmp_path):
    second = copy.Copy(tmp_path / "second")
    second.build()
    ProjectFactory(title_lv="Ābeles")

    assert contents(second.current()) == contents(ready.current()) == fresh(tmp_path)


def test_copy_that_slept_too_long_is_built_anew(ready, tmp_path):
    """As if it slept since transaction 5, and all that followed was transaction 7.

    Real numbers would not do: nothing is forgotten that is younger than any open transaction, also
    one of another database on the server.
    """
    ready.current()
    wait_for_background()  # a thread that catches up would take the state back to today's
    with ready.writing():
        ready.engine = ready.engine.write([], ready.engine.state | {"since": 5})
    ProjectFactory(title_lv="Ābeles")
    with connection.cursor() as cursor:
        cursor.execute(
            "update search_change set xid = '7', noted_at = noted_at - interval '8 days'"
        )

    assert feed.forget() > 0

    assert ready.current() is None
    wait_for_background()
    assert contents(ready.current()) == fresh(tmp_path)


def test_emptied_table_makes_every_copy_build_itself_anew(ready, tmp_path):
    ProjectFactory(title_lv="Ābeles")
    assert titles("abele") == ["Ābeles"]
    with connection.cursor() as cursor:
        cursor.execute("truncate projects_project cascade")

    assert ready.current() is None
    wait_for_background()
    assert contents(ready.current()) == fresh(tmp_path)
    assert titles() == []


def test_index_is_of_another_day_when_a_kind_gets_a_facet_that_another_has(monkeypatch):
    class Narrowed(list_of(Post)):
        def make_facets(self):
            return [*super().make_facets(), Facet("status", "", "projects__status")]

    before = documents.shape(), documents.read_of()
    monkeypatch.setattr(
        documents, "list_of", lambda model: Narrowed if model is Post else list_of(model)
    )

    assert documents.shape() == before[0]
    assert documents.read_of() != before[1]


def lose_the_start(folder):
    (folder / "meta.json").write_text("{")


def lose_a_file(folder):
    next(folder.glob("*.term")).unlink()


def lose_the_end(folder):
    file = next(folder.glob("*.store"))
    file.write_bytes(file.read_bytes()[:10])


def lose_everything(folder):
    for each in folder.iterdir():
        each.unlink()


def other_version(folder):
    (folder.parent / "current").write_text("0123456789ab-1")


@pytest.mark.parametrize(
    "damage", [lose_the_start, lose_a_file, lose_the_end, lose_everything, other_version]
)
def test_damaged_index_is_built_anew_while_the_tables_answer(ready, tmp_path, monkeypatch, damage):
    ProjectFactory(title_lv="Ābeles")
    ready.current()
    damage(ready.folder / ready.pointer())
    again = copy.Copy(ready.folder)
    monkeypatch.setattr(copy, "COPY", again)

    assert titles("abele") == ["Ābeles"]
    wait_for_background()
    assert contents(again.current()) == fresh(tmp_path)


def only_by_the_tables(engine):
    if engine is not None:
        raise ValueError("damaged, or no space left on the device")
    return "by the tables"


def test_index_that_fails_while_it_is_asked_is_put_aside(ready, tmp_path):
    ProjectFactory(title_lv="Ābeles")
    engine, name = ready.current(), ready.pointer()

    assert copy.answered(engine, only_by_the_tables) == "by the tables"
    assert ready.pointer() != name
    wait_for_background()
    assert ready.pointer() not in (None, name)
    assert contents(ready.current()) == fresh(tmp_path)


def test_index_that_was_replaced_while_it_was_opened_is_not_built_again(ready):
    name = ready.pointer()
    assert ready.build()
    new = ready.pointer()

    ready.doubt(name)
    wait_for_background()

    assert ready.pointer() == new != name
    assert ready.current()


def test_index_that_cannot_be_written_on_a_full_disk_stays(ready, monkeypatch):
    ProjectFactory(title_lv="Ābeles")
    engine, name = ready.current(), ready.pointer()

    with monkeypatch.context() as patch:
        patch.setattr("shutil.disk_usage", lambda _path: SimpleNamespace(free=4096))
        assert copy.answered(engine, only_by_the_tables) == "by the tables"

    assert ready.pointer() == name
    assert titles("abele") == ["Ābeles"]


def test_many_changes_at_once_are_taken_over_in_the_background(ready, tmp_path):
    make_projects(350)
    assert len(titles()) < 350

    wait_for_background()

    assert contents(ready.current()) == fresh(tmp_path)


def test_list_that_misses_changes_is_known_whatever_others_ask_meanwhile(ready):
    ready.current(moves=1)

    with ready.only_one("catching-up"):
        make_projects(350)
        ready.current(moves=2)
        assert ready.is_late
        other = threading.Thread(target=ready.current, args=[1])  # not told of the change yet
        other.start()
        other.join()

        assert ready.is_late
    wait_for_background()  # of which one may have begun just now
    ready.catch_up()
    ready.current(moves=2)
    assert not ready.is_late


def test_names_that_a_transaction_reads_of_its_own_are_nobody_else_s(ready):
    """Such as those of a preview, whose rows are stored for a moment."""
    theme = IdeaThemeFactory(name_lv="Ceļi", slug="celi")
    IdeaFactory(theme=theme)
    ready.current()

    def themes():
        found = ForumIdeas(Idea.objects.published(), QueryDict(), forum=theme.forum)
        return next(facet.names for facet in found.facets if facet.name == "theme")

    with transaction.atomic():
        type(theme).objects.filter(pk=theme.pk).update(name_lv="Noslēpums")
        assert themes() == {"celi": "Noslēpums"}
        transaction.set_rollback(True)

    assert themes() == {"celi": "Ceļi"}


def wait_for_background():
    for thread in threading.enumerate():
        if thread.name == "search":
            thread.join(60)
