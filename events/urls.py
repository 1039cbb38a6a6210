from django.urls import path
from django.utils.translation import pgettext_lazy

from . import registration_views, views

app_name = "events"
data = pgettext_lazy("address", "data.<str:form>")
series = pgettext_lazy("address", "series/")
series_data = pgettext_lazy("address", "series/data.<str:form>")
one_series = pgettext_lazy("address", "series/<slug:slug>/")
register = pgettext_lazy("address", "<slug:slug>/register/")
registered = pgettext_lazy("address", "<slug:slug>/register/sent/")
register_for_series = pgettext_lazy("address", "series/<slug:slug>/register/")
registered_for_series = pgettext_lazy("address", "series/<slug:slug>/register/sent/")
urlpatterns = [
    path("", views.event_list, name="event_list"),
    path(data, views.event_data, name="event_data"),
    path(series, views.series_list, name="series_list"),
    path(series_data, views.series_data, name="series_data"),
    path(one_series, views.series_detail, name="series_detail"),
    path("<slug:slug>.ics", views.event_calendar, name="event_calendar"),
    path(register, registration_views.register, name="register"),
    path(registered, registration_views.registered, name="registered"),
    path(register_for_series, registration_views.register_for_series, name="register_for_series"),
    path(
        registered_for_series,
        registration_views.registered_for_series,
        name="registered_for_series",
    ),
    path("<slug:slug>/", views.event_detail, name="event_detail"),
]
