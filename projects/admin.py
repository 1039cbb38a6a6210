from django.contrib import admin

from .models import Fund, Programme, Project, SiteAcknowledgement, Theme

admin.site.register([Project, Programme, Fund, Theme, SiteAcknowledgement])
