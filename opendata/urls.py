"""Sitemap, feeds and robots.txt, for every kind of content."""

from django.contrib.sitemaps.views import sitemap
from django.urls import path
from django.views.generic import TemplateView

from .feeds import content_feed
from .sitemaps import content_sitemaps

app_name = "opendata"
urlpatterns = [
    path("sitemap.xml", sitemap, {"sitemaps": content_sitemaps()}, name="sitemap"),
    path("<str:language>/feeds/<slug:kind>.xml", content_feed, name="feed"),
    path(
        "robots.txt",
        TemplateView.as_view(template_name="robots.txt", content_type="text/plain; charset=utf-8"),
        name="robots",
    ),
]
