"""What the pages of a forum and of an idea show besides their own fields."""

from core.structured import CONTEXT, address, known, moment, web_page
from opendata.columns import plain
from projects.acknowledgement import acknowledgement

from . import supports
from .models import Idea
from .summary import Summary

OTHERS = 3


def forum_context(forum):
    project = forum.public_project
    return {
        "ack": acknowledgement(project) if project else None,
        "handovers": handovers_of(forum),
        "figures": Summary(forum),
    }


def handovers_of(forum):
    """Who got the ideas, when, and the files that they got."""
    rows = forum.handovers.select_related("organisation", "document")
    return rows.prefetch_related("document__files")


def idea_context(idea):
    forum = idea.forum
    into = idea.merged_into
    others = Idea.objects.counted().filter(theme=idea.theme_id).exclude(pk=idea.pk)
    return {
        "forum": forum if forum.is_published else None,
        "into": into if into and into.is_published else None,
        "merged": Idea.objects.published().filter(merged_into=idea),
        "takes_support": supports.is_taken(idea),
        "others": others.with_relations()[:OTHERS],
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
