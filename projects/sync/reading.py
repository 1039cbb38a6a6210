"""The list and the records of another site, judged as a whole before anything is written."""

from django.utils.translation import gettext as _

from partnership.models import Organisation, Territory
from projects.models import (
    Fund,
    FundingShare,
    Measure,
    Milestone,
    Participation,
    Programme,
    Project,
    ProjectLink,
    Quote,
    Result,
    Theme,
)
from projects.record import FORMAT, PLAIN, RICH, VERSION
from projects.record_views import LIST_FORMAT

from .asking import Wrong, host_of
from .shapes import (
    address,
    column,
    html,
    in_both,
    lately,
    maybe,
    moment,
    rows,
    shape,
    text,
    uid,
    words,
)

MOST_PAGES, MOST_ENTRIES = 100, 1000  # of a list; of one of its pages
FACTS = (
    *("kind", "status", "title_language", "number", "funding_level", "total_cost"),
    *("cofinancing_rate", "start_on", "start_precision", "end_on", "end_precision"),
    "duration_months",
)
ABOUT_PROGRAMME = ("code", "period_start", "period_end", "website")
OF_BODY = ("country", "kind", "website", "registration_number", "is_natural_person")


def columns(model, *names):
    return {name: column(model, name) for name in names}


def named(model, *names):
    return {"name": words(model, "name", True), **columns(model, "slug", *names)}


SITE = shape(name=in_both(text(200)), url=address())
FUND = shape(**named(Fund, "kind", "website"), short_name=words(Fund, "short_name", True))
TERRITORY = shape(**named(Territory, "kind", "code", "register_code"))
PROGRAMME = shape(
    title=words(Programme, "title", True),
    slug=column(Programme, "slug_lv"),
    statement=words(Programme, "statement"),
    national_line=words(Programme, "national_line"),
    **columns(Programme, *ABOUT_PROGRAMME),
)
BODY = shape(
    name=words(Organisation, "name"),
    full_name=maybe(words(Organisation, "full_name")),
    region=maybe(words(Organisation, "region")),
    town=maybe(words(Organisation, "town")),
    **columns(Organisation, *OF_BODY),
)
PARTNER = shape(
    organisation=BODY,
    territories=rows(TERRITORY, 100),
    place=words(Participation, "place"),
    note=words(Participation, "note"),
    text=in_both(html),
    **columns(Participation, "role", "number", "share"),
)
PARTS = {
    "shares": shape(
        fund=FUND, note=words(FundingShare, "note"), **columns(FundingShare, "amount", "rate")
    ),
    "results": shape(
        label=words(Result, "label", True),
        source=lately(words(Result, "source")),
        **columns(Result, "sign", "value", "is_planned"),
    ),
    "milestones": shape(
        title=words(Milestone, "title", True),
        text=words(Milestone, "text"),
        **columns(Milestone, "happens_on", "precision", "is_highlight"),
    ),
    "quotes": shape(
        text=words(Quote, "text", True),
        role=words(Quote, "role"),
        source=words(Quote, "source"),
        person=column(Quote, "person"),
        organisation=maybe(words(Organisation, "name")),
    ),
    "links": shape(label=words(ProjectLink, "label", True), url=address()),
}
RECORD = shape(
    uid=uid,
    id=address(),
    site=SITE,
    published_at=moment,
    updated_at=moment,
    **{name: words(Project, name, name == "title") for name in PLAIN},
    **{name: in_both(html) for name in RICH},
    **columns(Project, *FACTS),
    fund=FUND,
    programme=maybe(PROGRAMME),
    measure=maybe(shape(**named(Measure, "code"))),
    themes=rows(shape(**named(Theme)), 50),
    territories=rows(TERRITORY, 200),
    partners=rows(PARTNER, 200),
    **{name: rows(reader, 100) for name, reader in PARTS.items()},
)
LIST = shape(site=SITE, next=maybe(address(2000)), projects=rows(lambda each: each, MOST_ENTRIES))
ENTRY = shape(uid=uid, id=address(), updated_at=moment, record=address())


def read_list(data, host):
    """(name of the site, address of the rest, entries as they came) of one page of a list."""
    check_format(data, LIST_FORMAT)
    found = LIST(data)
    check_host(host, found["site"]["url"])
    if found["next"]:
        check_host(host, found["next"])
    return found["site"]["name"], found["next"], found["projects"]


def read_record(data, entry, host):
    """The clean record that `entry` promised, kept by the site that was asked."""
    check_format(data, FORMAT)
    found = RECORD(data)
    if found["uid"] != entry["uid"]:
        raise Wrong(_("The record has another stable name than the list says."))
    check_host(host, found["id"])
    check_host(host, found["site"]["url"])
    if found["programme"] is None:
        raise Wrong(_("Its programme is not public on that site."))
    return found


def check_format(data, name):
    if not isinstance(data, dict) or data.get("format") != name:
        raise Wrong(_("This is not a list or record of projects of this software."))
    if data.get("version") != VERSION:
        raise Wrong(_("The site runs another version of the software; its data differ."))


def check_host(host, url):
    if host_of(url) != host:
        raise Wrong(_("It names an address of another site: %(url)s") % {"url": url[:200]})
