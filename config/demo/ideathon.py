"""Two ideathons: one from needs to the solution that was paid for, one that takes solutions now."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from events.models import Event
from ideas.models import (
    Award,
    Challenge,
    Criterion,
    Forum,
    Idea,
    Ideathon,
    Juror,
    Score,
    Solution,
    Theme,
)
from partnership.models import Partnership
from projects.models import Project

from . import ideathon_engure as engure
from . import ideathon_jelgava as jelgava
from .building import both

COAST = "viedo-ciemu-attistiba-piekrastes-teritorijas"
GATHERED, HELD, RESULTS = date(2019, 11, 1), date(2020, 2, 15), date(2020, 3, 1)


def moment(day, hour=12):
    return timezone.make_aware(datetime.combine(day, time(hour)))


def make_ideathons():
    project = Project.objects.get(slug_lv=COAST)
    make_engure(project)
    make_open(project)


def make_engure(project):
    forum, needs = make_needs(project)
    ideathon = Ideathon.objects.create(
        **both(
            title=("Engures ideatons", "Ideathon of Engure"),
            summary=(
                "Diena, kurā apkaimes vajadzības kļūst par risinājumiem un vienu no tiem apmaksā.",
                "A day on which the area’s needs become solutions, one of which is paid for.",
            ),
            body=engure.INVENTED,
        ),
        project=project,
        owner=project.owner,
        cover=project.cover,
        event=Event.objects.filter(title_lv__contains="Ideatons").first(),
        needs=forum,
        budget=6000,
        solutions_close_at=moment(HELD, 18),
        published_at=moment(GATHERED),
    )
    challenges = make_challenges(ideathon, engure.CHALLENGES, needs)
    solutions = [make_solution(challenges[row[0]], *row[1:4], row[5]) for row in engure.SOLUTIONS]
    judge(ideathon, solutions)
    Award.objects.create(
        ideathon=ideathon,
        solution=solutions[0],
        place=1,
        amount=6000,
        funded_project=project,
        **engure.DECISION,
    )
    Ideathon.objects.filter(pk=ideathon.pk).update(results_at=moment(RESULTS))


def make_needs(project):
    """(forum, {name: idea}); the forum is closed, its needs are answered by the ideathon."""
    owner, published = project.owner, moment(GATHERED)
    forum = Forum.objects.create(
        **engure.FORUM,
        project=project,
        owner=owner,
        published_at=published,
        opens_at=published,
        closes_at=moment(HELD),
        takes_support=False,
    )
    themes = {
        name: Theme.objects.create(forum=forum, slug=name, position=place, **texts)
        for place, (name, texts) in enumerate(engure.THEMES.items())
    }
    needs = {}
    for name, (theme, doers, texts) in engure.NEEDS.items():
        needs[name] = Idea.objects.create(
            theme=themes[theme], **texts, **dict.fromkeys(doers, True), **decided(published)
        )
    return forum, needs


def decided(at):
    """Published long ago; nobody's name is kept any more."""
    return {
        "state": "published",
        **dict.fromkeys(("published_at", "confirmed_at", "decided_at", "anonymised_at"), at),
        "source": "event",
    }


def make_challenges(ideathon, rows, needs):
    found = {}
    for place, (name, (answers, texts)) in enumerate(rows.items()):
        body = ideathon.owner.organisation
        found[name] = Challenge.objects.create(
            ideathon=ideathon, position=place, posed_by=body, **texts
        )
        found[name].needs.set([needs[each] for each in answers])
    return found


def make_solution(challenge, team, size, asked, texts):
    return Solution.objects.create(
        challenge=challenge, team=team, size=size, asked=asked, **texts, **decided(moment(HELD))
    )


def judge(ideathon, solutions):
    """Criteria, three jurors whose names are deleted by now, and their points."""
    criteria = [
        Criterion.objects.create(ideathon=ideathon, weight=weight, position=place, **texts)
        for place, (weight, texts) in enumerate(engure.CRITERIA)
    ]
    now = timezone.now()
    jurors = [
        Juror.objects.create(ideathon=ideathon, confirmed_at=now, anonymised_at=now, source="staff")
        for _each in range(3)
    ]
    Score.objects.bulk_create(
        Score(juror=juror, solution=solution, criterion=criterion, value=value)
        for solution, row in zip(solutions, engure.SOLUTIONS, strict=True)
        for juror, points in zip(jurors, row[4], strict=True)
        for criterion, value in zip(criteria, points, strict=True)
    )


def make_open(project):
    """An ideathon that a visitor can try, with a solution that waits on the desk."""
    owner = Partnership.objects.get(organisation__slug="lielupe")
    project = Project.objects.filter(owner=owner).published().first() or project
    ideathon = Ideathon.objects.create(
        **jelgava.IDEATHON,
        project=project,
        owner=owner,
        cover=project.cover,
        budget=3000,
        solutions_close_at=moment(timezone.localdate() + timedelta(days=60), 18),
        published_at=timezone.now() - timedelta(days=1),
    )
    challenge = Challenge.objects.create(ideathon=ideathon, **jelgava.CHALLENGE)
    for weight, texts in engure.CRITERIA[:2]:
        Criterion.objects.create(ideathon=ideathon, weight=weight, **texts)
    now = timezone.now()
    Solution.objects.create(
        challenge=challenge,
        team="Trešais stāvs",
        size=3,
        asked=400,
        name="Demonstrācija",
        email="demo@example.org",
        state="pending",
        confirmed_at=now,
        pending_at=now,
        **jelgava.SOLUTION,
    )
