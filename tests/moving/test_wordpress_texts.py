"""Texts of WordPress one by one, without a database where none is needed."""

import http.server
import threading

import pytest

from moving.wordpress import fetching, languages, shortcodes, texts
from moving.wordpress.entries import Entry


def without(text):
    unknown = []
    return shortcodes.translated(text, lambda keys: f"<gallery {keys}>", unknown.append), unknown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[1] un [..] un [at]", ("[1] un [..] un [at]", [])),
        ("[gallery ids=“3,4”]", ("<gallery [3, 4]>", [])),
        ("[gallery]", ("<gallery None>", [])),
        (
            "[vc_row][vc_column width='1/2']a[/vc_column][/vc_row]",
            ("\n\n" * 2 + "a" + "\n\n" * 2, []),
        ),
        ("a[su_note color='x']b[/su_note]c", ("a\n\nb\n\nc", [])),
        ('x[contact-form-7 id="5"]', ("x", ["contact-form-7"])),
        ("[b]treknraksts[/b]", ("treknraksts", [])),
    ],
)
def test_shortcodes(text, expected):
    assert without(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\nb\n\nc", "<p>a<br>\nb</p>\n<p>c</p>"),
        ("<h2>a</h2>\n\nb", "<h2>a</h2>\n<p>b</p>"),
        (
            "https://youtu.be/dQw4w9WgXcQ",
            '\n\n<p><a href="https://youtu.be/dQw4w9WgXcQ">https://youtu.be/dQw4w9WgXcQ</a></p>\n\n',
        ),
    ],
)
def test_classic_text_in_paragraphs(text, expected):
    assert texts.in_paragraphs(text) == expected


def test_frame_becomes_a_link_and_a_script_nothing():
    frame = '<iframe src="https://player.vimeo.com/video/123456&amp;x=1" onload="x()"></iframe>'

    assert texts.FRAME.sub(texts.framed, frame) == (
        '\n\n<p><a href="https://player.vimeo.com/video/123456&amp;x=1">'
        "https://player.vimeo.com/video/123456&amp;x=1</a></p>\n\n"
    )
    assert texts.FRAME.sub(texts.framed, '<iframe src="javascript:x()"></iframe>') == ""


def entry(key, *terms, **values):
    return Entry(key=key, kind="post", status="publish", terms=list(terms), **values)


def test_languages_by_the_marks_of_polylang_wpml_and_addresses():
    marked = [
        entry(1, ("language", "en_gb", "English")),
        entry(2, meta={"_wpml_import_language_code": "en"}),
        entry(3, link="https://x.example/en/about/"),
        entry(4, link="https://x.example/engure/"),
        entry(5, ("language", "ru", "Русский")),
    ]

    assert [languages.language_of(each, "lv") for each in marked] == ["en", "en", "en", "lv", "ru"]


def test_hidden_translation_stays_apart_from_a_public_one():
    pair = ("post_translations", "pll_1", "pll_1")
    wpml = {"_wpml_import_translation_group": "7"}
    rows = [
        entry(1, pair, language="lv"),
        entry(2, pair, language="en", password="x"),
        entry(3, language="lv", meta=wpml),
        entry(4, language="en", meta=wpml),
        entry(5, language="en", meta=wpml),
    ]

    keys = [[each.key for each in group] for group in languages.grouped(rows)]

    assert keys == [[1], [2], [3, 4], [5]]


class OldSite(http.server.BaseHTTPRequestHandler):
    """Gives a file, sends elsewhere, or sends without end."""

    def do_GET(self):
        self.send_response({"/away": 302, "/gone": 404}.get(self.path, 200))
        if self.path == "/away":
            self.send_header("Location", "http://localhost:1/file")
        self.end_headers()
        if self.path == "/file":
            self.wfile.write(b"data")
        try:
            while self.path == "/endless":
                self.wfile.write(bytes(1 << 20))
        except OSError:
            pass

    def log_message(self, *words):
        """Silence."""


@pytest.fixture
def old_site(settings):
    settings.LINK_CHECK_PRIVATE = True
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), OldSite)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_file_is_fetched_from_the_old_site(old_site):
    assert fetching.fetched(f"{old_site}/file", "127.0.0.1") == b"data"


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/away", "the address is not one of the old site"),
        ("/gone", "the old site answers with the error 404"),
        ("/endless", "the file is larger than 25 MB"),
    ],
)
def test_fetching_has_limits(old_site, path, reason):
    with pytest.raises(fetching.Unfetched, match=reason):
        fetching.fetched(f"{old_site}{path}", "127.0.0.1")


def test_private_network_and_other_hosts_are_not_asked(settings):
    with pytest.raises(fetching.Unfetched, match="may not be asked"):
        fetching.fetched("http://127.0.0.1:9/x", "127.0.0.1")
    with pytest.raises(fetching.Unfetched, match="not one of the old site"):
        fetching.fetched("http://other.example/x", "old.example")
