"""What is made once at set-up: fonts, the icon sprite, one stylesheet, message catalogues.

Nothing third-party is committed: fonts and icons come from packages of requirements.txt.
Every step writes only what is out of date, so that a second run costs next to nothing.
"""

import hashlib
import re
from importlib.metadata import PackageNotFoundError, distribution
from importlib.resources import files
from zipfile import ZipFile

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.utils.translation.reloader import translation_file_changed

from core.speaking import gettext as _
from core.speaking import kilobytes, ngettext

from . import fonts
from .static import MANIFEST

FOLDER = settings.DATA_DIR / "prepared"
STAMP = settings.DATA_DIR / "static.stamp"

# (package, file, name here, features beside the needed ones): the text needs figures of one width,
# the large letters of titles and the text are kerned. The last one is for the statement of support,
# where Annex IX of Reg. (EU) 2021/1060 allows few; it is a line or two, so that 3 KB are saved.
SERIF, SANS = (
    "font_source_serif_pro/files/SourceSerifPro",
    "font_source_sans_pro/files/SourceSansPro",
)
KERNED = ("kern",)
FIGURES = ("tnum", "lnum", "pnum", *KERNED)
FONTS = (
    ("font-source-serif-pro", f"{SERIF}-Semibold.ttf", "serif-600", KERNED),
    ("font-source-sans-pro", f"{SANS}-Regular.ttf", "sans-400", FIGURES),
    ("font-source-sans-pro", f"{SANS}-Semibold.ttf", "sans-600", FIGURES),
    ("canonical-sphinx", "canonical_sphinx/theme/PDF/Ubuntu-B.ttf", "statement-700", ()),
)
STYLES = (
    *("tokens", "base", "controls", "components", "shell", "lists"),
    *("suggestions", "home", "detail"),
    "modes",
)
LEAFLET = ("leaflet.css", "leaflet.js")
# Pictures of controls that the site does not show, and the way to the readable source.
UNUSED = re.compile(r"background-image: url\(images/[^)]*\);|//# sourceMappingURL=\S*")
ICON = re.compile(r"""(?:\{%\s*icon\s+|\bicon\()["']([\w-]+)["']""")


class Missing(Exception):
    """Something that the site needs is not installed; the message names it."""


def prepare(say=print):
    """Make everything; `say` gets a line for each step that did something."""
    done = compile_catalogues()  # first, because the other lines are translated
    if done:
        say(_("translations: %(names)s") % {"names": done})
    for name, step in (
        (_("fonts"), make_fonts),
        (_("icons"), make_sprite),
        (_("stylesheet"), join_styles),
        (_("street map"), copy_leaflet),
        (_("static files"), collect_static),
    ):
        done = step()
        if done:
            say(f"{name}: {done}")


def write(path, data):
    """Write text or bytes when they differ from what is there; True when written."""
    data = data if isinstance(data, bytes) else data.encode()
    if path.exists() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return True


def make_fonts():
    """Subsets as WOFF2; made again only when the recipe or the package changes."""
    made = []
    for package, name, short, extra in FONTS:
        recipe = f"{package} {name} {extra} {fonts.FEATURES} {fonts.RANGES}".encode()
        target = FOLDER / "fonts" / f"{short}.woff2"
        mark = target.with_name(f".{short}.{hashlib.sha256(recipe).hexdigest()[:12]}")
        if not (target.exists() and mark.exists()):
            target.parent.mkdir(parents=True, exist_ok=True)
            for old in target.parent.glob(f".{short}.*"):
                old.unlink()
            size = make_font(package, name, target, extra)
            mark.touch()
            made.append(f"{short} {kilobytes(size)}")
    return ", ".join(made)


def make_font(package, name, target, extra=()):
    """Write one subset and return its size in bytes."""
    fonts.write_subset(packaged(package, name), target, extra)
    return target.stat().st_size


def packaged(package, name):
    """Path of a file that an installed package brought; the package itself is not imported."""
    try:
        path = distribution(package).locate_file(name)
    except PackageNotFoundError:
        raise Missing(
            _("the package %(package)s is not installed") % {"package": package}
        ) from None
    if not path.is_file():
        raise Missing(
            _("the package %(package)s has no file %(name)s") % {"package": package, "name": name}
        )
    return path


