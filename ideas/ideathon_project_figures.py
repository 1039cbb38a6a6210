"""What the ideathons of a project came to: challenges, solutions, awards, projects funded."""

from collections import Counter

from django.utils.translation import gettext as _
from django.utils.translation import npgettext

from core.languages import foreign
from core.numbers import euro
from core.reading import Reading
from projects.report.figures import Figure, Group, Row, Table, results_address

from .ideathon import Challenge, Ideathon
from .ideathon_jury import Award
from .ideathon_solution import Solution


def of_project(project):
    """Challenges; the solutions that visitors can read; awards, public from the results on."""
    ideathons = Ideathon.objects.published().filter(project=project).order_by().values("pk")
    challenges = Challenge.objects.filter(ideathon__in=ideathons).select_related("ideathon")
    solutions = Solution.objects.published().filter(challenge__ideathon__in=ideathons)
    awards = Award.objects.filter(ideathon__in=ideathons, ideathon__results_at__isnull=False)
    return {
        "ideathons": ideathons,
        "challenges": challenges.order_by("ideathon", "position", "pk"),
        "solutions": solutions.order_by("title_lv", "pk"),
        "awards": awards.select_related("solution", "funded_project").order_by(
            "ideathon", "place", "pk"
        ),
    }


READ = Reading(of_project)


def groups(project):
    found = READ(project=project.pk)
    if found["ideathons"]:
        yield proposed(project, found["challenges"], found["solutions"])
        yield awarded(project, found["awards"])


def proposed(project, challenges, rows):
    """Challenges and the solutions that visitors can read, with the people in the teams."""
    solutions = [(each, row) for each in challenges for row in rows if row.challenge_id == each.pk]
    numbers = Counter(row.challenge_id for row in rows)
    posed, sent_in = challenge_table(challenges, numbers), solution_table(solutions)
    where, told = results_address(project, posed.key), results_address(project, sent_in.key)
    people = sum(solution.size for _challenge, solution in solutions)
    label = npgettext("under a number", "solution", "solutions", len(solutions))
    figures = (
        Figure("ideathon.challenges", _("challenges"), len(challenges), where),
        Figure("ideathon.solutions", label, len(solutions), told, is_main=True),
        Figure("ideathon.people", _("people in the teams"), people, told),
    )
    return Group("ideathon", _("Ideathon"), figures, (posed, sent_in), position=47)


def challenge_table(challenges, numbers):
    rows = tuple(
        Row(
            (each.title, numbers[each.pk], each.ideathon.title),
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


def awarded(project, awards):
    """Awards and the projects that they became."""
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
