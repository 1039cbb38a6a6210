"""`ContactPoint`: whom visitors may write to without learning the address."""

import uuid

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from core.content import Content
from core.versions import forget_history
from partnership.models import Organisation, Partnership, Person
from projects.models import Participation, Project


def reachable(contact, page):
    """The contact point that a page names, if visitors can write to it now, else None."""
    if contact is None or not contact.address:
        return None
    return contact if page.is_published or contact.is_reachable else None


def shown_people():
    """Keys of the people whom pages of projects and partnerships show."""
    projects = Project.objects.published().order_by().values("pk")
    partnerships = Partnership.objects.published().order_by().values("organisation")
    parts = Participation.objects.filter(project__in=projects).order_by().values("contact")
    shown = Person.objects.shown().order_by()
    return shown.filter(Q(pk__in=parts) | Q(organisation__in=partnerships)).values("pk")


class ContactPointQuerySet(models.QuerySet):
    def reachable(self):
        """Those that a public page names now; nobody can write to the others.

        Every kind of content that points here counts, and so do people whom pages show.
        """
        named = Q(pk__in=())
        for relation in self.model._meta.related_objects:
            if issubclass(relation.related_model, Content):
                rows = relation.related_model.objects.published().order_by()
                named |= Q(pk__in=rows.values(relation.field.attname))
        named |= Q(person__in=shown_people())
        has_address = ~Q(email="") | ~Q(person=None) & ~Q(person__email="")
        return self.filter(named & has_address)

    def named_beside(self, rows):
        """Those that a page beside `rows`, of any kind and state, names."""
        named = Q(pk__in=())
        for relation in self.model._meta.related_objects:
            if issubclass(relation.related_model, Content):
                others = relation.related_model._base_manager.order_by()
                if relation.related_model is rows.model:
                    others = others.exclude(pk__in=rows.order_by().values("pk"))
                named |= Q(pk__in=others.values(relation.field.attname))
        return self.filter(named)

    def forget(self):
        """Empty the addresses, also where the history keeps them."""
        keys = list(self.values_list("pk", flat=True))
        forget_history(self.model, keys)
        return self.model.objects.filter(pk__in=keys).update(email="", phone="")


class ContactPoint(models.Model):
    """Where messages to an organisation, a community's leader or a contact person go.

    The address is private unless the row says otherwise; visitors write through a form
    (`directory.message_actions`). A page of any kind names one by a foreign key.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    label = models.CharField(
        _("whom one writes to"),
        max_length=150,
        blank=True,
        help_text=_("Visitors see it: a role, or a name that may be public. Empty: the name of"
                    " the organisation or the person."),
    )  # fmt: skip
    organisation = models.ForeignKey(
        Organisation,
        models.CASCADE,
        related_name="contact_points",
        verbose_name=_("organisation"),
        null=True,
        blank=True,
    )
    person = models.OneToOneField(
        Person,
        models.CASCADE,
        related_name="contact_point",
        verbose_name=_("person"),
        null=True,
        blank=True,
        help_text=_("A contact person of projects; messages go to the person's own address."),
    )
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("phone"), max_length=30, blank=True)
    email_public = models.BooleanField(_("show the e-mail address"), default=False)
    phone_public = models.BooleanField(_("show the phone number"), default=False)
    hold_for_staff = models.BooleanField(
        _("staff read messages first"),
        default=False,
        help_text=_("A message waits until somebody of the staff lets it through."),
    )
    language = models.CharField(
        _("language of the mails"),
        max_length=2,
        choices=[("lv", _("Latvian")), ("en", _("English"))],
        default="lv",
    )
    owner = models.ForeignKey(
        "partnership.Partnership",
        models.SET_NULL,
        related_name="+",
        verbose_name=_("owner"),
        null=True,
        blank=True,
        help_text=_("The partnership that keeps it up to date."),
    )

    objects = ContactPointQuerySet.as_manager()

    translated_fields = ("label",)
    owner_paths = (
        *("owner_id", "organisation__partnership__pk", "organisation__owner_id"),
        *("person__organisation__partnership__pk", "person__organisation__owner_id"),
    )

    class Meta:
        verbose_name = _("contact point")
        verbose_name_plural = _("contact points")
        ordering = ["label_lv", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(email=Lower("email")), name="directory_contactpoint_email_lower"
            )
        ]

    def __str__(self):
        return self.label or str(self.person or self.organisation or "–")

    def clean(self):
        self.email = self.email.lower()

    @property
    def address(self):
        """Where messages go; empty when there is nowhere."""
        return self.email or (self.person.email if self.person else "")

    @property
    def is_reachable(self):
        return type(self).objects.reachable().filter(pk=self.pk).exists()

    @property
    def shown_email(self):
        return self.email if self.email_public else ""

    @property
    def shown_phone(self):
        return self.phone if self.phone_public else ""
