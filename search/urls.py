from django.urls import path
from django.utils.translation import pgettext_lazy

from . import pages

app_name = "search"
urlpatterns = [
    path("", pages.search_page, name="search"),
    path(pgettext_lazy("address", "suggestions/"), pages.suggestions, name="suggestions"),
]
