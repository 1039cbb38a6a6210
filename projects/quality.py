"""How complete the data of a project are: a score from 0 to 100 by the table of criteria.

A project's score is the weight of the criteria that it meets, in percent of the weight of those
that are asked of it.
"""

from django.db.models import Case, FloatField, Value, When
from django.db.models.functions import Round

from .criteria import CRITERIA
from .models import Project

BANDS = ((85, 100), (70, 84), (50, 69), (0, 49))  # of scores, the best first


def score_of(flags):
    """The score of one project from its flags, in the order of `CRITERIA`."""
    pairs = [(each.weight, flag) for each, flag in zip(CRITERIA, flags, strict=True)]
    asked = sum(weight for weight, flag in pairs if flag is not None)
    return round(100 * sum(weight for weight, flag in pairs if flag) / asked)


def with_flags(projects):
    return projects.order_by().annotate(**{f"has_{each.key}": each.flag() for each in CRITERIA})


FLAGS = [f"has_{each.key}" for each in CRITERIA]


def scores(projects):
    """{key: score} of some projects, by one question."""
    rows = with_flags(projects).values_list("pk", *FLAGS)
    return {pk: score_of(flags) for pk, *flags in rows}


def missing(project):
    """(score, [(criterion, points that it would add)]) of a stored project, most first."""
    flags = with_flags(Project.objects.filter(pk=project.pk)).values_list(*FLAGS).get()
    score = score_of(flags)
    found = []
    for place, each in enumerate(CRITERIA):
        if flags[place] == 0:
            better = (*flags[:place], 1, *flags[place + 1 :])
            found.append((each, score_of(better) - score))
    return score, sorted(found, key=lambda pair: -pair[1])


def with_score(projects):
    """The projects with `quality_score` as a column, for lists that are sorted by it."""
    met = sum((points(each, each.met()) for each in CRITERIA), Value(0.0))
    asked = sum((points(each) for each in CRITERIA), Value(0.0))
    return projects.annotate(quality_score=Round(met * 100 / asked))


def points(criterion, condition=None):
    """The weight where the criterion is asked and the condition holds, else 0."""
    conditions = [each for each in (criterion.asked and criterion.asked(), condition) if each]
    if not conditions:
        return Value(float(criterion.weight))
    weight = Value(float(criterion.weight))
    both = conditions[0] if len(conditions) == 1 else conditions[0] & conditions[1]
    return Case(When(both, then=weight), default=Value(0.0), output_field=FloatField())
