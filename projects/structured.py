"""Projects in the words of schema.org, where a project is an organisation that a grant funds.

As such it has no keywords, licence or date of change: these belong to the page about it.
"""

from core import dates
from core.structured import address, known, web_page
from partnership.structured import body

from .partners import Participation, shown_name


def project_page(project, **more):
    """The nodes of a project's page."""
    themes = [each.name for each in project.themes.all()]
    node = {"@id": project.stable_url}
    return [web_page(project, keywords=themes, mainEntity=node, **more), as_node(project)]


def as_node(project):
    fund = known(
        type="Organization", name=project.programme.fund.name, url=project.programme.fund.website
    )
    return known(
        type="Project",
        id=project.stable_url,
        url=address(project),
        name=project.title,
        alternateName=project.short_name,
        description=project.summary,
        identifier=number(project),
        foundingDate=day(project.start_on, project.start_precision),
        dissolutionDate=day(project.end_on, project.end_precision),
        areaServed=[
            {"@type": "AdministrativeArea", "name": each.name} for each in project.territories.all()
        ],
        **partners(project),
        funder=fund,
        funding=grant(project, fund),
    )


def day(value, precision):
    return dates.machine(value, precision) if value else None


def number(project):
    if not project.number:
        return None
    return {"@type": "PropertyValue", "propertyID": "project number", "value": project.number}


def partners(project):
    """The lead partner as parent organisation, the others as members; supporters as sponsors."""
    by_role = {role: [] for role in Participation.Role}
    for each in project.participations.all():
        name = shown_name(each)
        if name:
            by_role[each.role].append(body(each.organisation, name))
    lead, partner, supporter = by_role.values()
    return {
        "parentOrganization": next(iter(lead), None),
        "member": [*lead, *partner],
        "sponsor": supporter,
    }


def grant(project, fund):
    """The support; its sum where total cost and rate are known."""
    programme, support = project.programme, project.support
    amount = {"@type": "MonetaryAmount", "value": float(support or 0), "currency": "EUR"}
    return known(
        type="MonetaryGrant",
        name=programme.title if programme.is_published else "",
        identifier=project.number,
        amount=amount if support is not None else None,
        funder=fund,
        fundedItem={"@id": project.stable_url},
    )
