"""The full record of one project as plain data, for other sites and for machines.

`docs/sharing.md` describes it; `projects.sync` reads it on the other side. Contact persons never
leave, nor does what a site says in its `local_text`.
"""

from django.conf import settings
from django.urls import reverse

from opendata.forms import LICENCE
from pages.models import SiteProfile

from .acknowledgement import acknowledgement
from .record_parts import (
    LANGUAGES,
    amount,
    day,
    in_both,
    partner,
    parts,
    picture,
    rich_texts,
    territory,
    texts,
)

FORMAT, VERSION = "rural-partnership-project", 1
RICH = ("body", "aims", "tasks", "activities", "outcome")
PLAIN = (
    *("title", "short_name", "summary", "target_groups", "territory_note"),
    *("other_partners", "thanks"),
)


def record(project):
    """`project` must be published, and read with `with_details()`."""
    programme = project.programme
    return {
        "format": FORMAT,
        "version": VERSION,
        **name_and_place(project),
        **{name: texts(project, name) for name in PLAIN},
        **{name: rich_texts(project, name) for name in RICH},
        **facts(project),
        "fund": fund(programme.fund),
        "programme": about_programme(programme) if programme.is_published else None,
        "measure": measure(project.public_measure),
        "themes": [named(each) for each in project.themes.all()],
        "territories": [territory(each) for each in project.territories.all()],
        "partners": [partner(each, project) for each in project.participations.all()],
        "shares": [share(each) for each in project.funding_shares.all()],
        **parts(project),
        "acknowledgement": who_paid(project),
        "pictures": [picture(each) for each in images(project)],
    }


def name_and_place(project):
    """What the record is called, where it is kept and shown, and since when."""
    return {
        "uid": str(project.uid),
        "id": project.stable_url,
        "url": {code: settings.SITE_URL + project.url_in(code) for code in LANGUAGES},
        "site": site(project),
        "licence": LICENCE,
        "published_at": project.published_at.isoformat(),
        "updated_at": project.updated_at.isoformat(),
    }


def site(project=None):
    """The site that keeps the record: this one, or the one that it was taken over from."""
    if project and not project.is_kept_here:
        keeper = project.subscription
        return {"name": dict.fromkeys(LANGUAGES, keeper.name), "url": origin_of(keeper.url)}
    profile = SiteProfile.objects.first() or SiteProfile()
    return {"name": texts(profile, "name"), "url": settings.SITE_URL}


def origin_of(url):
    """Scheme and host of an address."""
    return "/".join(url.split("/", 3)[:3])


def record_url(project):
    return settings.SITE_URL + reverse("project_record", args=[project.uid])


def facts(project):
    return {
        "kind": project.kind,
        "status": project.status,
        "title_language": project.title_language,
        "number": project.number,
        "funding_level": project.funding_level,
        "total_cost": amount(project.total_cost),
        "cofinancing_rate": amount(project.cofinancing_rate),
        "start_on": day(project.start_on),
        "start_precision": project.start_precision,
        "end_on": day(project.end_on),
        "end_precision": project.end_precision,
        "duration_months": project.duration_months,
    }


def fund(row):
    return {
        "slug": row.slug,
        "kind": row.kind,
        "website": row.website,
        "name": texts(row, "name"),
        "short_name": texts(row, "short_name"),
    }


def about_programme(row):
    return {
        "slug": row.slug_lv or "",
        "title": texts(row, "title"),
        "code": row.code,
        "period_start": row.period_start,
        "period_end": row.period_end,
        "website": row.website,
        "statement": texts(row, "statement"),
        "national_line": texts(row, "national_line"),
    }


def measure(row):
    return {**named(row), "code": row.code} if row else None


def named(row):
    return {"slug": row.slug, "name": texts(row, "name")}


def share(row):
    """What one source pays."""
    return {
        "fund": fund(row.fund),
        "amount": amount(row.amount),
        "rate": amount(row.rate),
        "note": texts(row, "note"),
    }


def who_paid(project):
    """What must be said about the money, word for word."""
    said = acknowledgement(project)
    return {
        "has_emblem": said.has_emblem,
        **{
            name: in_both(lambda name=name: getattr(said, name))
            for name in ("statement", "fund_name", "sentence", "national_line")
        },
    }


def images(project):
    """The cover and the gallery, each picture once."""
    rows = [project.cover, *(each.image for each in project.gallery.all())]
    return list(dict.fromkeys(filter(None, rows)))
