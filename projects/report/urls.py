"""The address of results below a project's page; included by `projects.urls`."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from . import views

page = pgettext_lazy("address", "<slug:slug>/results/")
urlpatterns = [path(page, views.results, name="project_results")]
