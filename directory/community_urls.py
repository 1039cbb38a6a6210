"""Addresses of communities, of what they have, and of pages behind links to leaders."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from . import community_views as views
from . import suggestion_views as suggestions

urlpatterns = [
    path(pgettext_lazy("address", "communities/"), views.community_list, name="community_list"),
    path(
        pgettext_lazy("address", "communities/data.<str:form>"),
        views.community_data,
        name="community_data",
    ),
    path(
        pgettext_lazy("address", "communities/resources/"),
        views.resource_list,
        name="communityentry_list",
    ),
    path(
        pgettext_lazy("address", "communities/resources/data.<str:form>"),
        views.resource_data,
        name="communityentry_data",
    ),
    path(
        pgettext_lazy("address", "communities/<slug:slug>/"),
        views.community_detail,
        name="community_detail",
    ),
    path(
        pgettext_lazy("address", "communities/<slug:slug>/what-changed/"),
        suggestions.suggest,
        name="suggest",
    ),
    path(
        pgettext_lazy("address", "communities/<slug:slug>/what-changed/sent/"),
        suggestions.suggested,
        name="suggested",
    ),
    path("t/<str:token>/", suggestions.my_suggestion, name="my_suggestion"),
    path("c/<str:token>/", suggestions.my_community, name="my_community"),
]
