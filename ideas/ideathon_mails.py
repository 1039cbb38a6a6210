"""The mails of an ideathon: to teams and to jurors, each reason once.

Nothing that was typed into the form stands in a mail before the mailbox is confirmed.
"""

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from engage import links
from engage.outbox import post

JURY = links.JURY


def path_of(solution, purpose=links.MANAGE):
    """The address of a team's page about its solution, in the active language."""
    return reverse("ideas:my_solution", args=[links.token(solution, purpose)])


def address_of(solution, purpose=links.MANAGE):
    """The same with the site's address, in the team's language."""
    with translation.override(solution.language):
        return settings.SITE_URL + path_of(solution, purpose)


def sheet_address(juror):
    """Where a juror scores, in the juror's language."""
    with translation.override(juror.language):
        return settings.SITE_URL + reverse("ideas:jury_sheet", args=[links.token(juror, JURY)])


def send(row, name, key, **context):
    """Write one mail to a team or a juror; whether it is new."""
    ideathon = row.ideathon
    page = settings.SITE_URL + ideathon.url_in(row.language)
    return post(
        key=key,
        to=row.email,
        template=f"ideas/mail/ideathon_{name}",
        language=row.language,
        context={"ideathon": ideathon, "page": page, **context},
        about=row,
    )


def ask_to_confirm(solution, key):
    return send(solution, "confirm", key, link=address_of(solution, links.CONFIRM))


def tell_received(solution):
    key = f"solution-received:{solution.public_id}"
    return send(solution, "received", key, solution=solution, link=address_of(solution))


def send_new_link(solution):
    """After `links.end_links`: the link that works from now on."""
    key = f"solution-link:{solution.public_id}:{solution.link_version}"
    return send(solution, "new_link", key, link=address_of(solution))


def tell_results(solution, place, award):
    """The results, to each team once."""
    own = settings.SITE_URL + solution.url_in(solution.language)
    key = f"ideathon-results:{solution.public_id}"
    told = {"solution": solution, "place": place, "award": award, "own": own}
    return send(solution, "results", key, **told)


def invite(juror):
    """The link of the score sheet; again after its version was raised."""
    key = f"jury:{juror.public_id}:{juror.link_version}"
    return send(juror, "jury", key, link=sheet_address(juror), juror=juror)
