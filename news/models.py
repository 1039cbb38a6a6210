"""News: dated posts, tied to the projects that they tell about."""

from django.db import models
from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext_lazy as _

from core.content import Content, ContentQuerySet
from projects.models import Project, Theme


class PostQuerySet(ContentQuerySet):
    def with_relations(self):
        return (
            super()
            .with_relations()
            .prefetch_related("themes", "projects__programme__fund", "projects__cover")
        )

    def with_card(self):
        """Without the texts, which no card shows, and with no more of a project than its colour."""
        dyes = Project.objects.filter(posts=OuterRef("pk")).values("programme__fund__dye")
        rows = self.select_related("cover").annotate(dye_of_project=Subquery(dyes[:1]))
        return rows.defer("body")

    def with_details(self):
        return self.with_relations().prefetch_related(
            "projects__programme__logos__image",
            "projects__measure",
            "projects__territories",
            "projects__participations__territories",
            "projects__participations__organisation__partnership__area",
        )


class Post(Content):
    """A piece of news. Its date is `published_at`."""

    projects = models.ManyToManyField(
        Project, related_name="posts", verbose_name=_("projects"), blank=True
    )
    themes = models.ManyToManyField(
        Theme, related_name="posts", verbose_name=_("themes"), blank=True
    )

    author = models.CharField(
        _("written by"), max_length=150, blank=True, help_text=_("A name, shown above the text.")
    )

    objects = PostQuerySet.as_manager()

    public_fields = (*Content.public_fields, "projects", "themes")
    list_class = "news.filters.PostList"
    search_fields = (*Content.search_fields, "themes__name", "projects__title")

    class Meta(Content.Meta):
        verbose_name = _("post")
        verbose_name_plural = _("news")

    @property
    def dye(self):
        if hasattr(self, "dye_of_project"):
            return self.dye_of_project or "amber"
        project = next(iter(self.projects.all()), None)
        return project.dye if project else "amber"

    @property
    def minutes_to_read(self):
        """At 200 words a minute, at least one."""
        return max(1, round(len(self.body.split()) / 200))
