"""The public page on the quality of the data: figures over all published projects."""

from dataclasses import dataclass

from django.db.models import Count
from django.shortcuts import render

from core.text import alphabetical
from partnership.models import Partnership

from .criteria import CRITERIA
from .models import Project
from .quality import BANDS, FLAGS, score_of, with_flags


@dataclass
class Share:
    """`done` of `of` projects; `name` is a criterion or a band of scores."""

    name: str
    done: int = 0
    of: int = 0
    weight: int = 0

    @property
    def percent(self):
        return round(100 * self.done / self.of) if self.of else 0


@dataclass
class Sum:
    """Number of projects and the sum of their scores."""

    number: int = 0
    points: int = 0

    def add(self, number, score):
        self.number += number
        self.points += number * score

    @property
    def average(self):
        return round(self.points / self.number) if self.number else 0


def data_quality(request):
    return render(request, "projects/data_quality.html", figures())


def figures():
    """Everything that the page shows. Projects that lack the same things are counted as one."""
    groups = with_flags(Project.objects.published()).values_list("owner", *FLAGS)
    criteria = [Share(each.label, weight=each.weight) for each in CRITERIA]
    bands = {band: Share("–".join(map(str, band))) for band in BANDS}
    whole, owners = Sum(), {}
    for owner, *flags, number in groups.annotate(number=Count("pk")):
        score = score_of(flags)
        whole.add(number, score)
        owners.setdefault(owner, Sum()).add(number, score)
        next(share for (low, _high), share in bands.items() if score >= low).done += number
        for share, flag in zip(criteria, flags, strict=True):
            share.of += number * (flag is not None)
            share.done += number * (flag or 0)
    for share in bands.values():
        share.of = whole.number
    return {
        "whole": whole,
        "criteria": criteria,
        "bands": list(bands.values()),
        "owners": named(owners),
    }


def named(owners):
    """[(partnership, its sum)]; what no public partnership owns stands together at the end."""
    pages = Partnership.objects.published().filter(pk__in=[key for key in owners if key])
    pages = sorted(pages, key=lambda each: alphabetical(str(each)))
    rows = [(each, owners.pop(each.pk)) for each in pages]
    others = Sum()
    for each in owners.values():
        others.number, others.points = others.number + each.number, others.points + each.points
    return rows + ([(None, others)] if others.number else [])
