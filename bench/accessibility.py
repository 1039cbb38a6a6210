"""Asks axe about the pages of a running site; the results feed the accessibility statement.

`python -m bench.accessibility http://127.0.0.1:8000 results.json` (needs requirements-dev.txt)
"""

import json
import os
import re
import sys
import urllib.request
from collections import Counter, defaultdict
from datetime import date
from urllib.parse import urlsplit

import django
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from tests.browser.conftest import FLAGS, chromium_path  # noqa: E402 (it asks for settings)
from tests.browser.judging import judge  # noqa: E402

OF_EACH_KIND = 2
BESIDES = ("/lv/", "/en/", "/lv/meklet/?q=ciems", "/lv/nav-tadas-lapas/")


def addresses(base):
    """Some pages of each kind from the site's map: the list, and pages below it."""
    found, kinds = [*BESIDES], defaultdict(list)
    for part in locations(f"{base}/sitemap.xml"):
        inner = locations(base + urlsplit(part).path) if part.endswith(".xml") else [part]
        for address in inner:
            path = urlsplit(address).path
            kinds["/".join(path.split("/")[:3])].append(path)
    for paths in kinds.values():
        found += paths[:OF_EACH_KIND]
    return list(dict.fromkeys(found))


def locations(address):
    with urllib.request.urlopen(address, timeout=60) as answer:  # noqa: S310 (the base is our own)
        return re.findall("<loc>([^<]+)</loc>", answer.read().decode())


def main(base, target):
    broken, version = Counter(), re.search(r"axe v([\d.]+)", Axe().axe_script)
    paths = addresses(base.rstrip("/"))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(playwright), args=FLAGS)
        page = browser.new_page(bypass_csp=True)
        for path in paths:
            page.goto(base.rstrip("/") + path)
            rules = rules_in(judge(page))
            broken.update(rules)
            print(f"{path}: {', '.join(sorted(rules)) or 'nothing'}")
        browser.close()
    tool = f"axe-core {version[1]}" if version else "axe-core"
    results = {"day": str(date.today()), "tool": tool, "pages": len(paths), "violations": broken}
    with open(target, "w") as file:
        json.dump(results, file, indent=1)


def rules_in(judged):
    """The names of the rules that a page breaks, whatever its width and look."""
    return {
        line.partition(":")[0] if isinstance(line, str) else "reflow"
        for wrong in judged.values()
        for line in (wrong if isinstance(wrong, list) else [wrong])
    }


if __name__ == "__main__":
    main(*sys.argv[1:])
