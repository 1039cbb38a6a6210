"""The first run of an import: what it tells before it writes, what is missing, what is refused."""

import shutil

import pytest
from django.core.management import CommandError

from core.models import Image
from moving.models import ImportedRow
from news.models import Post
from projects.models import Theme
from tests.factories import PostFactory, ThemeFactory

from .conftest import CLASSIC, EXPORT, PAIR, UPLOADS, moved, post, rows

HOST = "veca-partneriba.example"
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


def test_file_in_the_bin_of_the_old_site_stays_there(tmp_path):
    text = EXPORT.read_text().replace("<![CDATA[inherit]]>", "<![CDATA[trash]]>", 1)
    (tmp_path / "export.xml").write_text(text)

    report = moved(tmp_path / "export.xml", media=UPLOADS)

    assert "Files: 6 new\n" in report
    assert not Image.objects.filter(original_name="foto-001.jpg").exists()


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
        '<?xml version="1.0" encoding="shift_jis"?><rss><channel/></rss>',
        '<?xml version="1.0" encoding="nav-tada"?><rss><channel/></rss>',
        "<rss><channel><base_site_url>http://[::1</base_site_url><item/></channel></rss>",
    ],
)
def test_file_that_is_no_export_is_refused(tmp_path, text):
    (tmp_path / "x.xml").write_text(text)

    with pytest.raises(CommandError):
        moved(tmp_path / "x.xml")

    assert ImportedRow.objects.count() == 0


def item(key, title, text, status="publish", date="2024-05-01 10:00:00"):
    return (
        f"<item><title>{title}</title><content:encoded>{text}</content:encoded>"
        f"<wp:post_id>{key}</wp:post_id><wp:post_date_gmt>{date}</wp:post_date_gmt>"
        f"<wp:status>{status}</wp:status><wp:post_type>post</wp:post_type></item>"
    )


def export_of(folder, *items):
    """An export with the head of the real one and these entries alone."""
    head = EXPORT.read_text().partition("<item>")[0]
    path = folder / "small.xml"
    path.write_text(head + "".join(items) + "</channel></rss>")
    return path


def test_text_of_a_second_entry_with_the_same_number_does_not_come_out(tmp_path):
    file = export_of(tmp_path, item(7, "Atklāts", "teksts"), item(7, "Slepens", "x", "trash"))

    report = moved(file)

    assert list(Post.objects.values_list("title_lv", "body_lv")) == [("Atklāts", "<p>teksts</p>")]
    assert "has the same number (1):\n  Slepens (7)\n" in report
    assert "News: 1 unchanged" in moved(file)


def test_day_that_no_clock_can_show_is_none(tmp_path):
    days = ("0001-01-01 00:00:00", "9999-12-31 23:59:59", "-0001-11-30 00:00:00")

    items = (item(key, key, "x", date=day) for key, day in enumerate(days, 1))
    report = moved(export_of(tmp_path, *items))

    assert "therefore drafts here (3):\n  1\n  2\n  3\n" in report
    assert list(Post.objects.values_list("published_at", flat=True)) == [None, None, None]


def test_what_staff_wrote_into_a_draft_of_a_broken_off_run_stays(tmp_path):
    file = export_of(tmp_path, item(7, "Viens", "vecs"), item(8, "Divi", "vecs"))
    edited = PostFactory(title_lv="Viens", body_lv="<p>darbinieka</p>", published_at=None)
    bare = PostFactory(title_lv="Divi", summary_lv="", body_lv="", published_at=None)
    for key, row in (("post/7", edited), ("post/8", bare)):
        place = {"label": "news.post", "object_id": row.pk}
        ImportedRow.objects.create(source=f"wordpress:{HOST}", key=key, **place)

    report = moved(file)

    found = dict(Post.objects.values_list("title_lv", "body_lv"))
    assert found == {"Viens": "<p>darbinieka</p>", "Divi": "<p>vecs</p>"}
    assert "News: 1 edited here and left alone, 1 new\n" in report


def test_report_that_cannot_be_written_is_told_before_anything_is_done(tmp_path):
    with pytest.raises(CommandError, match="no folder for the report"):
        moved(export_of(tmp_path, item(7, "Viens", "x")), report=tmp_path / "nav" / "report.txt")

    assert rows() == {}


def test_file_without_an_address_is_named_in_the_report(tmp_path):
    nowhere = item(9, "Plakāts", "", "inherit").replace(">post<", ">attachment<")

    assert "\n  Plakāts: This is no address" in moved(export_of(tmp_path, nowhere))
