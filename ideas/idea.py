"""Ideas that people send in, the support they find, and what became of them."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.content import Content
from core.retention import Kept
from engage.moderation import Moderated
from engage.visitors import ByVisitor
from events.models import Event
from partnership.models import Organisation, Territory
from projects.models import Project

from .columns import DOERS
from .forums import Theme
from .querysets import IdeaQuerySet

TITLE_LENGTH, TEXT_LENGTH = 160, 3000  # letters that a visitor may write


class Idea(Moderated, ByVisitor, Content):
    """What somebody proposes for their place, and who could do it.

    The forum is that of the theme. Texts are in the language of the writer; formatted text holds
    what they wrote as plain paragraphs. States change in `ideas.actions` and at the desk only.
    """

    class Answer(models.TextChoices):
        NONE = "", _("no answer yet")
        CONSIDERING = "considering", _("being considered")
        ACCEPTED = "accepted", _("accepted")
        IN_PROGRESS = "in-progress", _("under way")
        DONE = "done", _("realised")
        DECLINED = "declined", _("declined")

    theme = models.ForeignKey(
        Theme, models.PROTECT, related_name="ideas", verbose_name=_("theme of the idea")
    )
    territory = models.ForeignKey(
        Territory,
        models.PROTECT,
        related_name="ideas",
        verbose_name=_("where"),
        null=True,
        blank=True,
    )
    by_residents = models.BooleanField(_("residents themselves"), default=False)
    by_ngo = models.BooleanField(_("an association or foundation"), default=False)
    by_municipality = models.BooleanField(_("the municipality"), default=False)
    event = models.ForeignKey(
        Event,
        models.SET_NULL,
        related_name="ideas",
        verbose_name=_("collected at"),
        null=True,
        blank=True,
    )
    paper_supports = models.PositiveIntegerField(
        _("supporters on paper"), default=0, help_text=_("Shown beside those of the site.")
    )
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        related_name="merged",
        verbose_name=_("merged into"),
        null=True,
        blank=True,
        editable=False,
    )
    import_key = models.CharField(max_length=64, null=True, blank=True, editable=False)
    answer = models.CharField(
        _("answer"), max_length=11, choices=Answer, default=Answer.NONE, blank=True
    )
    answer_text = models.TextField(_("the answer in words"), max_length=3000, blank=True)
    answered_by = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="answered_ideas",
        verbose_name=_("who answers"),
        null=True,
        blank=True,
    )
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True, editable=False)
    project = models.ForeignKey(
        Project,
        models.SET_NULL,
        related_name="ideas",
        verbose_name=_("became the project"),
        null=True,
        blank=True,
    )

    objects = IdeaQuerySet.as_manager()

    public_if = {"state": "published"}
    translated_fields = (*Content.translated_fields, "answer_text")
    public_fields = (
        *("title", "theme", "territory", *DOERS, "paper_supports", "answer", "answer_text"),
        *("answered_by", "answered_at", "project", "body", "published_at", "updated_at"),
    )
    list_class = "ideas.filters.IdeaList"
    search_fields = (
        *("title", "body", "answer_text", "theme__name", "theme__forum__title"),
        *("territory__name", "territory__predecessors__name"),
    )
    owner_paths = ("theme__forum__owner_id",)
    desk_fields = ("theme", "territory", "doers", "body")
    desk_labels = {"doers": _("Who can realise it")}
    jobs = ("ideas.jobs.remind_of_replies",)
    project_figures = "ideas.project_figures.groups"
    retention = (
        Kept(
            what=_("Idea: your name and e-mail address"),
            purpose=_("to ask you back, and to tell you what becomes of the idea"),
            how_long=_("12 months after the forum closes"),
            stays=_("the idea itself, without your name"),
            forget=lambda model, now: model.objects.forget_people(now),
        ),
    )

    class Meta(Content.Meta):
        verbose_name = _("idea")
        verbose_name_plural = _("ideas")
        constraints = [
            *Content.Meta.constraints,
            *ByVisitor.Meta.constraints,
            *Moderated.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(state="published") | Q(published_at__isnull=False),
                name="ideas_idea_published_when",
            ),
            models.CheckConstraint(
                condition=Q(state="unconfirmed") | Q(confirmed_at__isnull=False),
                name="ideas_idea_confirmed_at",
            ),
            models.CheckConstraint(
                condition=~Q(state="published")
                | Q(by_residents=True)
                | Q(by_ngo=True)
                | Q(by_municipality=True),
                name="ideas_idea_somebody_can_do_it",
                violation_error_message=_("Say who can realise the idea."),
            ),
            models.CheckConstraint(
                condition=~Q(answer="declined")
                | (~Q(answer_text_lv="") & Q(answer_text_lv__isnull=False)),
                name="ideas_idea_declined_why",
                violation_error_message=_("Say why the idea is declined."),
            ),
            models.CheckConstraint(
                condition=Q(answer="") | Q(answered_at__isnull=False),
                name="ideas_idea_answered_when",
            ),
            models.CheckConstraint(
                condition=Q(merged_into=None) | ~Q(merged_into=F("pk")),
                name="ideas_idea_merged_into_another",
            ),
            models.UniqueConstraint(
                fields=["theme", "import_key"], name="ideas_idea_imported_once"
            ),
        ]

    def __str__(self):
        return self.title or ""

    def my_url(self):
        """Where its sender corrects or withdraws it (`engage.moderation`)."""
        from .mails import address_of

        return address_of(self) if self.email else ""

    @property
    def forum(self):
        return self.theme.forum

    @property
    def doers(self):
        """Who can realise it, in words, separated by commas."""
        fields = [self._meta.get_field(name) for name in DOERS if getattr(self, name)]
        return ", ".join(str(field.verbose_name) for field in fields)

    @property
    def number(self):
        """The number by which people speak of it: 2021-00017."""
        return f"{self.created_at:%Y}-{self.pk:05}"

    @property
    def dye(self):
        return self.forum.dye

    @property
    def public_project(self):
        """The project that it became, when visitors may see it."""
        return self.project if self.project and self.project.is_published else None


class Support(models.Model):
    """That somebody supports an idea. Who, only their own mailbox knows (`ideas.supports`)."""

    idea = models.ForeignKey(
        Idea, models.CASCADE, related_name="support_rows", verbose_name=_("idea")
    )
    voter = models.CharField(max_length=64, editable=False)
    on = models.DateField(_("given on"), default=timezone.localdate, editable=False)

    class Meta:
        verbose_name = pgettext_lazy("of an idea", "support")
        verbose_name_plural = _("supports")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["idea", "voter"], name="ideas_support_once")]

    def __str__(self):
        return f"{self.idea_id} {self.on}"
