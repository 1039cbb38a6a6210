"""What staff decide about saved pages."""

from html import escape

from django.db import transaction
from django.utils.translation import gettext as _

from core.admin import recording
from projects.models import Participation, Project, Result

from .models import SavedPage
from .pages.forms import FACTS

Role = Participation.Role


@transaction.atomic
def make_project(*, page, form, user):
    """The draft project that a valid `ConfirmForm` describes; a page makes one project only."""
    page = SavedPage.objects.select_for_update(of=("self",)).get(pk=page.pk)
    if page.project_id:
        return page.project
    cleaned = form.cleaned_data
    facts = {name: cleaned[name] for name in FACTS}
    titles = {name: cleaned[name] for name in ("title_lv", "title_en")}
    body = {f"body_{page.language}": body_of(page)}
    project = Project.objects.create(owner_id=page.owner_id, **facts, **titles, **body)
    add_partners(project, cleaned.get("lead"), cleaned.get("partners", ()))
    project.territories.set(cleaned.get("territories", ()))
    for position, figure in enumerate(form.chosen_figures(), 1):
        label = {f"label_{page.language}": figure["label"], "label_lv": figure["label"]}
        sign = Result.Sign(figure["sign"])
        Result.objects.create(
            project=project, sign=sign, value=figure["value"], position=position, **label
        )
    page.project, page.state = project, SavedPage.State.CONFIRMED
    page.save(update_fields=["project", "state"])
    recording.record(user, project, _("made of the saved page “%(name)s”") % {"name": page.name})
    return project


def add_partners(project, lead, partners):
    ordered = [lead] if lead else []
    ordered += [key for key in partners if key != lead]
    for position, key in enumerate(ordered, 1):
        role = Role.LEAD if key == lead else Role.PARTNER
        Participation.objects.create(
            project=project, organisation_id=key, role=role, position=position
        )


def body_of(page):
    """The lines below the heading as paragraphs, without what stands on every page."""
    feet = [(start, end) for kind, _value, start, end in page.found if kind == "furniture"]
    paragraphs, place = [], 0
    for line in page.text.split("\n"):
        if line == page.title:
            paragraphs.clear()  # a path, a switch of languages, a counter
        elif (place, place + len(line)) not in feet:
            paragraphs.append(f"<p>{escape(line)}</p>")
        place += len(line) + 1
    return "".join(paragraphs)


@transaction.atomic
def set_aside(*, page, is_aside=True):
    """Take a page that makes no project from the list of what waits, or bring it back."""
    states = SavedPage.State
    before, after = (states.WAITING, states.ASIDE) if is_aside else (states.ASIDE, states.WAITING)
    return SavedPage.objects.filter(pk=page.pk, state=before).update(state=after)
