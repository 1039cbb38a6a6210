"""Made-up organisations and partnerships of each country."""

from partnership.models import Organisation, Partnership

from .words import name_of_place

PARTNERSHIPS, OTHERS = 2_000, 30_000
KINDS = "ngo municipality company farm craftsperson school authority other".split()
PUBLISHED = "2015-03-02T07:00:00+00:00"


def make_bodies(frame):
    """Fills `others` and `partners` of every country of the frame."""
    for country, number in frame.shares(frame.scaled(OTHERS)):
        rows = [
            organisation(frame.rng, country.code, f"org-{place}", frame.rng.choice(KINDS))
            for place in range(number)
        ]
        country.others = [row.pk for row in Organisation.objects.bulk_create(rows)]
    for country, number in frame.shares(frame.scaled(PARTNERSHIPS)):
        rows = [
            organisation(frame.rng, country.code, f"vrg-{place}", "lag") for place in range(number)
        ]
        make_partnerships(frame.rng, country, Organisation.objects.bulk_create(rows))


def organisation(rng, code, slug, kind):
    name = name_of_place(rng)
    slug = f"{slug}-{code}".lower()
    return Organisation(name_lv=name, slug=slug, kind=kind, country=code, town_lv=name)


def make_partnerships(rng, country, bodies):
    rows = Partnership.objects.bulk_create(
        Partnership(
            organisation=body,
            title_lv=f"{body.name_lv} partnerība",
            title_en=f"{body.name_lv} Partnership",
            slug_lv=body.slug,
            slug_en=body.slug,
            published_at=PUBLISHED,
            is_host=country.code == "LV" and body is bodies[0],
        )
        for body in bodies
    )
    country.partners = [(row.organisation_id, row.pk) for row in rows]
    areas = Partnership.area.through
    areas.objects.bulk_create(
        areas(partnership_id=row.pk, territory_id=place)
        for row in rows
        for place in rng.sample(
            country.territories, min(rng.randint(1, 5), len(country.territories))
        )
    )
