"""`ContentAdmin` for pages, `TermAdmin` for terms, and the inlines that stand in their forms."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _
from js_asset import Media
from modeltranslation.admin import (
    TranslationAdmin,
    TranslationStackedInline,
    TranslationTabularInline,
)

from core import rights
from core.languages import label_in

from . import lists
from .drafts import DraftAdmin
from .forms import NATIVE_FIELDS, both, put_in_order
from .history import HistoryAdmin
from .once import OnceAdmin
from .previews import LANGUAGES, PreviewAdmin
from .publication import PublicationAdmin
from .robust import RobustLists
from .scope import ScopedAdmin, ScopedChoices
from .words import editor_words

WRITING = (None, {"fields": both("title", "summary", "body")})
PICTURE = (_("Picture"), {"fields": ["cover"]})
TIMES = ("published_at", "unpublish_at")
PUBLISHING = (_("Publishing"), {"fields": [TIMES, "owner", *both("slug")]})


class Editing(ScopedChoices):
    """What forms and inlines share: native pickers, labels, short lists of related links."""

    formfield_overrides = NATIVE_FIELDS

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None:
            put_in_order(field, db_field)
        return field


class TranslatedAdmin(
    RobustLists, OnceAdmin, ScopedAdmin, DraftAdmin, HistoryAdmin, Editing, TranslationAdmin
):
    """A model with translations; the form's page carries what the text editor needs."""

    view_on_site = False

    def render_change_form(self, request, context, *args, **kwargs):
        context["media"] = Media.from_media(context["media"], nonce=str(request.csp_nonce))
        context["editor_words"] = editor_words()
        return super().render_change_form(request, context, *args, **kwargs)


class TermAdmin(TranslatedAdmin):
    """A list that content is sorted by. The address is made from the name when left empty."""

    is_common = True
    list_display = ["name_lv", "name_en", "slug"]
    search_fields = ["name_lv", "name_en"]
    fieldsets = [(None, {"fields": [*both("name"), ("slug", "position")]})]


class ContentAdmin(PublicationAdmin, PreviewAdmin, TranslatedAdmin):
    """A kind of content: texts in both languages, publishing, the page in both languages."""

    own_columns = []  # of the list, between the language and the owner
    list_filter = [
        lists.StateFilter,
        lists.EnglishFilter,
        lists.WaitingFilter,
        ("owner", admin.RelatedOnlyFieldListFilter),
    ]
    list_select_related = ["owner"]
    list_per_page = 50
    search_fields = ["title_lv", "title_en", "summary_lv", "summary_en"]
    date_hierarchy = "published_at"
    autocomplete_fields = ["cover"]
    actions = [lists.publish_now, lists.take_down]
    fieldsets = [WRITING, PICTURE, PUBLISHING]

    def get_list_display(self, request):
        owner = [] if self.is_common else ["owner"]  # of which there is none
        columns = [*self.own_columns, *owner, lists.published_on]
        return ["title", lists.state, lists.has_english, *columns]

    def reachable(self, request, rows):
        return rows if self.is_common else rows.reachable_by(request.user)

    def choosable(self, request):
        """Also what every visitor sees."""
        every = self.model.objects.all()
        return every.published_or(self.reachable(request, every))

    def may_publish(self, request, obj=None):
        return rights.may(request.user, "publish", self.model, obj)

    has_publish_permission = may_publish  # the name that Django asks for in actions

    def has_change_permission(self, request, obj=None):
        """Authors change drafts; of a page that is out they keep a draft of changes."""
        if not super().has_change_permission(request, obj):
            return False
        is_draft = obj is None or obj.published_at is None
        drafting = getattr(request, "is_drafting", False)
        return is_draft or drafting or self.may_publish(request, obj)

    def has_delete_permission(self, request, obj=None):
        if not super().has_delete_permission(request, obj):
            return False
        return obj is None or obj.published_at is None or self.may_publish(request, obj)

    def get_readonly_fields(self, request, obj=None):
        fields = super().get_readonly_fields(request, obj)
        return fields if self.may_publish(request, obj) else [*fields, *TIMES]

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        page = obj  # a form that holds anything else writes it into the row at hand
        if page is not None and context["adminform"].form.is_bound:
            page = self.model._base_manager.get(pk=page.pk)
        if page is not None:
            key = lists.state_of(page)
            context |= {"state": key, "state_name": lists.STATES[key], "pages": self.pages(page)}
        is_out, may_publish = page is not None and page.is_out, self.may_publish(request, obj)
        context["may_publish"] = may_publish and not is_out
        context["may_take_down"] = is_out and self.may_take_down(request, obj)
        context["previews"] = [("lv", _("Preview in Latvian")), ("en", _("Preview in English"))]
        context["show_save_and_add_another"] = False
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def pages(self, obj):
        """(label, address) of the page in each language that it has."""
        return [
            (label_in(language, _("Page")), obj.url_in(language))
            for language in LANGUAGES
            if getattr(obj, f"title_{language}")
        ]

    def may_take_down(self, request, obj):
        return self.may_publish(request, obj) and "take_down" in self.get_actions(request)

    def make_public(self, obj):
        """What the button does; kinds on which the moderation desk decides do nothing."""
        lists.make_public(obj)

    def save_model(self, request, obj, form, change):
        is_now = "_publish" in request.POST or request.POST.get("_publish_anyway") == "now"
        if is_now and self.may_publish(request, obj):
            self.make_public(obj)
        if "_take_down" in request.POST and self.may_take_down(request, obj):
            lists.take_down_now(obj)
        if obj.published_at and not self.may_publish(request, obj):
            raise PermissionDenied
        super().save_model(request, obj, form, change)


class Part(Editing):
    """Rows of a page: who may change the page may change them."""

    extra = 0

    def page_admin(self):
        return self.admin_site.get_model_admin(self.parent_model)

    def has_view_permission(self, request, obj=None):
        return self.page_admin().has_view_permission(request, obj)

    def has_add_permission(self, request, obj=None):
        return self.has_change_permission(request, obj)

    def has_change_permission(self, request, obj=None):
        page_admin = self.page_admin()
        if obj is None:
            return page_admin.has_add_permission(request)
        return page_admin.has_change_permission(request, obj)

    def has_delete_permission(self, request, obj=None):
        return self.has_change_permission(request, obj)


class Inline(Part, TranslationStackedInline):
    """Rows of a page that have translations, one under another."""


class ListInline(Part, TranslationTabularInline):
    """Short rows of a page, as a table."""


class PlainInline(Part, admin.TabularInline):
    """Short rows without translations, as a table."""
