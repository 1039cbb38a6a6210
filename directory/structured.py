"""The directory in the words of schema.org. Addresses and phones only where they are public."""

from core.structured import address, known, moment, picture
from partnership.structured import body


def organisation(entry, **more):
    """The body behind a page of the directory, as this page tells of it."""
    contact, territory = entry.contact, entry.territory
    node = body(
        entry.organisation,
        name=entry.title,
        description=entry.summary,
        dateModified=None,
        logo=picture(entry.cover),
        areaServed=territory and {"@type": "AdministrativeArea", "name": territory.name},
        keywords=[each.name for each in entry.sectors.all()],
        knowsLanguage=entry.languages,
        sameAs=[each for each in (entry.organisation.website, entry.social) if each],
        email=contact.shown_email if contact else None,
        telephone=contact.shown_phone if contact else None,
        **more,
    )
    return node | {"@id": f"{address(entry)}#organisation", "url": address(entry)}


def demand(listing):
    """An offer or a request: schema.org's Offer and Demand."""
    entry = listing.entry
    return known(
        type="Offer" if listing.direction == listing.Direction.OFFER else "Demand",
        id=f"{address(listing)}#listing",
        url=address(listing),
        name=listing.title,
        description=listing.summary,
        validFrom=moment(listing.published_at),
        validThrough=str(listing.valid_until),
        offeredBy=known(type="Organization", id=f"{address(entry)}#organisation", name=entry.title),
    )
