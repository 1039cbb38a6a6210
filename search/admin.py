"""Synonyms, and the searches without results that tell which ones are lacking."""

from urllib.parse import urlencode

from django import forms
from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from core import rights
from core.admin.content import Editing
from core.admin.reading import ReadOnly
from core.admin.robust import RobustLists
from core.admin.scope import ScopedAdmin

from .models import Miss, Synonyms


class SynonymsForm(forms.ModelForm):
    class Meta:
        widgets = {"words": forms.Textarea(attrs={"rows": 8, "cols": 50})}
        help_texts = {
            "words": _(
                "One expression on a line, in any language: an abbreviation, its full name, a"
                " foreign word for it. Whoever looks for one finds all. Any other word is found in"
                " all its forms, but an abbreviation in CAPITALS only as it stands."
            )
        }


class CommonAdmin(RobustLists, ScopedAdmin, Editing, admin.ModelAdmin):
    """Rows that belong to the site as a whole."""

    is_common = True


@admin.register(Synonyms)
class SynonymsAdmin(CommonAdmin):
    form = SynonymsForm
    fields = ["words"]
    list_display = ["__str__"]
    list_per_page = 100
    search_fields = ["words"]


@admin.register(Miss)
class MissAdmin(ReadOnly, CommonAdmin):
    """What visitors looked for in vain; nobody edits it, and it is forgotten by itself."""

    list_display = ["words", "number", "day"]
    list_filter = ["day"]
    list_per_page = 100
    date_hierarchy = "day"
    search_fields = ["words"]

    def get_list_display(self, request):
        more = ["make_synonyms"] if rights.may(request.user, "add", Synonyms) else []
        return [*self.list_display, *more]

    @admin.display(description=_("what to do"))
    def make_synonyms(self, miss):
        """The form for synonyms with the words in it; what they mean is written below them."""
        address = reverse("admin:search_synonyms_add")
        words = urlencode({"words": f"{miss.words}\n"})
        return format_html('<a href="{}?{}">{}</a>', address, words, _("make synonyms of it"))
