"""Addresses of ideathons, of their solutions, and of the pages behind links."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from . import ideathon_views as views
from . import jury_sheet, my_solution

ideathons = pgettext_lazy("address", "ideathons/")
ideathon_data = pgettext_lazy("address", "ideathons/data.<str:form>")
one_ideathon = pgettext_lazy("address", "ideathons/<slug:slug>/")
send_in = pgettext_lazy("address", "ideathons/<slug:slug>/solution/")
sent = pgettext_lazy("address", "ideathons/<slug:slug>/solution/sent/")
solutions = pgettext_lazy("address", "solutions/")
solution_data = pgettext_lazy("address", "solutions/data.<str:form>")
one_solution = pgettext_lazy("address", "solutions/<slug:slug>/")
urlpatterns = [
    path(ideathons, views.ideathon_list, name="ideathon_list"),
    path(ideathon_data, views.ideathon_data, name="ideathon_data"),
    path(send_in, views.send_in, name="send_in"),
    path(sent, views.sent_in, name="sent_in"),
    path(one_ideathon, views.ideathon_detail, name="ideathon_detail"),
    path(solutions, views.solution_list, name="solution_list"),
    path(solution_data, views.solution_data, name="solution_data"),
    path(one_solution, views.solution_detail, name="solution_detail"),
    path("s/<str:token>/", my_solution.my_solution, name="my_solution"),
    path("z/<str:token>/", jury_sheet.jury_sheet, name="jury_sheet"),
]
