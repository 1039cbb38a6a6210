"""A judged record into the database: one transaction; what is this site's own stays."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.utils import translation
from django.utils.translation import gettext as _

from core.admin import recording
from projects.models import (
    FundingShare,
    Milestone,
    Participation,
    Project,
    ProjectLink,
    Quote,
    Result,
)
from projects.record import PLAIN, RICH

from . import matching
from .asking import Wrong
from .matching import columns, same_text
from .reading import FACTS

PART_MODELS = {
    "shares": ("funding_shares", FundingShare),
    "results": ("results", Result),
    "milestones": ("milestones", Milestone),
    "quotes": ("quotes", Quote),
    "links": ("links", ProjectLink),
}


def store(record, subscription, project=None):
    """Write the record as a new project or into `project`; `Wrong` when it fits nowhere."""
    try:
        with translation.override(settings.LANGUAGE_CODE), transaction.atomic():
            return write(record, subscription, project)
    except ValidationError as error:
        raise Wrong(" ".join(error.messages)) from None
    except DatabaseError:
        raise Wrong(_("The database does not take it; it may have changed meanwhile.")) from None


def write(record, subscription, project):
    if project:  # as it is now: staff may have saved it while the other site answered
        rows = Project.objects.filter(pk=project.pk, subscription=subscription)
        project = rows.select_for_update(of=("self",)).first()
        if project is None:
            raise Wrong(_("The database does not take it; it may have changed meanwhile."))
        recording.record_first(project)
    else:
        project = Project(
            uid=record["uid"],
            subscription=subscription,
            owner_id=subscription.owner_id,
            published_at=record["published_at"],
        )
    fill(project, record)
    project.full_clean(exclude=[*project.translated_fields, "slug"])
    project.save()
    project.themes.set([matching.theme(each) for each in record["themes"]])
    project.territories.set([matching.territory(each) for each in record["territories"]])
    write_partners(project, record["partners"])
    for name, (manager, model) in PART_MODELS.items():
        getattr(project, manager).all().delete()
        for position, row in enumerate(record[name], 1):
            model.objects.create(project=project, position=position, **part(row))
    comment = _("taken over from %(site)s") % {"site": subscription}
    recording.record(None, project, comment)
    return project


def fill(project, record):
    """What comes from the origin; address, owner, cover, dates of publishing and own text stay."""
    texts = {}
    for name in (*PLAIN, *RICH):
        texts |= columns(name, record[name])
    fund = matching.fund(record["fund"])
    programme = matching.programme(record["programme"], fund)
    measure = record["measure"] and matching.measure(record["measure"], programme)
    facts = {name: record[name] for name in FACTS}
    origin = {"origin_url": record["id"], "origin_changed_at": record["updated_at"]}
    known = {**texts, **facts, **origin, "programme": programme, "measure": measure}
    for name, value in {**known, "is_gone_at_origin": False}.items():
        setattr(project, name, value)


def part(row):
    """The columns of one row of a part."""
    found = {}
    for name, value in row.items():
        found |= columns(name, value) if isinstance(value, dict) else {name: value}
    if "fund" in row:
        found = {name: value for name, value in found.items() if not name.startswith("fund_")}
        found["fund"] = matching.fund(row["fund"])
    if "organisation" in row:
        found = {name: each for name, each in found.items() if not name.startswith("organisation")}
        found["organisation"] = speaker(row["organisation"])
    return found


def speaker(names):
    """The organisation that a quote names, if this site knows it by now."""
    if names is None or not any(names.values()):
        return None
    rows = matching.Organisation.objects.filter(same_text("name", names))
    return rows.order_by("pk").first()


def write_partners(project, partners):
    """The rows of organisations that stay keep what this site adds: contact and consent.

    Of a partnership that has its page here, also the text, which is its own.
    """
    wanted = {}
    for row in partners:
        if body := organisation(row["organisation"]):
            if body.pk in wanted:
                raise Wrong(_("%(name)s is named as a partner twice.") % {"name": body})
            wanted[body.pk] = (body, row)
    kept = {each.organisation_id: each for each in project.participations.all()}
    project.participations.exclude(organisation__in=wanted).delete()
    project.participations.filter(role="lead").update(role=Participation.Role.PARTNER)
    for position, (body, row) in enumerate(wanted.values(), 1):
        participation = kept.get(body.pk) or Participation(project=project, organisation=body)
        write_partner(participation, row, position)


def organisation(data):
    """None for a natural person whose name has left the open data."""
    if any(text.strip() for text in data["name"].values()):
        return matching.organisation(data)
    if data["is_natural_person"]:
        return None
    raise Wrong(_("A partner has no name."))


def write_partner(participation, row, position):
    body = participation.organisation
    names = ["place", "note"]
    if participation.pk is None or not hasattr(body, "partnership"):
        names.append("text")
    for name in names:
        for column, value in columns(name, row[name]).items():
            setattr(participation, column, value)
    for name in ("role", "number", "share"):
        setattr(participation, name, row[name])
    participation.position = position
    participation.save()
    participation.territories.set([matching.territory(each) for each in row["territories"]])
