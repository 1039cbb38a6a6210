"""What is not whole, or not ours, changes nothing; old backups go by days, weeks and months."""

import gzip
import io
import json
import os
import stat
import tarfile
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.core.management.base import OutputWrapper
from django.db import connections
from django.utils import timezone
from pyrage import decrypt_io, encrypt_io, x25519

from config import database
from config.backup import (
    Failed,
    archive,
    contents,
    keeping,
    making,
    media,
    programs,
    restoring,
    sealing,
)
from config.backup.telling import Teller
from news.models import Post
from tests.factories import PostFactory

PASSWORD = "Jūras-krasts-1"
RIGA = ZoneInfo("Europe/Riga")
NEEDED = {"PGHOST", "PGPORT", "PGDATABASE", "PGTARGETSESSIONATTRS"}


def manifest(**changed):
    about = {"format": 1, "postgresql": 14, "media": {"files": 1}, "migrations": [], "made_at": ""}
    return json.dumps(about | changed).encode()


def packed(sql=b"select 1;", about=None, compressed=b"", **more):
    """The bytes of a backup with these parts."""
    stream = io.BytesIO()
    writer = archive.Writer(stream)
    writer.add_bytes(archive.MANIFEST, about or manifest())
    writer.add_bytes(archive.SETTINGS, b'SECRET_KEY="of the backup"\n')
    writer.add_bytes(archive.DATABASE, compressed or gzip.compress(sql))
    writer.add_bytes("media/pictures/new.jpg", b"picture" * 5000)
    for name, data in more.items():
        writer.add_bytes(name, data)
    writer.close()
    return stream.getvalue()


@pytest.fixture
def site(db, settings, tmp_path):
    """A site with one post and one file; `site()` is what a restore could have changed."""
    settings.DATA_DIR = tmp_path
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.BACKUP_DIR = tmp_path / "backups"
    (tmp_path / "secret_key").write_text("of the site")
    default_storage.save("pictures/old.jpg", ContentFile(b"old"))
    PostFactory(title_lv="Vecā ziņa")

    def state():
        files = sorted(str(path.relative_to(tmp_path)) for path in media.files(tmp_path))
        key = (tmp_path / "secret_key").read_text()
        return files, key, list(Post.objects.values_list("title_lv", flat=True))

    return state


@pytest.fixture
def file(tmp_path_factory):
    return tmp_path_factory.mktemp("elsewhere") / "site.tar"


def damaged_ways():
    whole = packed()
    middle = whole.index(b"picturepicture") + 700
    changed = whole[:middle] + b"P" + whole[middle + 1 :]
    return {
        "cut in a file": whole[:middle],
        "cut after a file": whole[: whole.index(b"SHA256SUMS")],
        "a changed byte": changed,
        "nothing": b"",
        "no tar": b"<html>" * 500,
        "another tar": packed(**{"other.txt": b"x"}),
        "a climbing name": packed(**{"media/../../secret_key": b"x"}),
        "an absolute name": packed(**{"/etc/passwd": b"x"}),
    }


@pytest.mark.parametrize("way", damaged_ways())
def test_file_that_is_not_whole_or_not_ours_changes_nothing(site, file, way):
    before = site()
    file.write_bytes(damaged_ways()[way])

    with pytest.raises(CommandError) as error:
        call_command("restore", file, force=True)

    assert str(error.value).endswith("; nothing was changed")
    assert len(str(error.value).splitlines()) == 1
    assert site() == before


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"format": 2}, "newer version of the software; update first"),
        ({"migrations": [["news", "9999_from_the_future"]]}, "newer version of the software"),
        ({"postgresql": 99}, "needs PostgreSQL 99 or newer"),
    ],
)
def test_backup_of_newer_software_is_refused(site, file, changed, words):
    before = site()
    file.write_bytes(packed(about=manifest(**changed)))

    with pytest.raises(CommandError, match=words):
        call_command("restore", file, force=True)

    assert site() == before


def test_links_in_a_file_are_not_followed(site, file):
    with tarfile.open(file, "w") as tar:
        link = tarfile.TarInfo("media/link")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        tar.addfile(link)

    with pytest.raises(CommandError, match="damaged"):
        call_command("restore", file, force=True)


