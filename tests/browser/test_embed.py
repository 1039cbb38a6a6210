"""The card of a project in a frame on another site."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.browser.conftest import follow


class Page(BaseHTTPRequestHandler):
    """A page of another site with the frame in it."""

    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(self.server.html.encode())

    def log_message(self, *args):
        pass


@pytest.fixture
def stranger():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Page)
    thread = threading.Thread(target=server.serve_forever, args=[0.01], daemon=True)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize("width", [280, 480])
def test_card_shows_on_another_site(browser, site, page_for, stranger, width):
    page = page_for("/lv/projekti/")
    follow(page.locator(".card h3 a").first)
    page.locator("details.embed summary").click()
    code = page.locator("#embed-code").input_value()
    stranger.html = f"<!doctype html><title>x</title>{code}".replace(
        'width="480"', f'width="{width}"'
    )
    context = browser.new_context()
    other = context.new_page()
    said = []
    other.on("console", lambda message: said.append(message.text))
    other.goto(f"http://localhost:{stranger.server_port}/")

    card = other.frame_locator("iframe")
    card.locator("h1").wait_for()

    box = card.locator(".paid").bounding_box()
    frame = other.locator("iframe").bounding_box()
    assert box["y"] + box["height"] <= frame["y"] + frame["height"]
    assert card.locator("body").evaluate("body => body.scrollWidth <= innerWidth")
    assert card.locator(".card").evaluate("card => getComputedStyle(card).display") == "flex"
    pictures = card.locator("img").evaluate_all("all => all.map(each => each.naturalWidth > 0)")
    assert all(pictures)
    assert said == []
    assert context.cookies() == []
    card.locator("h1 a").click()
    other.wait_for_url(f"{site}/lv/projekti/**")
    context.close()
