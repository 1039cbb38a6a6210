"""Saved pages: what was recognised, where it stands, and the step that makes a draft project."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import rights
from core.admin.cards import FIRST, Card
from core.admin.reading import ReadOnly
from core.admin.robust import RobustLists
from core.admin.scope import ScopedAdmin
from projects.models import Project

from . import actions
from .marks import marked
from .models import SavedPage
from .pages.forms import ConfirmForm

LIST = "admin:moving_savedpage_changelist"


@admin.register(SavedPage)
class SavedPageAdmin(ReadOnly, RobustLists, ScopedAdmin, admin.ModelAdmin):
    """Made by `manage.py import_pages`; staff decide what becomes of each."""

    list_display = ["title", "state", "number", "language", "owner", "name"]
    list_filter = ["state", "language", ("owner", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["owner"]
    list_per_page = 50
    search_fields = ["title", "text", "name"]
    fields = ["title", "state", "language", "name", "owner", "text"]

    @admin.display(description=gettext_lazy("project number"))
    def number(self, page):
        return next((value for kind, value, *_place in page.found if kind == "number"), "")

    def may_decide(self, user, page):
        """Whoever may make projects, of pages of the own partnership."""
        return rights.may(user, "change", SavedPage, page) and rights.may(user, "add", Project)

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("<int:key>/confirm/", view(self.confirm_view), name="moving_savedpage_confirm"),
            path("<int:key>/aside/", view(self.aside_view), name="moving_savedpage_aside"),
            *super().get_urls(),
        ]

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """The page with its marks; with the form for who may decide while it waits."""
        page = self.get_object(request, object_id)
        if page is None or not self.has_view_permission(request, page):
            return super().change_view(request, object_id, form_url, extra_context)
        return self.shown(request, page)

    def shown(self, request, page, form=None):
        is_open = page.state == SavedPage.State.WAITING and self.may_decide(request.user, page)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": page,
            "title": page.title,
            "parts": marked(page),
            "form": form or (ConfirmForm(page=page, user=request.user) if is_open else None),
            "may_decide": self.may_decide(request.user, page),
        }
        return TemplateResponse(request, "admin/moving/savedpage/confirm.html", context)

    def confirm_view(self, request, key):
        page = self.asked(request, key)
        if page.project_id:
            return redirect(project_form(page.project))
        form = ConfirmForm(request.POST, page=page, user=request.user)
        if not form.is_valid():
            return self.shown(request, page, form)
        project = actions.make_project(page=page, form=form, user=request.user)
        self.log_change(request, page, [{"changed": {"fields": ["state"]}}])
        messages.success(request, _("The project is a draft now; complete it and publish it."))
        return redirect(project_form(project))

    def aside_view(self, request, key):
        page = self.asked(request, key)
        actions.set_aside(page=page, is_aside="back" not in request.POST)
        return redirect(LIST)

    def asked(self, request, key):
        """The page that a form was sent for; GET changes nothing."""
        page = self.get_object(request, str(key))
        if request.method != "POST" or page is None:
            raise Http404
        if not self.may_decide(request.user, page):
            raise PermissionDenied
        return page

    def card(self, user):
        """For the first page: saved pages that wait for a decision."""
        rows = rights.own(user, SavedPage.objects.waiting())
        number = rows.count() if rights.may(user, "change", SavedPage) else 0
        links = [
            (reverse("admin:moving_savedpage_change", args=[row.pk]), str(row), row.name)
            for row in rows[: FIRST if number else 0]
        ]
        more = [(reverse(LIST) + "?state__exact=waiting", _("all these pages"), number)]
        return Card(
            "savedpages",
            _("Saved pages to confirm"),
            _("no saved page waits"),
            number,
            links,
            more if number else [],
        )


def project_form(project):
    return reverse("admin:projects_project_change", args=[project.pk])
