from django.urls import path
from django.utils.translation import pgettext_lazy

from . import views

app_name = "projects"
programmes = pgettext_lazy("address", "programmes/")
programme = pgettext_lazy("address", "programmes/<slug:slug>/")
urlpatterns = [
    path("", views.project_list, name="project_list"),
    path(programmes, views.programme_list, name="programme_list"),
    path(programme, views.programme_detail, name="programme_detail"),
    path("<slug:slug>/", views.project_detail, name="project_detail"),
]
