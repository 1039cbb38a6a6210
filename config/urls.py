"""Addresses of the site: languages by prefix, names of sections translated."""

from allauth.account.decorators import secure_admin_login
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.generic import RedirectView

from core.admin import picker
from core.admin.manual import manual, manual_picture
from core.admin.previews import shared_preview
from core.views import choose_language, count_view, document, media
from engage.desk import desk
from engage.views import privacy
from events.my_registration import my_calendar, my_registration
from events.views import event_by_uid
from ideas.my_idea import my_idea
from ideas.visitor_views import support_link
from library.views import short_link
from opendata.catalogue import catalogue
from opendata.views import open_data
from projects.embed import oembed, project_embed
from projects.quality_page import data_quality
from projects.record_views import project_record, project_records
from projects.report.views import report_file
from projects.standards.identifiers import publisher
from projects.views import project_by_uid

from . import health, views
from .security import security, security_txt
from .watching.views import metrics

admin.site.login = secure_admin_login(admin.site.login)
admin.site.password_change = RedirectView.as_view(url=reverse_lazy("account_change_password"))

urlpatterns = [
    *i18n_patterns(
        path("", views.home, name="home"),
        path(pgettext_lazy("address", "projects/"), include("projects.urls")),
        path(pgettext_lazy("address", "partnerships/"), include("partnership.urls")),
        path(pgettext_lazy("address", "news/"), include("news.urls")),
        path(pgettext_lazy("address", "events/"), include("events.urls")),
        path("", include("ideas.urls")),
        path(pgettext_lazy("address", "library/"), include("library.urls")),
        path(pgettext_lazy("address", "search/"), include("search.urls")),
        path(pgettext_lazy("address", "contacts/"), views.contacts, name="contacts"),
        path(pgettext_lazy("address", "open-data/"), open_data, name="open_data"),
        path(pgettext_lazy("address", "privacy/"), privacy, name="privacy"),
        path(pgettext_lazy("address", "security/"), security, name="security"),
        path(pgettext_lazy("address", "data-quality/"), data_quality, name="data_quality"),
        path("i/<str:token>/", my_idea, name="my_idea"),
        path("i/s/<str:token>/", support_link, name="support_link"),
        path("m/<str:token>/", my_registration, name="my_registration"),
        path("m/<str:token>/calendar.ics", my_calendar, name="my_calendar"),
        path("", include("directory.urls")),
        path("", include("pages.urls")),
    ),
    path("", choose_language, name="choose_language"),
    path("favicon.ico", views.favicon),
    path("healthz", health.alive),
    path("readyz", health.ready),
    path("metrics", metrics),
    path(".well-known/security.txt", security_txt),
    path("admin/account/", include("core.accounts.urls")),
    path("admin/texts/pictures/", picker.choose_picture, name="text_pictures"),
    path("admin/texts/targets/", picker.choose_target, name="text_targets"),
    path("admin/texts/paste/", picker.pasted, name="text_paste"),
    path("admin/desk/", desk, name="moderation_desk"),
    path("admin/manual/", manual, name="manual"),
    path("admin/manual/<str:name>", manual_picture, name="manual_picture"),
    path("admin/r/<path:_where>", views.nothing),
    path("admin/", admin.site.urls),
    path("page/<str:label>/<int:key>/", picker.follow),
    path("picture/<int:key>/", picker.follow),
    path("document/<int:key>/", picker.follow),
    path("preview/<str:token>/", shared_preview, name="shared_preview"),
    path("views/", count_view, name="count_view"),
    path("media/<path:name>", media, name="media"),
    path("documents/<str:key>/<str:name>", document, name="document"),
    path("id/projects/<uuid:uid>/", project_by_uid, name="project_by_uid"),
    path("id/events/<uuid:uid>/", event_by_uid, name="event_by_uid"),
    path("data/projects.json", project_records, name="project_records"),
    path("data/projects/<uuid:uid>.json", project_record, name="project_record"),
    path("data/reports/<uuid:uid>/<str:name>", report_file, name="report_file"),
    path("data/catalogue.<str:form>", catalogue, {"publisher": publisher}, name="catalogue"),
    path("embed/<str:language>/project/<uuid:uid>/", project_embed, name="project_embed"),
    path("embed/oembed", oembed, name="oembed"),
    path("d/<str:code>/", short_link, name="library_short_link"),
    path("", include("opendata.urls")),
]
handler404 = "config.failures.not_found"
handler500 = "config.failures.server_error"
handler403 = "config.failures.forbidden"
handler400 = "config.failures.bad_request"
admin.site.site_title = admin.site.site_header = _("Administration of the site")
