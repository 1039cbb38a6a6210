"""Addresses below a project's page; included by `projects.urls`."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from . import views

page = pgettext_lazy("address", "<slug:slug>/publicity/")
display = pgettext_lazy("address", "<slug:slug>/display/")
poster = pgettext_lazy("address", "<slug:slug>/publicity/poster-<str:languages>.pdf")
plaque = pgettext_lazy("address", "<slug:slug>/publicity/plaque-<str:languages>.pdf")
urlpatterns = [
    path(page, views.publicity, name="project_publicity"),
    path(display, views.display, name="project_display"),
    path(poster, views.sheet, {"template": "poster"}, name="project_poster"),
    path(plaque, views.sheet, {"template": "plaque"}, name="project_plaque"),
    path(
        "<slug:slug>/publicity/logo-<str:language>.<str:kind>",
        views.logo_strip,
        name="project_logos",
    ),
    path(
        "<slug:slug>/publicity/<str:template>/<str:languages>.png",
        views.sheet,
        {"kind": "png"},
        name="project_sheet_picture",
    ),
]
