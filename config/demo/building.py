"""Short ways to write bilingual rows: texts as (Latvian, English), other rows by their slug."""

import re
from datetime import datetime, time

from django.utils import timezone

from events.models import Series
from pages.models import GlossaryTerm
from partnership.models import Organisation, Partnership, Person, Territory
from projects.models import (
    Fund,
    FundingShare,
    Measure,
    Milestone,
    Participation,
    Programme,
    Project,
    ProjectImage,
    ProjectLink,
    Quote,
    Result,
    Theme,
)

ROWS = {
    "organisation": (Organisation, "slug"),
    "manager": (Organisation, "slug"),
    "organiser": (Organisation, "slug"),
    "publisher": (Organisation, "slug"),
    "project": (Project, "slug_lv"),
    "series": (Series, "slug_lv"),
    "owner": (Partnership, "organisation__slug"),
    "fund": (Fund, "slug"),
    "programme": (Programme, "slug_lv"),
    "measure": (Measure, "slug"),
    "contact": (Person, "name"),
    "territory": (Territory, "slug"),
}
PARTS = {
    "partners": Participation,
    "money": FundingShare,
    "results": Result,
    "quotes": Quote,
    "steps": Milestone,
    "links": ProjectLink,
}


def both(**texts):
    """`title=("Nosaukums", "Title")` as the fields `title_lv` and `title_en`, on one line each.

    Spaces that may not be broken stay.
    """
    return {
        f"{name}_{language}": re.sub("[ \n]+", " ", text).strip()
        for name, pair in texts.items()
        for language, text in zip(("lv", "en"), pair, strict=True)
    }


def found(row, pictures=None):
    """The same fields with rows in place of slugs, pictures in place of names, moments of days."""
    fields = dict(row)
    for name in fields.keys() & ROWS.keys():
        model, key = ROWS[name]
        fields[name] = model.objects.get(**{key: fields[name]})
    if "cover" in fields:
        fields["cover"] = pictures[fields["cover"]]
    if "published_at" in fields:
        morning = datetime.combine(fields["published_at"], time(9))
        fields["published_at"] = timezone.make_aware(morning)
    return fields


def chosen(model, slugs):
    """The rows with these slugs; every slug must be there."""
    rows = list(model.objects.filter(slug__in=slugs))
    missing = set(slugs) - {row.slug for row in rows}
    if missing:
        raise LookupError(f"{model.__name__}: no {', '.join(sorted(missing))}")
    return rows


def make_project(facts, pictures):
    """Write one project with everything that belongs to it; relations come when all are there."""
    project = Project.objects.create(**found(facts["fields"], pictures))
    project.themes.set(chosen(Theme, facts["themes"]))
    project.territories.set(chosen(Territory, facts.get("territories", ())))
    project.glossary_terms.set(chosen(GlossaryTerm, facts.get("terms", ())))
    for name, model in PARTS.items():
        for position, row in enumerate(facts.get(name, ())):
            make_part(project, model, position, row)
    for position, name in enumerate(facts.get("gallery", ())):
        ProjectImage.objects.create(project=project, position=position, image=pictures[name])
    return project


def make_part(project, model, position, row):
    fields = found(row)
    territories = fields.pop("territories", ())
    if model is Participation:  # the demonstration takes it that all agreed to the publication
        fields.setdefault("agreed_on", project.published_at.date())
    part = model.objects.create(project=project, position=position, **fields)
    if territories:
        part.territories.set(chosen(Territory, territories))