def test_password_opens_and_another_one_does_not(site, file):
    whole = packed()
    with file.open("wb") as target, sealing.sealed(target, PASSWORD) as stream:
        stream.write(whole)
    before = site()

    with pytest.raises(Failed, match="the password does not open this file"):
        restoring.restore(file, "cita-parole")
    with pytest.raises(Failed, match="its password is needed"):
        restoring.restore(file)

    assert site() == before
    assert b"picturepicture" not in file.read_bytes()
    with sealing.unsealed(file, PASSWORD) as stream:
        assert stream.read() == whole


@pytest.mark.parametrize("way", ["cut", "changed", "longer"])
def test_encrypted_content_is_proved_to_its_end(way):
    identity, whole = x25519.Identity.generate(), io.BytesIO()
    encrypt_io(io.BytesIO(packed()), whole, [identity.to_public()])
    data = whole.getvalue()
    changed = {
        "cut": data[:-20],
        "changed": data[:30_000] + bytes([data[30_000] ^ 1]) + data[30_001:],
        "longer": data + b"x",
    }[way]

    with (
        pytest.raises(OSError),  # noqa: PT011 (each has its own words)
        sealing.beside(lambda end: decrypt_io(io.BytesIO(changed), end, [identity]), "rb") as out,
    ):
        out.read(10)


def test_error_of_the_other_end_is_told():
    def fail(source):
        source.read(10)
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"), sealing.beside(fail, "wb") as stream:
        stream.write(b"x" * 1_000_000)


def test_backup_is_for_its_owner_alone_and_leaves_nothing_behind(site, settings, capsys):
    killed = settings.DATA_DIR / "backup-killed"
    killed.mkdir()
    os.utime(killed, (0, 0))
    call_command("backup")
    (path,) = settings.BACKUP_DIR.iterdir()

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert sorted(each.name for each in settings.DATA_DIR.iterdir()) == [
        *("backups", "media", "secret_key")
    ]
    with tarfile.open(path) as tar:
        assert tar.getnames() == [
            *("manifest.json", "settings.env", "database.sql.gz"),
            *("media/pictures/old.jpg", "SHA256SUMS"),
        ]
        kept = contents.from_environment(tar.extractfile("settings.env").read().decode())
        dump = gzip.decompress(tar.extractfile("database.sql.gz").read()).decode()
    assert kept["SECRET_KEY"] == settings.SECRET_KEY
    assert not contents.OF_MACHINE & kept.keys()
    assert "COPY public.news_post " in dump
    assert "COPY public.django_session " not in dump
    said = capsys.readouterr().out
    assert "files: 1 of 1" in said
    assert str(path) in said


def test_programs_look_for_the_server_that_takes_writes_too(monkeypatch):
    url = "postgresql:///site?host=one,two&port=5432,5433&target_session_attrs=read-write"
    monkeypatch.setattr(connections["default"], "settings_dict", database.options_from(url))

    found = programs.environment()

    assert {name: found[name] for name in found if name in NEEDED} == {
        **{"PGHOST": "one,two", "PGPORT": "5432,5433", "PGDATABASE": "site"},
        "PGTARGETSESSIONATTRS": "read-write",
    }


def test_backup_that_fails_leaves_no_file(site, settings, monkeypatch):
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr("config.backup.programs.installed", dict)

    with pytest.raises(CommandError, match=r"^pg_dump for PostgreSQL \d+ is not installed; on Deb"):
        call_command("backup")

    assert list(settings.BACKUP_DIR.iterdir()) == []


def test_full_disk_is_told_once():
    with (
        pytest.raises(OSError, match="No space left"),
        open("/dev/full", "wb", buffering=0) as disk,
        archive.Writer(disk) as writer,
    ):
        writer.add_bytes("database.sql.gz", bytes(100_000))

    del writer  # an error of this moment would be a warning, and fail the test


def test_backup_that_another_process_is_writing_is_left_alone(site, settings):
    settings.BACKUP_DIR.mkdir()
    for seconds in range(30):
        name = keeping.new_name(False, timezone.now() + timedelta(seconds=seconds))
        (settings.BACKUP_DIR / name).with_suffix(".part").write_text("of the other")
    before = sorted(settings.BACKUP_DIR.iterdir())

    with pytest.raises(CommandError, match="could not be written"):
        call_command("backup")

    assert sorted(settings.BACKUP_DIR.iterdir()) == before


