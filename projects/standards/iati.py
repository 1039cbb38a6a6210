"""Development cooperation as activities of IATI 2.03.

An activity is a project of the kind “development cooperation” whose start is known (the standard
asks for a planned or actual start) and which is kept here: a project of another site is reported
by that site, and an activity must not be reported twice. A programme is its funder's to report.
A list without an activity gives a file without one, which the schema refuses.
"""

from xml.etree import ElementTree as Tree

from django.conf import settings
from django.utils import timezone

from projects.partners import shown_name

from .iati_elements import add, described, figures, money, narrate, partners, places, sectors
from .identifiers import beneficiary, partner_name, publisher
from .places import Places
from .reading import read

# Code list ActivityStatus: 1 pipeline, 2 implementation, 4 closed, 5 cancelled.
STATUS = {
    "preparation": "1",
    "consultation": "1",
    "approved": "1",
    "running": "2",
    "completed": "4",
    "cancelled": "5",
}
NGO = "22"  # code list OrganisationType: national NGO
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<iati-activities version="2.03"'


def write(rows, listing):
    known, source = Places(), publisher()
    now = timezone.now().isoformat(timespec="seconds")
    yield f'{HEAD} generated-datetime="{now}">\n'.encode()
    for project in read(activities(rows)):
        Tree.indent(element := activity(project, source, known))
        yield Tree.tostring(element, encoding="unicode").encode() + b"\n"
    yield b"</iati-activities>\n"


def activities(rows):
    return rows.filter(kind="development", subscription=None, start_on__isnull=False)


def activity(project, source, known):
    """One `iati-activity`, its elements in the order of the schema."""
    identifier, name = source
    root = Tree.Element("iati-activity", {"default-currency": "EUR", "humanitarian": "0"})
    root.set("last-updated-datetime", project.updated_at.isoformat(timespec="seconds"))
    root.set("xml:lang", "lv")
    add(root, "iati-identifier").text = f"{identifier}-{project.uid}"
    narrate(add(root, "reporting-org", ref=identifier, type=NGO), name)
    described(root, project)
    partners(root, project)
    numbers(root, project)
    add(root, "activity-status", code=STATUS[project.status])
    dates(root, project)
    contact(root, project)
    places(root, project, known)
    sectors(root, project)
    money(root, project)
    pages(root, project)
    figures(root, project)
    return root


def numbers(root, project):
    """The numbers that the funder gave; type A1: of whoever reports, A9: of somebody else."""
    if project.number:
        add(root, "other-identifier", ref=project.number, type="A1")
    for each in project.participations.all():
        if each.number and each.number != project.number:
            add(root, "other-identifier", ref=each.number, type="A9")


def dates(root, project):
    """Code list ActivityDateType: 1 and 3 planned, 2 and 4 actual start and end."""
    has_begun = project.status in ("running", "completed")
    has_ended = project.status == "completed"
    today = timezone.localdate()
    for day, is_past, planned, actual in (
        (project.start_on, has_begun, "1", "2"),
        (project.end_on, has_ended, "3", "4"),
    ):
        if day:
            kind = actual if is_past and day <= today else planned
            add(root, "activity-date", {"type": kind, "iso-date": day.isoformat()})


def contact(root, project):
    """The contact person of the beneficiary, as far as the page shows it; type 1: general."""
    partner = beneficiary(project)
    person = partner.contact if partner else None
    if not person or not person.is_shown or not shown_name(partner):
        return
    info = add(root, "contact-info", type="1")
    narrate(add(info, "organisation"), partner_name(partner))
    narrate(add(info, "person-name"), person.name)
    email = "" if hasattr(person, "contact_point") else person.email  # written to by a form
    for name, value in (("telephone", person.phone), ("email", email)):
        if value:
            add(info, name).text = value


def pages(root, project):
    """The project's page in both languages; category A12: web page of the activity."""
    for language, _name in settings.LANGUAGES:
        address = settings.SITE_URL + project.url_in(language)
        link = add(root, "document-link", url=address, format="text/html")
        narrate(
            add(link, "title"), getattr(project, f"title_{language}") or project.title, language
        )
        add(link, "category", code="A12")
        add(link, "language", code=language)
