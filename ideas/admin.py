"""Editing of forums and ideas."""

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from core.admin import PICTURE, PUBLISHING, ContentAdmin, ListInline, both

from . import actions, ideathon_admin  # noqa: F401 (registers its admin classes)
from .desk import deciding, merging
from .desk.collecting import CollectingPages
from .desk.deciding import DecidingPages
from .desk.merging import MergingPages
from .figures import figures
from .idea import DOERS
from .models import Forum, Idea, Theme


class ThemeInline(ListInline):
    model = Theme
    fields = [*both("name"), "position"]


@admin.register(Forum)
class ForumAdmin(CollectingPages, DecidingPages, ContentAdmin):
    own_columns = ["opens_at", "closes_at"]
    list_filter = [*ContentAdmin.list_filter, ("project", admin.RelatedOnlyFieldListFilter)]
    date_hierarchy = "opens_at"
    autocomplete_fields = [*ContentAdmin.autocomplete_fields, "project", "territories"]
    fieldsets = [
        (None, {"fields": both("title", "summary", "body")}),
        (_("Time"), {"fields": [("opens_at", "closes_at", "takes_support")]}),
        (_("Project and place"), {"fields": ["project", "territories"]}),
        PICTURE,
        PUBLISHING,
    ]
    inlines = [ThemeInline]

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        context["steps"] = deciding.steps_for(self, request, obj) if obj else []
        context["figures"] = figures(obj) if obj else []
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)


TEXTS = both("answer_text")[0]


class IdeaForm(forms.ModelForm):
    """An idea may be in English alone; somebody must be able to do it."""

    tell_sender = forms.BooleanField(
        label=_("Tell the sender of this change"),
        required=False,
        help_text=_(
            "Whoever sent the idea in is mailed the answer when it is given and when its kind "
            "changes. A text that you only correct is mailed again if you tick this."
        ),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.title_en and "title_lv" in self.fields:
            self.fields["title_lv"].required = False

    def clean(self):
        data = super().clean()
        if set(DOERS) <= data.keys() and not any(data[name] for name in DOERS):
            self.add_error("by_residents", _("Say who can realise the idea."))
        return data

    @property
    def has_news(self):
        """Whether the sender hears of the answer: another kind, a first text, or staff ask so."""
        had, has = (
            [data.get(name) for name in TEXTS] for data in (self.initial, self.cleaned_data)
        )
        is_explained = any(has) and not any(had)
        is_other = "answer" in self.changed_data
        return is_other or is_explained or self.cleaned_data.get("tell_sender", False)


@admin.register(Idea)
class IdeaAdmin(MergingPages, ContentAdmin):
    """Staff put ideas in order and answer them; the desk decides what is published."""

    form = IdeaForm
    list_display = ["title", "shown_number", "theme", "territory", "state", "answer"]
    list_filter = ["state", "theme__forum", "answer", *DOERS]
    list_select_related = ["theme__forum", "territory"]
    actions = []
    autocomplete_fields = ["cover", "territory", "event", "answered_by", "project"]
    fieldsets = [
        (None, {"fields": both("title", "body")}),
        (_("Who can realise it"), {"fields": [DOERS]}),
        (_("Where it belongs"), {"fields": [("theme", "territory"), ("event", "paper_supports")]}),
        (_("Answer"), {"fields": ["answer", *both("answer_text"), ("answered_by", "project")]}),
        (_("Picture and address"), {"fields": ["cover", *both("summary", "slug")]}),
    ]
    answer_fields = ("answer", *TEXTS, "answered_by", "project")

    def get_list_display(self, request):
        """Ideas stay in the language in which they came, and belong to their forum's owner."""
        return self.list_display

    @admin.display(description=_("No."), ordering="pk")
    def shown_number(self, idea):
        return idea.number

    def get_fieldsets(self, request, obj=None):
        """Where somebody may have been told of the answer, staff say whether they are again."""
        found = super().get_fieldsets(request, obj)
        if not (obj and obj.answer and obj.email and self.may_publish(request, obj)):
            return found
        told = [*self.fieldsets[3][1]["fields"], "tell_sender"]
        return [*found[:3], (found[3][0], {**found[3][1], "fields": told}), *found[4:]]

    def get_readonly_fields(self, request, obj=None):
        """The answer is for whoever may publish."""
        fields = super().get_readonly_fields(request, obj)
        return fields if self.may_publish(request, obj) else [*fields, *self.answer_fields]

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj is not None and self.may_publish(request, obj):
            context["steps"] = merging.steps_for(self, request, obj)
            context["sender"] = ", ".join(filter(None, (obj.name, obj.email)))
        response = super().render_change_form(request, context, *args, obj=obj, **kwargs)
        response.context_data["may_publish"] = False  # the desk does
        return response

    def make_public(self, obj):
        """No button of the form publishes an idea."""

    def save_model(self, request, obj, form, change):
        """What staff type in is vouched for; those who may publish publish it at once. What was
        deleted comes back to the desk, whose decision on it is not known any more."""
        if not change:
            is_sure = self.may_publish(request) and not self.brought_back(request)
            actions.vouch(idea=obj, by=request.user if is_sure else None)
        if form.has_news:
            actions.note_answer(idea=obj)
        super().save_model(request, obj, form, change)
        if form.has_news:
            actions.tell_answer(idea=obj, is_changed=bool(form.initial.get("answer")))
