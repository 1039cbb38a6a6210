"""Editing of where the money comes from, and of what projects are sorted by."""

from django.contrib import admin, messages
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from core.admin import (
    PICTURE,
    PUBLISHING,
    WRITING,
    ContentAdmin,
    ListInline,
    PlainInline,
    TermAdmin,
    TranslatedAdmin,
    both,
)

from .models import (
    AcknowledgementRule,
    Fund,
    Measure,
    Programme,
    ProgrammeLogo,
    SiteAcknowledgement,
    Theme,
)


class MeasureInline(ListInline):
    model = Measure
    fields = ["code", "name_lv", "name_en", "position"]


class LogoInline(PlainInline):
    model = ProgrammeLogo
    autocomplete_fields = ["image"]


@admin.register(Programme)
class ProgrammeAdmin(ContentAdmin):
    is_common = True
    own_columns = ["fund", "period"]
    list_filter = [*ContentAdmin.list_filter, "fund"]
    list_select_related = ["owner", "fund"]
    autocomplete_fields = [*ContentAdmin.autocomplete_fields, "manager"]
    fieldsets = [
        WRITING,
        (
            _("Money"),
            {"fields": ["fund", ("period_start", "period_end", "code"), "manager", "website"]},
        ),
        (
            _("What its projects say"),
            {"fields": [*both("statement", "national_line"), ("hashtag", "number_pattern")]},
        ),
        PICTURE,
        PUBLISHING,
    ]
    inlines = [MeasureInline, LogoInline]

    @admin.display(description=_("period"), ordering="period_start")
    def period(self, programme):
        return programme.period


@admin.register(Fund)
class FundAdmin(TermAdmin):
    list_display = ["name_lv", "short_name_lv", "kind", "dye", "position"]
    list_filter = ["kind"]
    search_fields = [*TermAdmin.search_fields, "short_name_lv", "short_name_en"]
    fieldsets = [
        (None, {"fields": [*both("name", "short_name"), ("kind", "dye"), "website"]}),
        (_("Address and order"), {"fields": [("slug", "position")]}),
    ]


@admin.register(Theme)
class ThemeAdmin(TermAdmin):
    fieldsets = [(None, {"fields": [*both("name"), ("slug", "position", "dac_code")]})]


@admin.register(AcknowledgementRule)
class AcknowledgementRuleAdmin(TranslatedAdmin):
    """What the funds ask for; a rule that nobody read at its source says so."""

    is_common = True
    list_display = ["name", "level", "years", "verified", "source_name", "checked_on"]
    list_filter = ["level", "verification", "funds"]
    search_fields = ["name_lv", "name_en", "statement_lv", "statement_en", "source"]
    fieldsets = [
        (
            _("When it holds"),
            {"fields": [*both("name"), "funds", ("level", "period_start", "period_end")]},
        ),
        (
            _("What is shown"),
            {"fields": [*both("statement", "national_line"), ("names_fund", "emblem")]},
        ),
        (
            _("Where and how large"),
            {"fields": [("in_first_screen", "emblem_height", "poster_share")]},
        ),
        (
            _("Poster and plaque"),
            {"fields": ["thresholds_of", ("poster_above", "plaque_above", "billboard_above")]},
        ),
        (
            _("Source"),
            {
                "fields": [
                    *both("note"),
                    "source",
                    "source_url",
                    ("verification", "checked_on", "position"),
                ]
            },
        ),
    ]

    @admin.display(description=_("period"), ordering="period_start", empty_value="–")
    def years(self, rule):
        return rule.period or None

    @admin.display(description=_("source"), ordering="source")
    def source_name(self, rule):
        return rule.source_name

    @admin.display(description=_("verification"), ordering="verification")
    def verified(self, rule):
        """In a word with its own colour: a rule that nobody read must not pass unseen."""
        key, word = ("public", _("verified")) if rule.is_verified else ("ended", _("not verified"))
        return format_html('<span class="state state-{}">{}</span>', key, word)

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj is not None and not obj.is_verified and request.method == "GET":
            told = _("The rule is %(state)s. Compare it with its source and record that below.")
            messages.warning(request, told % {"state": obj.get_verification_display()})
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)


@admin.register(SiteAcknowledgement)
class SiteAcknowledgementAdmin(TranslatedAdmin):
    list_display = ["statement_lv", "number", "fund", "position"]
    list_select_related = ["fund"]
    search_fields = ["statement_lv", "statement_en", "number"]
    fieldsets = [(None, {"fields": ["rule", *both("statement"), ("fund", "number", "position")]})]
