from django.urls import include, path
from django.utils.translation import pgettext_lazy

from . import views

app_name = "library"
private = [
    path("<str:text>/", views.item_private, name="item_private"),
    path("<str:text>/<str:name>", views.item_private_file, name="item_private_file"),
]
urlpatterns = [
    path("", views.item_list, name="item_list"),
    path(pgettext_lazy("address", "data.<str:form>"), views.item_data, name="item_data"),
    path(pgettext_lazy("address", "for-participants/"), include(private)),
    path("<slug:slug>/", views.item_detail, name="item_detail"),
    path("<slug:slug>/v<int:number>/", views.item_version, name="item_version"),
    path("<slug:slug>/v<int:number>/<str:name>", views.item_version, name="item_version_file"),
    path("<slug:slug>/<str:name>", views.item_file, name="item_file"),
]
