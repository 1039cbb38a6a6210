from django.urls import path
from django.utils.translation import pgettext_lazy

from . import views

app_name = "partnership"
data = pgettext_lazy("address", "data.<str:form>")
urlpatterns = [
    path("", views.partnership_list, name="partnership_list"),
    path(data, views.partnership_data, name="partnership_data"),
    path("<slug:slug>/", views.partnership_detail, name="partnership_detail"),
]
