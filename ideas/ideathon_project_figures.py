"""What the ideathons of a project came to: challenges, solutions, awards, projects funded."""

from django.db.models import Prefetch
from django.utils.translation import gettext as _
from django.utils.translation import npgettext

from core.languages import foreign
from core.numbers import euro
from projects.report.figures import Figure, Group, Row, Table, results_address

from .ideathon import Challenge, Ideathon
from .ideathon_jury import Award
from .ideathon_solution import Solution


def groups(project):
    ideathons = list(Ideathon.objects.published().filter(project=project).order_by("pk"))
    if ideathons:
        yield proposed(project, ideathons)
        yield awarded(project, ideathons)


def proposed(project, ideathons):
    """Challenges and the solutions that visitors can read, with the people in the teams."""
    public = Prefetch("solutions", Solution.objects.published().order_by("title_lv", "pk"), "shown")
    rows = Challenge.objects.filter(ideathon__in=ideathons).select_related("ideathon")
    challenges = list(rows.prefetch_related(public).order_by("ideathon", "position", "pk"))
    solutions = [(each, solution) for each in challenges for solution in each.shown]
    posed, sent_in = challenge_table(challenges), solution_table(solutions)
    where, told = results_address(project, posed.key), results_address(project, sent_in.key)
    people = sum(solution.size for _challenge, solution in solutions)
    label = npgettext("under a number", "solution", "solutions", len(solutions))
    figures = (
        Figure("ideathon.challenges", _("challenges"), len(challenges), where),
        Figure("ideathon.solutions", label, len(solutions), told, is_main=True),
        Figure("ideathon.people", _("people in the teams"), people, told),
    )
    return Group("ideathon", _("Ideathon"), figures, (posed, sent_in), position=47)


def challenge_table(challenges):
    rows = tuple(
        Row(
            (each.title, len(each.shown), each.ideathon.title),
            each.ideathon.get_absolute_url(),
            foreign(each),
        )
        for each in challenges
    )
    headings = (_("Challenge"), _("Solutions"), _("Ideathon"))
    return Table("challenges", _("Challenges and how many solutions they found"), headings, rows)


def solution_table(solutions):
    rows = tuple(
        Row(
            (solution.title, solution.size, solution.team),
            solution.get_absolute_url(),
            foreign(solution),
        )
        for _challenge, solution in solutions
    )
    headings = (_("Solution"), _("People"), _("Team"))
    return Table("solutions", _("Solutions and their teams"), headings, rows)


def awarded(project, ideathons):
    """Awards, which are public from the results on, and the projects that they became."""
    rows = Award.objects.filter(ideathon__in=[each for each in ideathons if each.has_results])
    awards = list(
        rows.select_related("solution", "funded_project").order_by("ideathon", "place", "pk")
    )
    where = results_address(project, "awards")
    amount = sum(award.amount for award in awards)
    funded = sum(award.public_project is not None for award in awards)
    label = npgettext(
        "under a number",
        "solution that won an award",
        "solutions that won an award",
        len(awards),
    )
    figures = (
        Figure("awards", label, len(awards), where, is_main=True),
        Figure("awards.euros", _("euros awarded"), amount, where),
        Figure("awards.projects", _("projects funded from awards"), funded, where),
    )
    found = tuple(figure for figure in figures if figure.value)
    table = Table(
        "awards",
        _("Awards and the projects that they became"),
        (_("Solution"), _("Place"), _("Money"), _("Project")),
        tuple(award_row(award) for award in awards),
    )
    return Group("awards", _("Awards"), found, (table,), position=48)


def award_row(award):
    became = award.public_project
    solution = award.solution
    address = solution.get_absolute_url() if solution.is_published else ""
    cells = (solution.title, award.place, euro(award.amount), became.title if became else "–")
    return Row(cells, address, foreign(solution))
