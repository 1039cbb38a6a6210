from django.urls import path
from django.utils.translation import pgettext_lazy

from . import views
from .publicity import urls as publicity
from .report import urls as report

app_name = "projects"
programmes = pgettext_lazy("address", "programmes/")
programme = pgettext_lazy("address", "programmes/<slug:slug>/")
data = pgettext_lazy("address", "data.<str:form>")
programmes_data = pgettext_lazy("address", "programmes/data.<str:form>")
urlpatterns = [
    path("", views.project_list, name="project_list"),
    path(data, views.project_data, name="project_data"),
    path(programmes, views.programme_list, name="programme_list"),
    path(programmes_data, views.programme_data, name="programme_data"),
    path(programme, views.programme_detail, name="programme_detail"),
    *publicity.urlpatterns,
    *report.urlpatterns,
    path("<slug:slug>/", views.project_detail, name="project_detail"),
]
