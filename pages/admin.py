from django.contrib import admin

from .models import GlossaryTerm, Page, SiteProfile

admin.site.register([Page, GlossaryTerm, SiteProfile])
