"""A real browser before the real site: `manage.py run` on an empty data folder."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import sync_playwright

from config import prepare
from config.demo import accounts
from tests.admin.signing import code_of
from tests.browser.tile_server import TileServer

ROOT = Path(__file__).resolve().parent.parent.parent
# The shell is the same browser without its windows, and costs two thirds.
SHELL = "chromium-headless-shell"
NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = [
    "--no-sandbox",
    "--hide-scrollbars",
    "--font-render-hinting=none",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
START_SECONDS, END_SECONDS = 900, 120  # a busy machine is no mistake of the site
# Milliseconds before each answer: with `LATENCY=800` every test fails that forgets to wait.
LATENCY = int(os.environ.get("LATENCY", 0))
SLOW = {"offline": False, "latency": LATENCY, "downloadThroughput": -1, "uploadThroughput": -1}
DEMO_ACCOUNTS = {each["username"]: each for each in accounts.DEMO_ACCOUNTS}


def pytest_collection_modifyitems(items):
    for item in items:
        if "browser" in Path(item.fspath).parts:
            item.add_marker(pytest.mark.browser)


def chromium_path(playwright):
    """The browser of the system, else the one that Playwright installed; None without one."""
    named = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    own = playwright.chromium.executable_path
    return named or (own if Path(own).exists() else None)


@pytest.fixture(scope="package")
def browser():
    with sync_playwright() as playwright:
        path = chromium_path(playwright)
        if path is None:
            message = f"NO CHROMIUM: browser tests did not run (apt install {SHELL})"
            if os.environ.get("REQUIRE_BROWSER"):
                pytest.fail(message)
            pytest.skip(message)
        launched = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield launched
        launched.close()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="package")
def tiles():
    """The server that the site's street map takes its pictures from, once somebody asks for it."""
    server = TileServer()
    yield server
    server.close()


@pytest.fixture(scope="package")
def folder():
    """For the site's data: each run of pytest that begins shuts its own to the database's user."""
    with tempfile.TemporaryDirectory(prefix="site-", ignore_cleanup_errors=True) as place:
        yield Path(place)


@pytest.fixture(scope="package")
def site(browser, tiles, folder):
    """Address of the site that `manage.py run` serves from a new data folder."""
    port = free_port()
    take_what_is_prepared(folder)
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment |= {"DATA_DIR": str(folder), "PORT": str(port)} | tiles.settings
    log = folder / "run.log"
    output = log.open("w")
    process = subprocess.Popen(
        [sys.executable, "manage.py", "run"],
        cwd=ROOT,
        env=environment,
        stdout=output,
        stderr=output,
    )
    output.close()
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(address, process, log)
        yield address
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(END_SECONDS)
    assert not (folder / "postgres" / "postmaster.pid").exists(), "the database was left running"


def take_what_is_prepared(folder):
    """`make test` has made fonts and static files; tests/test_prepare.py proves how."""
    for made in (prepare.FOLDER, settings.STATIC_ROOT):
        if made.exists():
            shutil.copytree(made, folder / made.name)
    for note in (prepare.STAMP, settings.DATA_DIR / prepare.MANIFEST):
        if note.exists():
            shutil.copy2(note, folder)


def wait_for(address, process, log):
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        try:
            urllib.request.urlopen(f"{address}/lv/").close()  # noqa: S310 (our own address)
            return
        except OSError:
            if process.poll() is not None:
                break
            time.sleep(0.5)
    pytest.fail(f"the site did not start:\n{log.read_text()}")


@pytest.fixture
def page_for(browser, site):
    """Open a page of the site; fails on console errors, failed requests, hosts not in `hosts`."""
    opened = []

    def open_page(path="/lv/", width=1280, height=900, dark=False, hosts=(), **options):
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
            base_url=site,
            **options,
        )
        wrong = []
        watch(context, (site, *hosts), wrong)
        page = context.new_page()
        if LATENCY:
            slow = context.new_cdp_session(page)
            slow.send("Network.emulateNetworkConditions", SLOW)
        opened.append((context, wrong))
        page.goto(path)
        return page

    yield open_page
    complaints = []
    for context, wrong in opened:
        context.close()
        complaints += wrong
    assert complaints == []


@pytest.fixture(scope="package")
def administrator_state(browser, site):
    """Cookies of the demonstration's site administrator, who has set up an authenticator app."""
    account = DEMO_ACCOUNTS["administrators"]
    context = browser.new_context(base_url=site)
    page = context.new_page()
    page.goto("/admin/")
    fill_in(page, account)
    page.goto("/admin/account/app/")
    page.fill("[name=code]", code_of(page.locator("#authenticator_secret").text_content()))
    page.click("input[type=submit]")
    page.wait_for_url("**/admin/account/codes/")
    state = context.storage_state()
    context.close()
    return state


def follow(element):
    """Click, and wait for the page that it leads to: a click alone does not."""
    with element.page.expect_navigation():
        element.click()


def fill_in(page, account):
    """Sign in on the page that asks for it."""
    page.fill("[name=login]", account["username"])
    page.fill("[name=password]", account["password"])
    page.click("input[type=submit]")
    page.locator("#user-tools").wait_for()


@pytest.fixture(scope="package")
def states():
    """Cookies of the demonstration's people, by username, once they have signed in."""
    return {}


@pytest.fixture
def signed_in(page_for, states, request):
    """Open the administration as one of the demonstration's people, by username."""

    def sign_in(name, path="/admin/", **options):
        if name == "administrators":
            states[name] = request.getfixturevalue("administrator_state")
        elif name not in states:
            page = page_for("/admin/")
            fill_in(page, DEMO_ACCOUNTS[name])
            states[name] = page.context.storage_state()
        return page_for(path, storage_state=states[name], **options)

    return sign_in


@pytest.fixture
def mailbox(signed_in):
    """The newest mail that staff can read on a site without a server, with a given title."""
    staff = signed_in("tikls", "/admin/engage/outbox/folder/")

    def link_in(title, part):
        """The last link of the mail; the process beside the site sends every few seconds."""
        letter = staff.locator(".letter", has=staff.get_by_role("heading", name=title)).first
        for _each in range(60):
            staff.reload()
            if letter.count():
                return letter.locator(f"a[href*='{part}']").last.get_attribute("href")
            staff.wait_for_timeout(500)
        raise AssertionError(staff.content())

    return link_in


def watch(context, hosts, wrong):
    """Write down whatever a page must not do."""

    def request(seen):
        if not seen.url.startswith((*hosts, "data:", "blob:")):
            wrong.append(f"request to another host: {seen.url}")

    def console(message):
        if message.type == "error":
            wrong.append(f"console: {message.text}")

    context.on("request", request)
    context.on("console", console)
    context.on("weberror", lambda error: wrong.append(f"script: {error.error}"))
