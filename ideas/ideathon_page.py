"""What the pages of an ideathon and of a solution show besides their own fields.

Before the results no place, point or award is even read.
"""

from django.db.models import F

from core.reading import Reading
from core.structured import picture, web_page
from projects.acknowledgement import acknowledgement, rules_of

from . import columns
from .columns import of
from .ideathon_ranking import in_order, judged, ranked, scored
from .models import Award, Challenge, Criterion, Idea

AFTER = {"ideathon__results_at__isnull": False}  # once there are results
TOLD = (*columns.LINK_OF_VISITOR, "team")  # of each solution


def of_ideathon(ideathon, project):
    challenges = Challenge.objects.filter(ideathon=ideathon).select_related("posed_by")
    needs = Idea.objects.published().filter(challenges__ideathon=ideathon).order_by("pk")
    awards = Award.objects.filter(ideathon=ideathon).select_related("solution", "funded_project")
    own = ("title", "text", "posed_by__name")
    return {
        "challenges": challenges.only("ideathon", "position", *own),
        "needs": needs.annotate(challenge=F("challenges__pk")).only(*columns.LINK_OF_VISITOR),
        "awards": shown(awards.filter(**AFTER), *of("solution", *TOLD)),
        "judged": judged(ideathon).only(*TOLD, "summary", "size", "asked"),
        **points_of(ideathon),
        "rules": rules_of(project),
    }


def shown(awards, *more):
    project = of("funded_project", *columns.LINK, "title_language")
    return awards.only("ideathon", "solution", "place", "amount", "decision", *project, *more)


def points_of(ideathon):
    """What places are computed from, once there are results."""
    rows = {
        name: rows.filter(juror__ideathon__results_at__isnull=False)
        for name, rows in scored(ideathon).items()
    }
    return {"criteria": Criterion.objects.filter(ideathon=ideathon), **rows}


def of_solution(solution, challenge, ideathon, project):
    awards = Award.objects.filter(solution=solution, **AFTER)
    return {
        "needs": Idea.objects.published().filter(challenges=challenge).only(*columns.LINK),
        "awards": shown(awards.select_related("funded_project")),
        "judged": judged(ideathon).only("title"),
        **points_of(ideathon),
        "rules": rules_of(project),
    }


OF_IDEATHON, OF_SOLUTION = Reading(of_ideathon), Reading(of_solution)


def ideathon_context(ideathon):
    found = OF_IDEATHON(ideathon=ideathon.pk, project=ideathon.project_id)
    challenges, awards = found["challenges"], found["awards"]
    needs = needs_of(challenges, found["needs"])
    solutions, places = found["judged"], []
    if ideathon.has_results:
        places = [each for each in places_of(found) if each.solution.is_published]
    give(awards, places)
    solutions = [] if places else in_order(each for each in solutions if each.is_published)
    return {
        "challenges": challenges,
        "needs": needs,
        "forum": public(ideathon.needs),
        "event": public(ideathon.event),
        "rules": public(ideathon.rules),
        "solutions": solutions,
        "number_of_solutions": len(places or solutions),
        "ranked": places,
        "awards": awards,
        "criteria": found["criteria"],
        "jurors": len({juror for juror, *_rest in found["scores"]}),
        "awarded": sum(each.amount for each in awards),
        "ack": ack_of(ideathon, found["rules"]),
        "structured": [web_page(ideathon, image=picture(ideathon.cover))],
    }


def needs_of(challenges, needs):
    """All needs, each once; those of a challenge as its `public_needs`."""
    for challenge in challenges:
        challenge.public_needs = [each for each in needs if each.challenge == challenge.pk]
    return list({need.pk: need for each in challenges for need in each.public_needs}.values())


def places_of(found):
    """The ranking, of what was read for a page."""
    return ranked(found["criteria"], found["judged"], found["scores"], found["recused"])


def give(awards, places):
    """Let solutions know their awards, so that none is asked for."""
    by_solution = {each.solution_id: each for each in awards}
    tie = Award._meta.get_field("solution").remote_field
    for each in places:
        tie.set_cached_value(each.solution, by_solution.get(each.solution.pk))


def public(item):
    """What visitors may see of a related page, or None."""
    return item if item and item.is_published else None


def ack_of(ideathon, rules):
    project = ideathon.public_project
    return acknowledgement(project, rules) if project else None


def solution_context(solution):
    ideathon = solution.ideathon
    found = OF_SOLUTION(
        solution=solution.pk,
        challenge=solution.challenge_id,
        ideathon=ideathon.pk,
        project=ideathon.project_id,
    )
    own = None
    if ideathon.has_results:
        own = next((each for each in places_of(found) if each.solution == solution), None)
    return {
        "ideathon": public(ideathon),
        "ranked": own,
        "award": next(iter(found["awards"]), None) if own else None,
        "pitch": public(solution.pitch),
        "needs": found["needs"],
        "ack": ack_of(ideathon, found["rules"]),
        "structured": [web_page(solution, image=picture(solution.cover))],
    }
