"""Eight posts about the projects."""

from news.models import Post
from projects.models import Project, Theme

from . import posts_2019, posts_2021
from .building import chosen, found


def make_news(pictures):
    for facts in (*posts_2019.POSTS, *posts_2021.POSTS):
        row = found(facts, pictures)
        slugs, themes = row.pop("projects"), row.pop("themes")
        post = Post.objects.create(**row)
        post.themes.set(chosen(Theme, themes))
        post.projects.set(Project.objects.filter(slug_lv__in=slugs))
