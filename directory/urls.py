from django.urls import path
from django.utils.translation import pgettext_lazy

from . import community_urls, profile_urls, views

app_name = "directory"

entries = [
    path(pgettext_lazy("address", "businesses/"), views.entry_list, name="entry_list"),
    path(
        pgettext_lazy("address", "businesses/data.<str:form>"), views.entry_data, name="entry_data"
    ),
    path(
        pgettext_lazy("address", "businesses/<slug:slug>/"), views.entry_detail, name="entry_detail"
    ),
]
listings = [
    path(pgettext_lazy("address", "cooperation/"), views.listing_list, name="listing_list"),
    path(
        pgettext_lazy("address", "cooperation/data.<str:form>"),
        views.listing_data,
        name="listing_data",
    ),
    path(
        pgettext_lazy("address", "cooperation/<slug:slug>/"),
        views.listing_detail,
        name="listing_detail",
    ),
]
urlpatterns = [*community_urls.urlpatterns, *profile_urls.urlpatterns, *entries, *listings]
