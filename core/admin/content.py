"""`ContentAdmin` for pages, `TermAdmin` for terms, and the inlines that stand in their forms."""

from django.contrib import admin, messages
from django.utils.translation import gettext_lazy as _
from js_asset import Media
from modeltranslation.admin import (
    TranslationAdmin,
    TranslationStackedInline,
    TranslationTabularInline,
)

from core.languages import label_in

from . import lists
from .forms import (
    NATIVE_FIELDS,
    both,
    keep_links_harmless,
    name_language,
    store_empty_as_text,
)
from .words import editor_words

WRITING = (None, {"fields": both("title", "summary", "body")})
PICTURE = (_("Picture"), {"fields": ["cover"]})
PUBLISHING = (
    _("Publishing"),
    {"fields": [("published_at", "unpublish_at"), "owner", *both("slug")]},
)


class Editing:
    """What forms and inlines share: native pickers, labels, short lists of related links."""

    formfield_overrides = NATIVE_FIELDS

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is None:
            return None
        keep_links_harmless(field)
        if hasattr(db_field, "translated_field"):
            store_empty_as_text(field, db_field)
            name_language(field, db_field.language)
        return field


class TranslatedAdmin(Editing, TranslationAdmin):
    """A model with translations; the form's page carries what the text editor needs."""

    view_on_site = False

    def render_change_form(self, request, context, *args, **kwargs):
        context["media"] = Media.from_media(context["media"], nonce=str(request.csp_nonce))
        context["editor_words"] = editor_words()
        return super().render_change_form(request, context, *args, **kwargs)


class TermAdmin(TranslatedAdmin):
    """A list that content is sorted by. The address is made from the name when left empty."""

    list_display = ["name_lv", "name_en", "slug"]
    search_fields = ["name_lv", "name_en"]
    fieldsets = [(None, {"fields": [*both("name"), ("slug", "position")]})]


class ContentAdmin(TranslatedAdmin):
    """A kind of content: texts in both languages, publishing, the page in both languages."""

    own_columns = []  # of the list, between the language and the owner
    list_filter = [
        lists.StateFilter,
        lists.EnglishFilter,
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
        columns = [*self.own_columns, "owner", lists.published_on]
        return ["title", lists.state, lists.has_english, *columns]

    def get_changeform_initial_data(self, request):
        """New pages belong to the site's own partnership."""
        owner = self.opts.get_field("owner").related_model
        host = owner.objects.filter(is_host=True).values_list("pk", flat=True).first()
        return {"owner": host, **super().get_changeform_initial_data(request)}

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj is not None:
            key = lists.state_of(obj)
            context |= {"state": key, "state_name": lists.STATES[key], "pages": self.pages(obj)}
        context["may_publish"] = obj is None or not obj.is_published
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def pages(self, obj):
        """(label, address) of the page in each language that it has."""
        return [
            (label_in(language, _("Page")), obj.url_in(language))
            for language in ("lv", "en")
            if getattr(obj, f"title_{language}")
        ]

    def save_model(self, request, obj, form, change):
        if "_publish" in request.POST:
            lists.make_public(obj)
        super().save_model(request, obj, form, change)
        for warning in self.warnings(obj):
            messages.warning(request, warning)

    def warnings(self, obj):
        """What the editor should know about the saved page; nothing here stops the saving."""
        if not obj.title_en:
            yield _("There is no English title: the English page shows the Latvian text.")


class Inline(Editing, TranslationStackedInline):
    """Rows of a page that have translations, one under another."""

    extra = 0


class ListInline(Editing, TranslationTabularInline):
    """Short rows of a page, as a table."""

    extra = 0


class PlainInline(Editing, admin.TabularInline):
    """Short rows without translations, as a table."""

    extra = 0
