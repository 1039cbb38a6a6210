"""Addresses of the organisations by municipality, and of the form behind a personal link."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from . import profile_views as views

urlpatterns = [
    path(pgettext_lazy("address", "ngos/"), views.profile_list, name="profile_list"),
    path(pgettext_lazy("address", "ngos/data.<str:form>"), views.profile_data, name="profile_data"),
    path(pgettext_lazy("address", "ngos/<slug:slug>/"), views.profile_place, name="profile_place"),
    path("o/<str:token>/", views.my_profile, name="my_profile"),
]
