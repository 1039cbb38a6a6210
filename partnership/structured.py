"""Organisations in the words of schema.org: what they are, where and when they receive visitors."""

from django.conf import settings

from core.structured import address, known

from .organisations import Organisation

Kind = Organisation.Kind
TYPES = {
    Kind.LAG: "NGO",
    Kind.NGO: "NGO",
    Kind.UMBRELLA: "NGO",
    Kind.MUNICIPALITY: "GovernmentOrganization",
    Kind.AUTHORITY: "GovernmentOrganization",
    Kind.SCHOOL: "EducationalOrganization",
}
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def kind_of(organisation):
    if organisation.is_natural_person:
        return "Person"
    return TYPES.get(organisation.kind, "Organization")


def body(organisation, name=None, **more):
    """A body by the name it has, or had when it took part."""
    return known(
        type=kind_of(organisation),
        name=name or organisation.name,
        address={"@type": "PostalAddress", "addressCountry": organisation.country},
        url=organisation.website,
        **more,
    )


def partnership(item, offices=()):
    """The body behind a partnership's page, with its offices where they are known.

    Opening hours belong to a place, not to an organisation. E-mail addresses are left to the
    page, which hides them from harvesters.
    """
    places = [place(each, item.organisation) for each in offices]
    node = body(
        item.organisation,
        legalName=item.organisation.full_name,
        description=item.summary,
        slogan=item.slogan,
        areaServed=[{"@type": "AdministrativeArea", "name": each.name} for each in item.area.all()],
        telephone=next((each["telephone"] for each in places if "telephone" in each), None),
        location=places,
    )
    node |= {"@id": f"{address(item)}#organisation", "url": address(item), "name": item.title}
    if places:
        node["address"] = places[0]["address"]
    if item.organisation.website:
        node["sameAs"] = item.organisation.website
    return node


def place(office, organisation):
    return known(
        type="Place",
        name=office.name,
        address=known(
            type="PostalAddress",
            streetAddress=office.address,
            postalCode=office.postcode,
            addressCountry=organisation.country,
        ),
        telephone=next((each.number for each in office.phones.all()), None),
        openingHoursSpecification=[
            {
                "@type": "OpeningHoursSpecification",
                "dayOfWeek": f"https://schema.org/{DAYS[each.weekday - 1]}",
                "opens": f"{each.opens_at:%H:%M}",
                "closes": f"{each.closes_at:%H:%M}",
            }
            for each in office.hours.all()
        ],
    )


def site(profile, host, language, search):
    """The site itself, kept by its own partnership; `search` is the address of its search."""
    home = f"{settings.SITE_URL}/{language}/"
    return known(
        type="WebSite",
        id=home,
        url=home,
        name=profile.name or (host.title if host else ""),
        description=profile.lead or profile.tagline,
        inLanguage=language,
        publisher={"@id": f"{address(host)}#organisation"} if host else None,
        potentialAction={
            "@type": "SearchAction",
            "target": f"{settings.SITE_URL}{search}?q={{search_term_string}}",
            "query-input": "required name=search_term_string",
        },
    )
