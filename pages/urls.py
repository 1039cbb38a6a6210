from django.urls import path
from django.utils.translation import pgettext_lazy

from . import views

app_name = "pages"
urlpatterns = [
    path(pgettext_lazy("address", "glossary/"), views.glossary, name="glossary"),
    path(pgettext_lazy("address", "pages/"), views.page_list, name="page_list"),
    path(pgettext_lazy("address", "pages/data.<str:form>"), views.page_data, name="page_data"),
    path("<slug:slug>/", views.page_detail, name="page_detail"),
]
