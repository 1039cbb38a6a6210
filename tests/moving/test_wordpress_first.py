"""The first run of an import: what it tells before it writes, what is missing, what is refused."""

import shutil

import pytest
from django.core.management import CommandError

from core.models import Image
from moving.models import ImportedRow
from news.models import Post
from projects.models import Theme
from tests.factories import ThemeFactory

from .conftest import CLASSIC, EXPORT, PAIR, UPLOADS, moved, post, rows

pytestmark = pytest.mark.django_db


def test_dry_run_tells_the_same_and_writes_nothing():
    report = moved(dry_run=True)

    assert rows() == {}
    assert (
        ", nothing was written:\nFiles: 7 new\nPages: 6 new\nThemes: 10 new\nNews: 7 new" in report
    )


def test_file_that_comes_later_is_put_into_its_text(tmp_path):
    shutil.copytree(UPLOADS, tmp_path / "uploads")
    (tmp_path / "uploads/2016/02/foto-001.jpg").unlink()
    theme = ThemeFactory(name_lv="viedie ciemi", slug="ciemi")

    report = moved(media=tmp_path / "uploads")

    assert "2016/02/foto-001.jpg: the file is not in the folder of media" in report
    assert "<figure>" not in post(PAIR).body_lv
    moved()
    assert "<figure>" in post(PAIR).body_lv
    assert post(PAIR).cover.original_name == "foto-001.jpg"
    assert theme in post(PAIR).themes.all()
    assert Theme.objects.filter(name_lv__iexact="Viedie ciemi").count() == 1


def test_post_in_english_alone_is_shown_in_both_languages(tmp_path, client):
    before, title, rest = EXPORT.read_text().partition(f"<title><![CDATA[{CLASSIC}]]>")
    rest = rest.replace('domain="language" nicename="lv"', 'domain="language" nicename="en"', 1)
    (tmp_path / "export.xml").write_text(before + title + rest)

    report = moved(tmp_path / "export.xml", media=UPLOADS)

    row = Post.objects.get(title_en=CLASSIC)
    assert f"both languages show the English one (1):\n  {CLASSIC}\n" in report
    assert (row.title_lv, row.body_lv) == ("", "")
    assert "\nNews: 7 unchanged\n" in moved(tmp_path / "export.xml", media=UPLOADS)
    for address in (row.url_in("lv"), row.url_in("en")):
        assert CLASSIC in client.get(address).content.decode()


def test_picture_outside_the_folder_is_not_read(tmp_path):
    (tmp_path / "secret.jpg").write_bytes((UPLOADS / "2016/02/foto-001.jpg").read_bytes())
    (tmp_path / "uploads").mkdir()
    (tmp_path / "uploads/link.jpg").symlink_to(tmp_path / "secret.jpg")
    text = EXPORT.read_text()
    text = text.replace("uploads/2016/02/foto-001.jpg", "uploads/../secret.jpg")
    text = text.replace("uploads/2016/04/foto-003.jpg", "uploads/link.jpg")
    (tmp_path / "export.xml").write_text(text)

    report = moved(tmp_path / "export.xml")

    assert "Files: 7 left out\n" in report
    assert Image.objects.count() == 0


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><channel>&b;</channel></rss>',
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss><channel>&a;</channel></rss>',
        "<rss><channel><title>Nekas</title></channel></rss>",
        "nav XML",
    ],
)
def test_file_that_is_no_export_is_refused(tmp_path, text):
    (tmp_path / "x.xml").write_text(text)

    with pytest.raises(CommandError):
        moved(tmp_path / "x.xml")

    assert ImportedRow.objects.count() == 0
