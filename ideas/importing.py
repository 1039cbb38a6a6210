"""Ideas from a table: read, judged row by row, taken over once however often the file comes.

A row is known by its number, if the table has one, else by its title; `import_key` holds which.
"""

import hashlib
from dataclasses import dataclass, field

from django.db import transaction
from django.utils.translation import gettext as _

from core.exchange import tables
from core.exchange.values import as_text
from engage.plain import paragraphs, plain

from . import actions
from .idea import DOERS, TEXT_LENGTH, TITLE_LENGTH, Idea
from .idea_forms import places_of

# Heading → what it means; both languages are understood.
COLUMNS = {
    **dict.fromkeys(("nr", "nr.", "no", "no."), "number"),
    **dict.fromkeys(("tēma", "theme"), "theme"),
    **dict.fromkeys(("ideja", "idea", "title"), "title"),
    **dict.fromkeys(("sīkāk", "in detail", "text"), "text"),
    **dict.fromkeys(("kur", "where", "territory"), "territory"),
    **dict.fromkeys(("iedzīvotāji", "residents"), "by_residents"),
    **dict.fromkeys(("nvo", "ngo"), "by_ngo"),
    **dict.fromkeys(("pašvaldība", "municipality"), "by_municipality"),
    **dict.fromkeys(("atbalstītāji", "supporters"), "paper_supports"),
}
HEADINGS = (
    *("Nr", "Tēma", "Ideja", "Sīkāk", "Kur", "Iedzīvotāji", "NVO", "Pašvaldība"),
    "Atbalstītāji",
)
YES = {"x", "×", "jā", "ja", "yes", "1", "+", "true"}
NO = {"", "-", "nē", "ne", "no", "0", "false"}
STATES = NEW, KNOWN, CHANGED, WRONG = "new", "known", "changed", "wrong"


@dataclass
class Line:
    """One row of the table: what it would do, and why it cannot."""

    number: int  # in the file
    title: str
    values: dict
    key: str = ""
    errors: list = field(default_factory=list)
    differs: list = field(default_factory=list)  # names of fields, of an idea that is there
    idea: Idea | None = None

    @property
    def state(self):
        if self.errors:
            return WRONG
        if self.idea is None:
            return NEW
        return CHANGED if self.differs else KNOWN


def read(data, forum):
    """The `Line`s of an XLSX or CSV file for a forum; raises `tables.TableError`."""
    table = tables.read(data)
    names = [COLUMNS.get(each) for each in table.headings]
    missing = {"theme", "title"} - set(names)
    if missing:
        raise tables.TableError(_("The table needs a column for the theme and one for the idea."))
    reader = Reader(forum)
    rows = zip(table.numbers, table.rows, strict=True)
    return [reader.line(number, dict(zip(names, cells, strict=True))) for number, cells in rows]


class Reader:
    """Reads rows for one forum, whose themes, places and ideas it knows."""

    def __init__(self, forum):
        self.themes = {folded(theme.name_lv): theme for theme in forum.themes.all()}
        self.themes |= {folded(each.name_en): each for each in forum.themes.all() if each.name_en}
        self.places = {folded(each.name): each for each in places_of(forum)}
        there = Idea.objects.filter(theme__forum=forum).exclude(import_key=None)
        self.there = {idea.import_key: idea for idea in there.select_related("territory")}
        self.seen = set()

    def line(self, number, cells):
        cells = {name: as_text(cell).strip() for name, cell in cells.items() if name}
        title = " ".join(cells.get("title", "").split())
        line = Line(number, title, {})
        line.key = key_of(cells.get("number", ""), title)
        line.values = {
            "title_lv": title,
            "body_lv": paragraphs(cells.get("text", "")),
            "theme": self.theme(line, cells.get("theme", "")),
            "territory": self.place(line, cells.get("territory", "")),
            "paper_supports": self.count(line, cells.get("paper_supports", "")),
            **{name: self.tick(line, cells.get(name, "")) for name in DOERS},
        }
        self.judge(line, cells)
        line.idea = self.there.get(line.key)
        if line.idea:
            line.differs = differing(line)
        return line

    def judge(self, line, cells):
        if not line.title:
            line.errors.append(_("The idea is empty."))
        if len(line.title) > TITLE_LENGTH or len(cells.get("text", "")) > TEXT_LENGTH:
            line.errors.append(_("The idea is too long."))
        if not any(line.values[name] for name in DOERS):
            line.errors.append(_("Say who can realise the idea."))
        if line.key in self.seen:
            line.errors.append(_("The same idea stands in the table twice."))
        self.seen.add(line.key)

    def theme(self, line, text):
        found = self.themes.get(folded(text))
        if found is None:
            line.errors.append(_("The forum has no theme “%(theme)s”.") % {"theme": text})
        return found

    def place(self, line, text):
        found = self.places.get(folded(text))
        if text and found is None:
            line.errors.append(_("The forum has no place “%(place)s”.") % {"place": text})
        return found

    def count(self, line, text):
        if not text or (text.isdecimal() and len(text) < 7):
            return int(text or 0)
        line.errors.append(_("“%(text)s” is no number of supporters.") % {"text": text})
        return 0

    def tick(self, line, text):
        if folded(text) not in YES | NO:
            line.errors.append(_("“%(text)s” is neither yes nor no.") % {"text": text})
        return folded(text) in YES


def folded(text):
    return " ".join((text or "").casefold().split())


def key_of(number, title):
    """How a row is known again, whatever else of it changes."""
    known_by = f"nr:{folded(number)}" if number else f"title:{folded(title)}"
    return hashlib.sha256(known_by.encode()).hexdigest()


def differing(line):
    """Names of the fields in which the stored idea says something else than the row."""
    idea = line.idea
    return [
        str(Idea._meta.get_field(name).verbose_name)
        for name, value in line.values.items()
        if comparable(getattr(idea, name)) != comparable(value)
    ]


def comparable(value):
    return " ".join(plain(value).split()) if isinstance(value, str) else value


@transaction.atomic
def take_over(*, lines, event=None, by=None):
    """Store the new ones of the lines, published when `by` may publish; gives the ideas."""
    made = []
    for line in lines:
        if line.state == NEW:
            idea = Idea(**line.values, import_key=line.key, event=event, language="lv")
            actions.vouch(idea=idea, by=by, source=Idea.Source.IMPORT)
            idea.save()
            made.append(idea)
    return made
