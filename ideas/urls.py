from django.urls import path
from django.utils.translation import pgettext_lazy

from . import views

app_name = "ideas"
forum_data = pgettext_lazy("address", "data.<str:form>")
ideas = pgettext_lazy("address", "all/")
idea_data = pgettext_lazy("address", "all/data.<str:form>")
one_idea = pgettext_lazy("address", "all/<slug:slug>/")
urlpatterns = [
    path("", views.forum_list, name="forum_list"),
    path(forum_data, views.forum_data, name="forum_data"),
    path(ideas, views.idea_list, name="idea_list"),
    path(idea_data, views.idea_data, name="idea_data"),
    path(one_idea, views.idea_detail, name="idea_detail"),
    path("<slug:slug>/", views.forum_detail, name="forum_detail"),
]
