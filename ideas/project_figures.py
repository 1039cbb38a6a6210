"""What the idea forums of a project gathered: by theme and who can realise it; to whom it went."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import npgettext

from core import dates
from core.languages import foreign
from core.reading import Reading
from projects.report.figures import Figure, Group, Row, Table, list_address, results_address

from .filters import DoerFacet
from .models import Forum, Handover, Idea

DOERS = DoerFacet.names_of_doers


def of_project(project):
    """Forums, ideas that stand for themselves with what is counted of them, hand-overs."""
    forums = Forum.objects.published().filter(project=project)
    keys = forums.order_by().values("pk")
    fields = ("answer", "theme", *(field for field, _label in DOERS.values()))
    ideas = Idea.objects.counted().filter(theme__forum__in=keys).order_by()
    handed = Handover.objects.filter(forum__in=keys)
    return {
        "forums": forums.order_by("pk"),
        "ideas": ideas.select_related("theme").only(*fields, *theme_columns()),
        "handed": handed.select_related("organisation", "forum"),
    }


def theme_columns():
    return [f"theme__{name}" for name in ("name_lv", "name_en", "slug", "position", "forum")]


READ = Reading(of_project)


def groups(project):
    found = READ(project=project.pk)
    if found["forums"]:
        yield gathered(project, found["forums"], found["ideas"])
        yield handed_over(project, found["handed"])


def gathered(project, forums, ideas):
    """Ideas by theme and by who can realise them; one that several can counts with each."""
    where = {"forum": [forum.slug_lv for forum in forums]}
    by_who = {
        value: sum(getattr(idea, field) for idea in ideas) for value, (field, _) in DOERS.items()
    }
    done = sum(idea.answer == Idea.Answer.DONE for idea in ideas)
    table = by_theme(ideas, where)
    label = npgettext("under a number", "idea", "ideas", len(ideas))
    figures = [
        Figure("ideas", label, len(ideas), address(**where), is_main=True),
        Figure(
            "ideas.themes",
            _("themes with ideas"),
            len(table.rows),
            results_address(project, table.key),
        ),
        *(
            Figure(
                f"ideas.{value}",
                _("ideas for: %(who)s") % {"who": DOERS[value][1]},
                number,
                address(**where, who=value),
            )
            for value, number in by_who.items()
            if number
        ),
    ]
    if done:
        answer = address(**where, answer=Idea.Answer.DONE.value)
        figures.append(Figure("ideas.done", _("realised ideas"), done, answer))
    note = _("An idea that several can realise counts with each of them.")
    return Group("ideas", _("Ideas"), tuple(figures), (table,), note, position=40)


def by_theme(ideas, where):
    """A row for each theme name: how many ideas, and of these how many for whom."""
    themes = {}
    for idea in sorted(ideas, key=lambda idea: (idea.theme.position, idea.theme.pk)):
        themes.setdefault(idea.theme.slug, []).append(idea)
    rows = tuple(
        Row(
            (
                rows[0].theme.name,
                len(rows),
                *(sum(getattr(idea, field) for idea in rows) for field, _label in DOERS.values()),
            ),
            address(**where, theme=slug),
            foreign(rows[0].theme, "name"),
        )
        for slug, rows in themes.items()
    )
    who = (capfirst(str(label)) for _field, label in DOERS.values())
    headings = (_("Theme"), _("Ideas"), *who)
    return Table("ideas-by-theme", _("Ideas by theme and who can realise them"), headings, rows)


def address(**query):
    return list_address("ideas:idea_list", **query)


def handed_over(project, handed):
    """To whom the ideas were handed, when, and whether they replied."""
    rows = tuple(
        Row(
            (
                each.organisation.name,
                dates.written(each.handed_on),
                dates.written(each.replied_on) if each.replied_on else "–",
            ),
            each.forum.get_absolute_url(),
        )
        for each in handed
    )
    replied = sum(each.replied_on is not None for each in handed)
    where = results_address(project, "handovers")
    figures = [Figure("handovers", _("hand-overs of the ideas"), len(rows), where)]
    if replied:
        figures.append(Figure("handovers.replied", _("replies to hand-overs"), replied, where))
    headings = (_("Handed to"), _("When"), _("Reply"))
    table = Table("handovers", _("To whom the ideas were handed"), headings, rows)
    return Group("handovers", _("Hand-overs"), tuple(figures), (table,), position=45)
