"""What data the site offers: every kind of content, its forms and their addresses."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max
from django.urls import reverse

from core.content import content_models
from search.watching import list_of

from .forms import FORMS


@dataclass(frozen=True)
class Offer:
    """One kind of content as data; names and addresses are in the active language."""

    kind: str  # the model's name, which no language changes
    name: str
    page: str
    forms: list  # (form, address)
    number: int
    changed_at: datetime | None


def offers():
    """An offer for each kind of content, in one query for each; what has most forms comes first."""
    return sorted(map(offer, content_models()), key=lambda each: -len(each.forms))


def offer(model):
    opts = model._meta
    name = f"{opts.app_label}:{opts.model_name}"
    whole = list_of(model).whole
    end = f"?{whole}" if whole else ""
    forms = [(FORMS[form], reverse(f"{name}_data", args=[form]) + end) for form in model.data_forms]
    published = model.objects.published().order_by()
    known = published.aggregate(number=Count("pk"), changed_at=Max("updated_at"))
    title = str(opts.verbose_name_plural)
    return Offer(opts.model_name, title, reverse(f"{name}_list"), forms, **known)
