from django.urls import include, path
from django.utils.translation import pgettext_lazy

from . import ideathon_urls, summary_views, views, visitor_views

app_name = "ideas"
data = pgettext_lazy("address", "data.<str:form>")
ideas = pgettext_lazy("address", "all/")
idea_data = pgettext_lazy("address", "all/data.<str:form>")
one_idea = pgettext_lazy("address", "all/<slug:slug>/")
support = pgettext_lazy("address", "all/<slug:slug>/support/")
support_now = pgettext_lazy("address", "all/<slug:slug>/support/now/")
support_sent = pgettext_lazy("address", "all/<slug:slug>/support/sent/")
idea_new = pgettext_lazy("address", "<slug:slug>/new/")
idea_sent = pgettext_lazy("address", "<slug:slug>/new/sent/")
summary = pgettext_lazy("address", "<slug:slug>/summary/")
summary_file = pgettext_lazy("address", "<slug:slug>/summary.<str:form>")
board = pgettext_lazy("address", "<slug:slug>/display/")
forums = [
    path("", views.forum_list, name="forum_list"),
    path(data, views.forum_data, name="forum_data"),
    path(ideas, views.idea_list, name="idea_list"),
    path(idea_data, views.idea_data, name="idea_data"),
    path(one_idea, views.idea_detail, name="idea_detail"),
    path(support, visitor_views.support, name="support"),
    path(support_now, visitor_views.support_now, name="support_now"),
    path(support_sent, visitor_views.support_sent, name="support_sent"),
    path(idea_new, visitor_views.idea_new, name="idea_new"),
    path(idea_sent, visitor_views.idea_sent, name="idea_sent"),
    path(summary, summary_views.summary, name="summary"),
    path(summary_file, summary_views.summary_file, name="summary_file"),
    path(board, summary_views.board, name="board"),
    path("<slug:slug>/", views.forum_detail, name="forum_detail"),
]
urlpatterns = [
    path(pgettext_lazy("address", "ideas/"), include(forums)),
    *ideathon_urls.urlpatterns,
]