def test_file_deleted_during_the_backup_is_still_in_it(site, settings, tmp_path):
    place = tmp_path / "backup-now"
    media.pin(place)
    default_storage.delete("pictures/old.jpg")
    default_storage.save("pictures/new.jpg", ContentFile(b"new"))
    media.pin(place)

    names = {path.name: path.read_bytes() for path in media.files(place)}
    assert names == {"old.jpg": b"old", "new.jpg": b"new"}


def test_settings_survive_whatever_stands_in_them():
    values = {"SECRET_KEY": 'a"b\\c$d`e', "MAP_ATTRIBUTION": '© <a href="https://x.lv">x</a> ē'}

    assert contents.from_environment(contents.as_environment(values)) == values


def test_last_of_each_day_week_and_month_is_kept():
    start = datetime(2026, 1, 1, 2, 15, tzinfo=RIGA)
    times = [start + timedelta(hours=12 * number) for number in range(2 * 333)]

    gone = set(keeping.superseded(times, (7, 5, 12)))
    kept = [time.strftime("%d.%m. %H") for time in times if time not in gone]

    assert kept == [
        *(f"{day}. 14" for day in ("31.01", "28.02", "31.03", "30.04", "31.05", "30.06")),
        *(f"{day}. 14" for day in ("31.07", "31.08", "30.09", "31.10", "01.11", "08.11")),
        *(f"{day}. 14" for day in ("15.11", "22.11", "23.11", "24.11", "25.11", "26.11")),
        *("27.11. 14", "28.11. 02", "28.11. 14", "29.11. 02", "29.11. 14"),
    ]


def test_pause_deletes_nothing():
    old = [datetime(2020, 1, day, tzinfo=RIGA) for day in range(1, 5)]

    assert keeping.superseded([*old, datetime(2026, 1, 1, tzinfo=RIGA)], (7, 0, 0)) == []


def test_only_backups_of_this_site_are_pruned(settings, tmp_path):
    settings.SITE_URL = "https://www.example.lv"
    now = datetime(2026, 11, 29, 2, 15, tzinfo=RIGA)
    names = [keeping.new_name(is_sealed=True, now=now - timedelta(days=age)) for age in (0, 3)]
    others = ["other.lv-20201129T021500Z.tar", "notes.tar", "www.example.lv-photos.tar"]
    for name in [*names, *others]:
        (tmp_path / name).touch()

    assert keeping.prune(tmp_path, (1, 0, 0)) == ["www.example.lv-20261126T001500Z.sealed.tar"]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([names[0], *others])


@pytest.mark.parametrize("rule", ["", "7", "7,5", "0,1,1", "a,b,c", "7,-1,2"])
def test_rule_that_cannot_be_is_named(rule):
    with pytest.raises(Failed, match=r"^BACKUP_KEEP must be days, weeks and months"):
        keeping.read_rule(rule)


def test_sizes_are_read_by_people(monkeypatch):
    assert making.megabytes(1_234_567_890) == "1,234.6\xa0MB"
    monkeypatch.setenv("LANGUAGE", "lv")
    assert making.megabytes(1_234_567_890) == "1\xa0234,6\xa0MB"


def test_password_is_asked_only_where_somebody_is(site, file):
    file.write_bytes(sealing.header(sealing.KEY, 0) + bytes(2 * sealing.BLOCK))

    with pytest.raises(CommandError, match=r"^set BACKUP_PASSWORD; there is nobody here"):
        call_command("restore", file, force=True)
    with pytest.raises(CommandError, match=r"^set BACKUP_PASSWORD; there is nobody here"):
        call_command("backup", encrypt=True)
    with pytest.raises(CommandError, match=r"none\.tar cannot be read: No such file"):
        call_command("restore", file.with_name("none.tar"), force=True)


def test_journal_gets_the_last_line_of_each_progress():
    out = io.StringIO()

    with Teller(OutputWrapper(out)) as teller:
        for number in (1, 2, 3):
            teller(f"\rfiles: {number} of 3")
        teller("done")

    assert out.getvalue() == "files: 3 of 3\ndone\n"
