"""News in the words of schema.org."""

from django.utils.translation import get_language

from core.structured import address, known, moment


def article(post, **more):
    """A post with the published projects that it tells about."""
    about = [
        {"@type": "Project", "@id": each.stable_url, "name": each.title}
        for each in post.projects.all()
        if each.is_published
    ]
    return known(
        type="NewsArticle",
        id=address(post),
        url=address(post),
        mainEntityOfPage=address(post),
        headline=post.title,
        description=post.summary,
        inLanguage=get_language(),
        datePublished=moment(post.published_at),
        dateModified=moment(post.updated_at),
        author={"@type": "Person", "name": post.author} if post.author else None,
        keywords=[each.name for each in post.themes.all()],
        about=about,
        **more,
    )
