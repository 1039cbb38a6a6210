"""Taking over the projects of one subscription: what is new, what changed, what is gone."""

import time
from dataclasses import dataclass, field

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from projects.models import Project, Subscription

from .asking import Gone, Silent, Wrong, get_json, host_of
from .reading import ENTRY, MOST_PAGES, check_host, read_list, read_record
from .writing import store

LIST_PATH = "/data/projects.json"
TOLD = 20  # problems that are kept in words
WHOLE = 3600  # seconds for all of one site


@dataclass
class Outcome:
    """What one run did; `problems` are sentences."""

    created: int = 0
    changed: int = 0
    unchanged: int = 0
    gone: int = 0
    left: int = 0
    problems: list = field(default_factory=list)

    @property
    def is_known(self):
        """Whether any project was seen; else the problems say all there is to say."""
        return any((self.created, self.changed, self.unchanged, self.gone, self.left))

    def __str__(self):
        told = _(
            "%(created)s new, %(changed)s changed, %(unchanged)s unchanged,"
            " %(gone)s no longer there, %(left)s left for the next time"
        )
        return told % vars(self)


def list_address(url):
    """The address of the list when only that of the site is given; `Wrong` for our own site."""
    url = url.strip()
    host = host_of(url)
    if host is None:
        raise Wrong(_("This is not a complete address."))
    if host == host_of(settings.SITE_URL):
        raise Wrong(_("This is the address of this site itself."))
    return url.rstrip("/") + LIST_PATH if url.count("/") < 4 and "?" not in url else url


def take_over(subscription, seconds=WHOLE, everything=False):
    """Bring the subscription's projects up to date within `seconds`; tells what was wrong.

    `everything` writes also what has not changed, for instance after a change of a fund's name.
    """
    outcome, ends = Outcome(), time.monotonic() + seconds
    try:
        name, entries = read_entries(list_address(subscription.url), outcome, ends)
    except Wrong as wrong:
        outcome.problems.append(str(wrong))
    else:
        subscription.name = subscription.name or name[:200]
        take_entries(subscription, entries, outcome, ends, everything)
        if not outcome.problems:
            outcome.gone = mark_gone(subscription, [each["uid"] for each in entries])
    remember(subscription, outcome)
    return outcome


def read_entries(url, outcome, ends):
    """(name of the site, entries of the projects that it keeps itself) of all pages of the list."""
    host, seen, found = host_of(url), set(), {}
    name = {}
    while url:
        if url in seen or len(seen) >= MOST_PAGES:
            raise Wrong(_("The list has too many pages."))
        if time.monotonic() > ends:
            raise Silent(_("The other site does not answer, or too slowly."))
        seen.add(url)
        name, url, entries = read_list(get_json(url), host)
        for number, each in enumerate(entries, 1):
            try:
                entry = ENTRY(each)
                if host_of(entry["id"]) == host:  # others are taken from where they are kept
                    check_host(host, entry["record"])
                    found[entry["uid"]] = entry
            except Wrong as wrong:
                outcome.problems.append(f"{number}: {wrong}")
    return name.get(settings.LANGUAGE_CODE, ""), list(found.values())


def take_entries(subscription, entries, outcome, ends, everything):
    known = {each.uid: each for each in Project.objects.filter(uid__in=[e["uid"] for e in entries])}
    for number, entry in enumerate(entries):
        if time.monotonic() > ends:
            outcome.left = len(entries) - number
            return
        try:
            take(subscription, entry, known.get(entry["uid"]), outcome, everything)
        except Silent as silent:
            outcome.problems.append(str(silent))
            outcome.left = len(entries) - number
            return
        except Wrong as wrong:
            outcome.problems.append(f"{entry['id']}: {wrong}")  # leads people to the project


def take(subscription, entry, project, outcome, everything):
    """One project: new, changed, unchanged, or gone since the list was made."""
    if project and project.subscription_id != subscription.pk:
        name = project.title if project.is_published else project.uid  # a draft stays unnamed
        told = _("This site has that project already and not from there: %(name)s")
        raise Wrong(told % {"name": name})
    if project and project.origin_changed_at == entry["updated_at"] and not everything:
        back = Project.objects.filter(pk=project.pk, is_gone_at_origin=True)
        back.update(is_gone_at_origin=False)
        outcome.unchanged += 1
        return
    try:
        record = read_record(get_json(entry["record"]), entry, host_of(subscription.url))
    except Gone:
        if project:
            outcome.gone += mark(Project.objects.filter(pk=project.pk))
        return
    store(record, subscription, project)
    outcome.created += project is None
    outcome.changed += project is not None


def mark_gone(subscription, uids):
    """Projects that the list has no longer stay here, and say so."""
    return mark(Project.objects.filter(subscription=subscription).exclude(uid__in=uids))


def mark(rows):
    return rows.filter(is_gone_at_origin=False).update(is_gone_at_origin=True)


def remember(subscription, outcome):
    """How it ended, for the people who look at the subscription."""
    problems = outcome.problems[:TOLD]
    if more := len(outcome.problems) - TOLD:
        problems += [_("More problems: %(number)s") % {"number": more}] if more > 0 else []
    subscription.problem = "\n".join(problems)
    subscription.checked_at = timezone.now()
    if not problems:
        subscription.succeeded_at = subscription.checked_at
    names = ["name", "problem", "checked_at", "succeeded_at"]
    subscription.save(update_fields=names)


def active():
    return Subscription.objects.filter(is_active=True)
