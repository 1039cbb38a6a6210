"""What the pages of an ideathon and of a solution show besides their own fields.

Before the results no place, point or award is even read.
"""

from django.db.models import Prefetch

from core.structured import picture, web_page
from projects.acknowledgement import acknowledgement

from .ideathon_ranking import ranking, solutions_of
from .models import Idea


def ideathon_context(ideathon):
    published = Idea.objects.published().order_by("pk")
    challenges = list(
        ideathon.challenges.select_related("posed_by").prefetch_related(
            Prefetch("needs", published, to_attr="public_needs")
        )
    )
    needs = {need.pk: need for each in challenges for need in each.public_needs}
    ranked = ranking(ideathon) if ideathon.has_results else []
    ranked = [each for each in ranked if each.solution.is_published]
    solutions = [] if ranked else solutions_of(ideathon)
    awards = awards_of(ideathon)
    return {
        "challenges": challenges,
        "needs": list(needs.values()),
        "forum": public(ideathon.needs),
        "event": public(ideathon.event),
        "rules": public(ideathon.rules),
        "solutions": solutions,
        "number_of_solutions": len(ranked or solutions),
        "ranked": ranked,
        "awards": awards,
        "criteria": list(ideathon.criteria.all()),
        "jurors": ideathon.jurors.filter(scores__isnull=False).distinct().count(),
        "awarded": sum(each.amount for each in awards),
        "ack": ack_of(ideathon),
        "structured": [web_page(ideathon, image=picture(ideathon.cover))],
    }


def awards_of(ideathon):
    """The awards, once they are public."""
    if not ideathon.has_results:
        return []
    return list(ideathon.awards.select_related("solution", "funded_project__programme__fund"))


def public(item):
    """What visitors may see of a related page, or None."""
    return item if item and item.is_published else None


def ack_of(ideathon):
    project = ideathon.public_project
    return acknowledgement(project) if project else None


def solution_context(solution):
    ideathon = solution.ideathon
    own = None
    if ideathon.has_results:
        own = next((each for each in ranking(ideathon) if each.solution == solution), None)
    return {
        "ideathon": public(ideathon),
        "ranked": own,
        "award": getattr(solution, "award", None) if own else None,
        "pitch": public(solution.pitch),
        "needs": Idea.objects.published().filter(challenges=solution.challenge_id),
        "ack": ack_of(ideathon),
        "structured": [web_page(solution, image=picture(solution.cover))],
    }
