"""Answers are sent small: brotli to whom nothing secret is told, gzip to others."""

import gzip

import brotli
import pytest

from tests.factories import PostFactory

pytestmark = pytest.mark.django_db
PAGE = "/lv/zinas/"


def sent(client, accepted):
    return client.get(PAGE, headers={"accept-encoding": accepted})


@pytest.mark.parametrize(
    ("accepted", "encoding", "read"),
    [
        ("gzip, deflate, br, zstd", "br", brotli.decompress),
        ("br;q=1.0, gzip;q=0.8", "br", brotli.decompress),
        ("gzip, br;q=0", "gzip", gzip.decompress),
        ("gzip, brotli", "gzip", gzip.decompress),
    ],
)
def test_visitor_gets_the_page_in_the_best_way_the_browser_reads(client, accepted, encoding, read):
    PostFactory(title_lv="Jauni partneri")
    plain = sent(client, "identity")

    answer = sent(client, accepted)

    assert answer.headers["Content-Encoding"] == encoding
    assert answer.headers["Vary"] == plain.headers["Vary"]
    assert "Accept-Encoding" in answer.headers["Vary"]
    assert int(answer.headers["Content-Length"]) == len(answer.content) < len(plain.content)
    assert "Jauni partneri" in plain.content.decode()
    assert read(answer.content) == plain.content


def test_whose_page_may_hold_secrets_gets_the_way_that_blurs_its_length(client):
    client.cookies["sessionid"] = "any"

    assert sent(client, "gzip, br").headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in sent(client, "br").headers


def test_page_that_is_sent_small_is_known_again(client):
    answer = sent(client, "br")

    again = client.get(
        PAGE, headers={"accept-encoding": "br", "if-none-match": answer.headers["ETag"]}
    )

    assert answer.headers["ETag"].startswith('W/"')
    assert (again.status_code, again.content) == (304, b"")