def used_icons():
    """Names in tags and calls of `icon`: in templates of the project and its apps, and in code."""
    own = [each.parent for each in settings.BASE_DIR.glob("*/__init__.py")]
    sources = [
        *settings.BASE_DIR.glob("templates/**/*.*"),
        *(file for app in own for file in app.glob("**/*.py")),
        *(file for app in own for file in app.glob("templates/**/*.*")),
    ]
    return sorted({name for file in sources for name in ICON.findall(file.read_text())})


def make_sprite():
    """`icons.svg`: one symbol for each icon that a template names."""
    names = used_icons()
    with (files("lucide") / "lucide.zip").open("rb") as packed, ZipFile(packed) as drawings:
        symbols = "".join(symbol(drawings, name) for name in names)
    text = f'<svg xmlns="http://www.w3.org/2000/svg">{symbols}</svg>\n'
    told = ngettext("%(number)d drawing", "%(number)d drawings", len(names)) % {
        "number": len(names)
    }
    return told if write(FOLDER / "icons.svg", text) else ""


def symbol(drawings, name):
    try:
        drawing = drawings.read(f"{name}.svg").decode()
    except KeyError:
        raise Missing(_("the package lucide has no icon named %(name)s") % {"name": name}) from None
    shapes = re.sub(r"\s+", " ", re.search(r"<svg[^>]*>(.*)</svg>", drawing, re.DOTALL)[1])
    stroke = 'stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"'
    return f'<symbol id="{name}" viewBox="0 0 24 24" fill="none" {stroke}>{shapes.strip()}</symbol>'


def join_styles():
    """One stylesheet for the browser; several files, with comments, for people."""
    sources = [settings.BASE_DIR / "static" / "css" / f"{name}.css" for name in STYLES]
    text = "\n".join(source.read_text() for source in sources)
    text = re.sub(r"/\*.*?\*/|^ +", "", text, flags=re.DOTALL | re.MULTILINE)
    return kilobytes(len(text.encode())) if write(FOLDER / "css" / "site.css", text) else ""


def copy_leaflet():
    """The map library as the package brings it, but for what leads to files that are not taken."""
    made = []
    for name in LEAFLET:
        source = packaged("django-leaflet", f"leaflet/static/leaflet/{name}").read_text()
        if write(FOLDER / "leaflet" / name, UNUSED.sub("", source)):
            made.append(name)
    return ", ".join(made)


def compile_catalogues():
    """A `.mo` beside every `.po` that is newer."""
    made = []
    for folder in settings.LOCALE_PATHS:
        for source in sorted(folder.glob("*/LC_MESSAGES/*.po")):
            target = source.with_suffix(".mo")
            if target.exists() and target.stat().st_mtime_ns >= source.stat().st_mtime_ns:
                continue
            with source.open("rb") as file:
                catalogue = read_po(file, locale=source.parts[-3])
            with target.open("wb") as file:
                write_mo(file, catalogue)
            translation_file_changed(None, target)  # Django has read it, or its absence, before
            made.append(source.parts[-3])
    return ", ".join(made)


def collect_static():
    """Collect, name by content and compress, when any file differs from the last time."""
    (settings.DATA_DIR / "prepared").mkdir(parents=True, exist_ok=True)
    rules = settings.STORAGES["staticfiles"], settings.WHITENOISE_SKIP_COMPRESS_EXTENSIONS
    digest = hashlib.sha256(str(rules).encode())
    for finder in get_finders():
        for path, storage in finder.list(["CVS", ".*", "*~"]):
            state = (path, storage.get_modified_time(path), storage.size(path))
            digest.update(repr(state).encode())
    manifest = settings.DATA_DIR / MANIFEST
    if manifest.exists() and STAMP.exists() and STAMP.read_text() == digest.hexdigest():
        return ""
    call_command("collectstatic", interactive=False, verbosity=0)
    (settings.STATIC_ROOT / MANIFEST).unlink(missing_ok=True)  # where it was kept before
    STAMP.write_text(digest.hexdigest())
    return _("collected")
