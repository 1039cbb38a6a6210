from django.urls import path
from django.utils.translation import pgettext_lazy

from . import community_urls, joining, message_views, my_pages, profile_urls, views
from . import suggestion_views as suggestions

app_name = "directory"
join = pgettext_lazy("address", "businesses/join/")
my_entry = pgettext_lazy("address", "businesses/mine/<str:token>/")
entry_data = pgettext_lazy("address", "businesses/data.<str:form>")
entry = pgettext_lazy("address", "businesses/<slug:slug>/")
entry_suggest = pgettext_lazy("address", "businesses/<slug:slug>/what-changed/")
entry_suggested = pgettext_lazy("address", "businesses/<slug:slug>/what-changed/sent/")
about_entry = {"about": suggestions.ENTRY}
offer = pgettext_lazy("address", "cooperation/new/")
sent = pgettext_lazy("address", "cooperation/sent/")
written = pgettext_lazy("address", "cooperation/message-sent/")
my_listing = pgettext_lazy("address", "cooperation/mine/<str:token>/")
my_message = pgettext_lazy("address", "cooperation/message/<str:token>/")
write = pgettext_lazy("address", "cooperation/write/<uuid:public_id>/")
listing_data = pgettext_lazy("address", "cooperation/data.<str:form>")
listing = pgettext_lazy("address", "cooperation/<slug:slug>/")
write_about = pgettext_lazy("address", "cooperation/<slug:slug>/write/")

entries = [
    path(pgettext_lazy("address", "businesses/"), views.entry_list, name="entry_list"),
    path(join, joining.join, name="join"),
    path(my_entry, my_pages.my_entry, name="my_entry"),
    path(entry_data, views.entry_data, name="entry_data"),
    path(entry, views.entry_detail, name="entry_detail"),
    path(entry_suggest, suggestions.suggest, about_entry, name="suggest_for_entry"),
    path(entry_suggested, suggestions.suggested, about_entry, name="suggested_for_entry"),
]
listings = [
    path(pgettext_lazy("address", "cooperation/"), views.listing_list, name="listing_list"),
    path(offer, joining.offer, name="offer"),
    path(sent, joining.sent, name="sent"),
    path(my_listing, my_pages.my_listing, name="my_listing"),
    path(listing_data, views.listing_data, name="listing_data"),
    path(listing, views.listing_detail, name="listing_detail"),
    path(write_about, message_views.write_about, name="write_about"),
]
messages = [
    path(written, message_views.written, name="written"),
    path(my_message, message_views.my_message, name="my_message"),
    path(write, message_views.write, name="write"),
]
urlpatterns = [
    *community_urls.urlpatterns,
    *profile_urls.urlpatterns,
    *entries,
    *messages,
    *listings,
]
