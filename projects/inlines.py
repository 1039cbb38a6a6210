"""The parts of a project that stand in its form."""

from core.admin import Inline, ListInline, PlainInline, both

from .models import (
    FundingShare,
    Milestone,
    Participation,
    ProjectImage,
    ProjectLink,
    ProjectRelation,
    Quote,
    Result,
)


class ParticipationInline(Inline):
    model = Participation
    autocomplete_fields = ["organisation", "contact", "territories"]
    fields = [
        ("organisation", "role", "position"),
        *both("note", "place"),
        ("number", "share", "contact"),
        "territories",
    ]


class FundingShareInline(ListInline):
    model = FundingShare
    fields = ["fund", "amount", "rate", "note_lv", "note_en", "position"]


class ResultInline(ListInline):
    model = Result
    fields = ["label_lv", "label_en", "sign", "value", "is_planned", "position"]


class MilestoneInline(Inline):
    model = Milestone
    fields = [*both("title", "text"), ("happens_on", "precision", "is_highlight", "position")]


class QuoteInline(Inline):
    model = Quote
    autocomplete_fields = ["organisation"]
    fields = [
        *both("text"),
        ("person", "organisation", "position"),
        *both("role", "source"),
    ]


class GalleryInline(PlainInline):
    model = ProjectImage
    autocomplete_fields = ["image"]


class LinkInline(ListInline):
    model = ProjectLink
    fields = ["label_lv", "label_en", "url", "position"]


class RelationInline(PlainInline):
    model = ProjectRelation
    fk_name = "project"
    autocomplete_fields = ["other"]
