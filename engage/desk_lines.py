"""What the moderation desk shows of a row: its texts, its form, what can be done with it."""

from hashlib import sha256
from typing import NamedTuple

from django.urls import NoReverseMatch, reverse
from django.utils.formats import localize
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import rights
from core.fields import RichText

from .moderation import Moderated
from .plain import plain

State = Moderated.State
MANY_LINKS = 2  # more of them in one text are pointed out: advertisements have many
DOINGS = {
    State.PUBLISHED: gettext_lazy("Publish"),
    State.RETURNED: gettext_lazy("Return for correction"),
    State.REJECTED: gettext_lazy("Reject"),
    State.ARCHIVED: gettext_lazy("Take down"),
}


class Line(NamedTuple):
    """One row of the page."""

    key: str
    row: Moderated
    kind: str
    texts: list  # (label, text)
    has_many_links: bool
    form: str  # address of its form in the administration, or ""
    doings: list  # (state, label)

    @property
    def mark(self):
        """What tells whether somebody has changed what was read here."""
        read = repr((str(self.row), [text for _label, text in self.texts]))
        return sha256(read.encode()).hexdigest()[:16]


def line(user, row):
    texts = [(label, text) for label, text in map(told(row), row.desk_fields) if text]
    links = sum(text.count("http://") + text.count("https://") for _label, text in texts)
    return Line(
        key=key_of(row),
        row=row,
        kind=capfirst(row._meta.verbose_name),
        texts=texts,
        has_many_links=links > MANY_LINKS,
        form=form_of(user, row),
        doings=[(each, DOINGS[each]) for each in row.DECISIONS if each in row.NEXT[row.state]],
    )


def told(row):
    """A function of a field's name: (label, text) of it, as a moderator reads it."""

    def field(name):
        column = next((each for each in row._meta.get_fields() if each.name == name), None)
        value = getattr(row, f"get_{name}_display", getattr(row, name))
        value = value() if callable(value) else value
        if isinstance(value, bool):
            value = _("yes") if value else _("no")
        elif hasattr(value, "all"):
            value = ", ".join(map(str, value.all()))
        if isinstance(column, RichText):
            value = plain(value or "")
        label = row.desk_labels.get(name) or getattr(column, "verbose_name", _("details"))
        return capfirst(str(label)), str(localize(value)) if value else ""

    return field


def key_of(row):
    return f"{row._meta.label_lower}:{row.pk}"


def form_of(user, row):
    opts = row._meta
    try:
        address = reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[row.pk])
    except NoReverseMatch:
        return ""
    return address if rights.may(user, "view", type(row), row) else ""
