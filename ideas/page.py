"""What the pages of a forum and of an idea show besides their own fields."""

from core.reading import Reading, ReadingOfRare
from core.structured import CONTEXT, address, known, moment, web_page
from opendata.columns import plain
from projects.acknowledgement import acknowledgement, rules_of

from . import columns, supports
from .models import Handover, Idea, Theme
from .querysets import number_of_ideas

OTHERS = 3


def of_forum(forum, project):
    return {"themes": themes_of(forum), "rules": rules_of(project)}


def themes_of(forum):
    """The themes of a forum, each with the number of its ideas."""
    return Theme.objects.filter(forum=forum).annotate(number_of_ideas=number_of_ideas("theme"))


def handovers_of(forum):
    """Who got the ideas, when, and the files that they got."""
    rows = Handover.objects.filter(forum=forum).select_related("organisation", "document")
    return rows.prefetch_related("document__files")


def rare_of_forum(forum, project):
    return {"handovers": handovers_of(forum)}


def of_idea(idea, theme):
    ideas = Idea.objects.published()
    others = Idea.objects.counted().filter(theme=theme).exclude(pk=idea)
    return {
        "merged": ideas.filter(merged_into=idea).only(*columns.LINK),
        "others": others.with_card()[:OTHERS],
    }


OF_FORUM, OF_IDEA = ReadingOfRare(of_forum, rare_of_forum), Reading(of_idea)


def forum_context(forum):
    project = forum.public_project
    found = OF_FORUM(forum=forum.pk, project=forum.project_id)
    rules = found.pop("rules")
    return {**found, "ack": acknowledgement(project, rules) if project else None}


def idea_context(idea):
    forum = idea.forum
    into = idea.merged_into
    return {
        **OF_IDEA(idea=idea.pk, theme=idea.theme_id),
        "forum": forum if forum.is_published else None,
        "into": into if into and into.is_published else None,
        "takes_support": supports.is_taken(idea),
        "structured": [web_page(idea), posting(idea)],
    }


def posting(idea):
    """The idea as a post in a forum; who wrote it is nobody's business."""
    return known(
        type="DiscussionForumPosting",
        id=f"{address(idea)}#idea",
        url=address(idea),
        headline=idea.title,
        text=plain(idea.body),
        datePublished=moment(idea.published_at),
        dateModified=moment(idea.updated_at),
        inLanguage="lv" if idea.title_lv else "en",
        interactionStatistic={
            "@type": "InteractionCounter",
            "interactionType": f"{CONTEXT}/LikeAction",
            "userInteractionCount": idea.supports + idea.paper_supports,
        },
    )
