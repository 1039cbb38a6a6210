"""The two people who can sign in to the demonstration, with passwords that everybody may know."""

from django.contrib.auth.models import Group

from core.models import User
from core.roles import EDITOR, SITE_ADMINISTRATOR

DEMO_ACCOUNTS = [
    {
        "username": "administrators",
        "password": "Tikai-demonstracijai-Administrators-1",
        "group": SITE_ADMINISTRATOR,
        "first_name": "Demo",
        "last_name": "Administrators",
    },
    {
        "username": "redaktors",
        "password": "Tikai-demonstracijai-Redaktors-1",
        "group": EDITOR,
        "first_name": "Demo",
        "last_name": "Redaktors",
    },
]


def make_accounts():
    """Create the demonstration's accounts; neither is a superuser."""
    for account in DEMO_ACCOUNTS:
        user = User.objects.create_user(
            account["username"],
            password=account["password"],
            first_name=account["first_name"],
            last_name=account["last_name"],
            is_staff=True,
        )
        user.groups.add(Group.objects.get(name=account["group"]))


def working_accounts():
    """(name, password) of the demonstration's accounts that still open with these passwords."""
    users = User.objects.filter(is_active=True).in_bulk(field_name="username")
    pairs = [(account["username"], account["password"]) for account in DEMO_ACCOUNTS]
    return [
        (name, password)
        for name, password in pairs
        if name in users and users[name].check_password(password)
    ]
