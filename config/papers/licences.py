"""docs/licences.md: what the site is built with and under which terms, from the packages."""

import re
from importlib.metadata import PackageNotFoundError, metadata

from django.conf import settings

HEAD = """# Licences of what the site is built with

The site itself: [EUPL-1.2](../LICENSE). Made by `manage.py papers` from the packages of
`requirements*.txt`; a test keeps it current. Why each is in:
[decision 2](decisions/0002-dependencies.md).
"""
FILES = {
    "requirements.txt": "on every site",
    "requirements-fonts.txt": "fonts, copied when the site is prepared",
    "requirements-dev.txt": "for tests alone",
    "requirements-schemas.txt": "for tests alone, schema files",
}
PIN = re.compile(r"^([A-Za-z0-9_.-]+)(?:\[[^\]]*\])?==([^\s;]+)")
SHORT = 60  # letters; a longer field of a package is the text of its licence
# Packages whose own data do not name their licence; read in the files that they bring.
READ = {
    "axe-playwright-python": "MIT; axe-core in it MPL-2.0",
    "canonical-sphinx": "GPL-3.0; only its font files are copied: Ubuntu Font Licence 1.0",
    "django-import-export": "BSD-2-Clause",
    "lucide": "MIT; the icons in it ISC",
    "pyrage": "MIT",
    "pytest-django": "BSD-3-Clause",
}


def page():
    lines = [HEAD]
    for name, told in FILES.items():
        lines += [
            f"## {name}: {told}",
            "",
            "| package | version | licence |",
            "| --- | --- | --- |",
        ]
        lines += [f"| {each} | {version} | {licence_of(each)} |" for each, version in pins(name)]
        lines.append("")
    return "\n".join(lines)


def pins(name):
    """(package, version) of each line of a file of requirements."""
    lines = (settings.BASE_DIR / name).read_text().splitlines()
    return [found.groups() for line in lines if (found := PIN.match(line))]


def licence_of(package):
    """The licence in one line, as the package names it; `unknown` when it does not."""
    try:
        data = metadata(package)
    except PackageNotFoundError:
        return READ.get(package, "unknown")
    classifiers = [
        each.rpartition(" :: ")[2]
        for each in data.get_all("Classifier", [])
        if each.startswith("License :: ") and not each.endswith("OSI Approved")
    ]
    named = (data.get("License") or "").strip().partition("\n")[0]
    named = named if named.upper() != "UNKNOWN" and len(named) <= SHORT else ""
    told = (READ.get(package), data.get("License-Expression"), named, ", ".join(classifiers))
    return next(filter(None, told), "unknown")
