"""The two groups that every installation has: who may edit content, who may keep accounts."""

from django.apps import apps
from django.contrib.auth.management import create_permissions

EDITOR = "Editor"
SITE_ADMINISTRATOR = "Site administrator"
CONTENT_APPS = ("core", "pages", "partnership", "projects", "news")
NOT_FOR_EDITORS = ("user", "viewcount")
ACCOUNTS = {"core": ("user",), "auth": ("group",)}


def make_groups(using="default", **kwargs):
    """Create or complete both groups; runs after every migrate and may run again.

    Django makes the permissions of one app after another, so they are completed here first.
    """
    for app in apps.get_app_configs():
        create_permissions(app, verbosity=0, using=using)
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    every = Permission.objects.using(using).select_related("content_type")
    content = [
        each
        for each in every
        if each.content_type.app_label in CONTENT_APPS
        and each.content_type.model not in NOT_FOR_EDITORS
    ]
    accounts = [
        each
        for each in every
        if each.content_type.model in ACCOUNTS.get(each.content_type.app_label, ())
        and (each.content_type.model == "user" or each.codename.startswith("view_"))
    ]
    groups = Group.objects.using(using)
    groups.get_or_create(name=EDITOR)[0].permissions.add(*content)
    groups.get_or_create(name=SITE_ADMINISTRATOR)[0].permissions.add(*content, *accounts)
