"""What happens to solutions and scores. Keyword arguments, one transaction, mails written with it.

Whoever changes what results are computed from holds the ideathon's row first.
"""

from django.db import transaction
from django.utils import timezone

from engage import links
from engage.moderation import locked

from . import ideathon_mails as mails
from . import sent_in
from .ideathon import Ideathon
from .ideathon_jury import Juror, Recusal, Score
from .ideathon_ranking import ranking
from .ideathon_solution import Solution
from .sent_in import NotPossible

State, Source = Solution.State, Solution.Source


# What teams do.


@transaction.atomic
def submit(*, challenge, email, occasion, language, **values):
    """Note a solution and ask its sender to confirm the mailbox; nobody sees it before.

    `occasion` names the form that was sent, so that a form sent twice is one solution: then the
    answer is None. Raises `NotPossible` when the ideathon takes none now.
    """
    ideathon = Ideathon.objects.published().filter(pk=challenge.ideathon_id).first()
    if ideathon is None or not ideathon.takes_solutions:
        raise NotPossible
    values |= {"challenge": challenge, "email": email, "language": language}
    return sent_in.note(Solution, f"solution-confirm:{occasion}", mails.ask_to_confirm, **values)


@transaction.atomic
def confirm(*, solution):
    """The mailbox is the sender's own: the solution waits for a decision. Again changes nothing."""
    return sent_in.confirm(solution, mails.tell_received)


@transaction.atomic
def correct(*, solution, **values):
    """Take over what the team wrote anew; what came back waits for a decision once more.

    Raises `NotPossible` once the solution is published or there are results.
    """
    solution = locked(solution)
    if solution.state not in Solution.CORRECTABLE or solution.ideathon.has_results:
        raise NotPossible
    return sent_in.take_over(solution, values)


@transaction.atomic
def forget(*, solution):
    """Delete the contact person at once; what is not published yet goes with them."""
    sent_in.forget(solution)


@transaction.atomic
def renew_link(*, solution):
    """End all links to a solution and send a new one to its mailbox."""
    solution = locked(solution)
    links.end_links(solution)
    mails.send_new_link(solution)


# What jurors do.


def held_for_scoring(juror, solution):
    """Hold the ideathon; refuse once there are results, and what is not for this juror."""
    ideathon = locked(juror.ideathon)
    mine = Solution.objects.published().filter(pk=solution.pk, challenge__ideathon=ideathon)
    is_recused = Recusal.objects.filter(juror=juror, solution=solution).exists()
    if ideathon.has_results or is_recused or not mine.exists():
        raise NotPossible


@transaction.atomic
def score(*, juror, solution, values):
    """Keep a juror's points, {criterion: 0–5}, for one solution; saved again they are replaced."""
    held_for_scoring(juror, solution)
    rows = [
        Score(juror=juror, solution=solution, criterion=criterion, value=value)
        for criterion, value in values.items()
    ]
    Score.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["juror", "solution", "criterion"],
        update_fields=["value"],
    )


@transaction.atomic
def recuse(*, juror, solution):
    """Take a solution off a juror's sheet; points given so far do not count any more."""
    held_for_scoring(juror, solution)
    Recusal.objects.get_or_create(juror=juror, solution=solution)


# What staff do.


@transaction.atomic
def add_juror(*, ideathon, **values):
    """Put somebody into the jury; staff vouch for the mailbox. `values` are fields of `Juror`."""
    now = timezone.now()
    return Juror.objects.create(ideathon=ideathon, source=Source.STAFF, confirmed_at=now, **values)


@transaction.atomic
def remove_juror(*, juror):
    """Take somebody out of the jury who has scored nothing. Raises `NotPossible`."""
    ideathon = locked(juror.ideathon)
    if ideathon.has_results or juror.scores.exists():
        raise NotPossible
    sent_in.delete(juror)


@transaction.atomic
def set_recusals(*, juror, solutions):
    """The solutions that a juror does not score, exactly these. Raises `NotPossible`."""
    if locked(juror.ideathon).has_results:
        raise NotPossible
    juror.recused.set(solutions)


@transaction.atomic
def invite(*, jurors, again=False):
    """Mail the links of the score sheets to those who have none; `again`: new ones to all."""
    number = 0
    for juror in jurors:
        if juror.email and (again or juror.invited_at is None):
            if juror.invited_at is not None:
                links.end_links(juror)
            number += mails.invite(juror)
            Juror.objects.filter(pk=juror.pk).update(invited_at=timezone.now())
    return number


@transaction.atomic
def publish_results(*, ideathon):
    """Make places, points and awards public and tell every team once; gives the number of mails.

    From then on nothing that they are computed from can change. Raises `NotPossible` when there
    are results already, or nothing to tell: neither an award nor points.
    """
    ideathon = locked(ideathon)
    ranked = ranking(ideathon)
    awards = {each.solution_id: each for each in ideathon.awards.all()}
    if ideathon.has_results or not (awards or any(each.place for each in ranked)):
        raise NotPossible
    ideathon.results_at = timezone.now()
    ideathon.save(update_fields=["results_at", "updated_at"])
    told = [each for each in ranked if each.solution.email]
    return sum(
        mails.tell_results(each.solution, each.place, awards.get(each.solution.pk)) for each in told
    )


def vouch(*, solution, by=None):
    """Before saving: what staff type in needs no confirmation; `by` publishes it at once."""
    now = timezone.now()
    solution.source, solution.confirmed_at, solution.pending_at = Source.STAFF, now, now
    solution.state = State.PENDING
    if by is not None:
        solution.state, solution.decided_by = State.PUBLISHED, by
        solution.decided_at = solution.published_at = now
