"""Editing of news."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from core.admin import PICTURE, PUBLISHING, WRITING, ContentAdmin
from core.admin.exchange import ExchangeAdmin

from .exchange import PostResource
from .models import Post


@admin.register(Post)
class PostAdmin(ExchangeAdmin, ContentAdmin):
    resource_classes = [PostResource]
    list_filter = [*ContentAdmin.list_filter, "themes"]
    autocomplete_fields = [*ContentAdmin.autocomplete_fields, "projects", "themes"]
    fieldsets = [
        WRITING,
        (None, {"fields": ["author"]}),
        PICTURE,
        (_("What it is about"), {"fields": ["projects", "themes"]}),
        PUBLISHING,
    ]
