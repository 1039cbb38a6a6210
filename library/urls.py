from django.urls import path
from django.utils.translation import pgettext_lazy

from . import views

app_name = "library"
urlpatterns = [
    path("", views.item_list, name="item_list"),
    path(pgettext_lazy("address", "data.<str:form>"), views.item_data, name="item_data"),
    path("<slug:slug>/", views.item_detail, name="item_detail"),
]
