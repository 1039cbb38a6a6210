"""Uploaded files in a bucket are in the backup, and come back; moto stands in for the storage."""

import tarfile

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from moto import mock_aws

from config.backup import Failed, objects
from config.uploads import storage_from
from news.models import Post
from tests.factories import PostFactory
from tests.operations.test_backup import packed

BROKEN = b"create schema public; create table public.a (); select broken;"


@pytest.fixture
def bucket(settings, monkeypatch):
    """`bucket(name)` lets the site keep its files in an empty bucket of that name."""
    for variable in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(variable, "of the tests")

    def use(name):
        kept = storage_from({"MEDIA_BUCKET": name})
        settings.STORAGES = settings.STORAGES | {"default": kept}
        default_storage.connection.create_bucket(Bucket=name)

    with mock_aws():
        yield use


def save(**files):
    for name, data in files.items():
        default_storage.save(f"pictures/{name}.jpg", ContentFile(data))


def contents():
    """{name: bytes} of all that the bucket has."""
    found = {}
    for name in default_storage.sizes():
        with default_storage.open(name) as file:
            found[name] = file.read()
    return found


def test_site_comes_from_a_folder_into_a_bucket_and_its_files_are_in_the_next_backup(
    machine, settings, bucket, capsys
):
    save(krasts=b"krasts" * 2_000_000, egle=b"egle")  # the first is longer than a part
    PostFactory(title_lv="Ziņa no krasta")
    call_command("backup", verbosity=0)
    (path,) = settings.BACKUP_DIR.iterdir()

    machine()
    bucket("site")
    save(egle=b"egle", other=b"of the site before")
    call_command("restore", path, force=True, verbosity=0)
    path.unlink()
    call_command("backup")
    (path,) = settings.BACKUP_DIR.iterdir()
    said = capsys.readouterr().out

    files = {"pictures/krasts.jpg": b"krasts" * 2_000_000, "pictures/egle.jpg": b"egle"}
    assert contents() == files
    assert default_storage.bucket.Object("pictures/egle.jpg").content_type == "image/jpeg"
    assert [post.title_lv for post in Post.objects.all()] == ["Ziņa no krasta"]
    with tarfile.open(path) as tar:
        kept = {name: tar.extractfile(f"media/{name}").read() for name in files}
        assert len(tar.getnames()) == 6
    assert kept == files
    assert "fetched: 2 of 2, 12.0\xa0MB of 12.0\xa0MB\n" in said
    assert "files: 2 of 2, 12.0\xa0MB of 12.0\xa0MB\n" in said
    assert [each.name for each in settings.DATA_DIR.glob("*-*")] == []


def test_file_deleted_from_the_bucket_during_the_backup_is_still_in_it(bucket, tmp_path):
    bucket("site")
    save(old=b"old")

    objects.pin(tmp_path / "media")
    default_storage.delete("pictures/old.jpg")
    save(new=b"new")
    objects.pin(tmp_path / "media")
    objects.fetch("pictures/gone.jpg", tmp_path / "media/pictures/gone.jpg")

    found = {path.name: path.read_bytes() for path in (tmp_path / "media/pictures").iterdir()}
    assert found == {"old.jpg": b"old", "new.jpg": b"new"}


def test_restore_that_breaks_leaves_the_bucket_as_it_was(machine, bucket, tmp_path):
    bucket("site")
    save(old=b"old")
    before, path = contents(), tmp_path / "broken.tar"
    path.write_bytes(packed(BROKEN))

    with pytest.raises(CommandError, match=r'"broken".*; nothing was changed$'):
        call_command("restore", path, force=True)

    assert contents() == before


@pytest.mark.parametrize("there", [b"new1", b"another"])
def test_nothing_is_written_over_a_file_of_another_site(bucket, tmp_path, there):
    bucket("site")
    save(b=there)
    before = contents()
    (tmp_path / "pictures").mkdir()
    for name in ("a", "b"):
        (tmp_path / f"pictures/{name}.jpg").write_bytes(b"new2")

    with pytest.raises(Failed, match=r"another file by the name pictures/b.jpg; restore into an e"):
        objects.bring_in(tmp_path)

    assert contents() == before


def test_upload_that_breaks_takes_back_what_was_brought_in(bucket, tmp_path):
    bucket("site")
    save(old=b"old")
    before = contents()
    (tmp_path / "a.jpg").write_bytes(b"new")
    (tmp_path / "b\\c.jpg").write_bytes(b"new")  # such a name would mean a folder in a bucket

    with pytest.raises(Failed, match="cannot keep a file by the name"):
        objects.bring_in(tmp_path)

    assert contents() == before


def test_bucket_that_is_not_there_is_named(machine, settings, bucket, tmp_path):
    bucket("site")
    settings.STORAGES = settings.STORAGES | {"default": storage_from({"MEDIA_BUCKET": "none"})}
    path = tmp_path / "site.tar"
    path.write_bytes(packed(BROKEN))

    with pytest.raises(CommandError, match=r"not be written: bucket none: .*NoSuchBucket"):
        call_command("backup")
    with pytest.raises(CommandError, match=r"bucket none: .*NoSuchBucket.*; nothing was changed$"):
        call_command("restore", path, force=True)

    assert list(settings.BACKUP_DIR.iterdir()) == []


def test_keys_that_are_no_files_stay_where_they_are(bucket, tmp_path):
    bucket("site")
    save(krasts=b"krasts")
    for key in ("folder/", "/etc/passwd", "../out", "a/../../out", "a//b", "."):
        default_storage.bucket.put_object(Key=key, Body=b"x")

    objects.pin(tmp_path / "in" / "media")

    assert default_storage.sizes() == {"pictures/krasts.jpg": 6}
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["krasts.jpg"]


def test_files_that_would_fill_the_disk_are_not_fetched(bucket, tmp_path, monkeypatch):
    bucket("site")
    save(krasts=b"krasts")
    monkeypatch.setattr(objects, "SPARE", 10**18)

    with pytest.raises(Failed, match=r"^to fetch .*, 1,000,000,000,000\.0\sMB must be free on the"):
        objects.pin(tmp_path / "media")

    assert list((tmp_path / "media").iterdir()) == []
