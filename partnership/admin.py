from django.contrib import admin

from .models import Organisation, Partnership, Territory

admin.site.register([Partnership, Organisation, Territory])
