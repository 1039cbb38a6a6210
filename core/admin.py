from django.contrib import admin

from .models import Image, User

admin.site.register([Image, User])
