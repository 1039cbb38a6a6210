"""The pictures of the editors' manual, taken from a running site with the demonstration.

`python -m bench.pictures http://127.0.0.1:8000` writes docs/pictures/*.png (needs
requirements-dev.txt and the site's DATA_DIR). It signs in as an account of the demonstration,
whose language it changes; the site should be one that may be thrown away. It shows a saved page,
so `manage.py import_pages FOLDER` comes first.
"""

import io
import os
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from bench.start import start

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright keeps a loop in this thread
start()

from config.demo.accounts import DEMO_ACCOUNTS  # noqa: E402 (settings first)
from core.models import User  # noqa: E402
from tests.browser.conftest import FLAGS, chromium_path  # noqa: E402

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "pictures"
NAME = "tikls"
SIZE = {"width": 1200, "height": 760}
WIDTH = 900  # pixels of the stored pictures
COLOURS = 64  # enough for forms, and a third of the bytes
# Name: (address, how far to scroll in pixels). An address that ends with * is the first such link.
SHOTS = {
    "first-page": ("/admin/", 0),
    "projects": ("/admin/projects/project/", 0),
    "project-form": ("/admin/projects/project/*", 0),
    "publishing": ("/admin/news/post/*", 1300),
    "event-form": ("/admin/events/event/*", 0),
    "desk": ("/admin/desk/", 0),
    "pictures": ("/admin/core/image/", 0),
    "saved-page": ("/admin/moving/savedpage/*", 0),
}


def main(base):
    FOLDER.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(playwright), args=FLAGS)
        page = browser.new_page(viewport=SIZE, reduced_motion="reduce")
        sign_in(page, base)
        for language in ("lv", "en"):
            User.objects.filter(username=NAME).update(language=language)
            for name, (address, down) in SHOTS.items():
                take(page, base + address, down, FOLDER / f"{name}-{language}.png")
        browser.close()


def sign_in(page, base):
    password = next(each["password"] for each in DEMO_ACCOUNTS if each["username"] == NAME)
    page.goto(f"{base}/admin/")
    page.fill("[name=login]", NAME)
    page.fill("[name=password]", password)
    page.click("form [type=submit]")
    page.wait_for_url("**/admin/")


def take(page, address, down, target):
    page.goto(address.removesuffix("*"))
    if address.endswith("*"):
        page.click("#result_list tbody th a")
    page.wait_for_load_state("networkidle")
    page.evaluate("down => window.scrollTo(0, down)", down)
    page.wait_for_timeout(300)
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    picture.thumbnail((WIDTH, WIDTH), Image.Resampling.LANCZOS)
    picture.quantize(COLOURS).save(target, optimize=True)
    print(f"{target.name}: {target.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main(*sys.argv[1:])
