"""The people who can sign in to the demonstration, with passwords that everybody may know."""

from django.contrib.auth.models import Group

from core.models import User
from core.roles import AUTHOR, EDITOR, NETWORK_EDITOR, SITE_ADMINISTRATOR
from partnership.models import Partnership

# Username: roles. Authors and editors work for the partnership whose site it is.
PEOPLE = {
    "administrators": [SITE_ADMINISTRATOR, NETWORK_EDITOR],
    "tikls": [NETWORK_EDITOR],
    "redaktors": [EDITOR],
    "autors": [AUTHOR],
}
DEMO_ACCOUNTS = [
    {
        "username": name,
        "password": f"Tikai-demonstracijai-{name.capitalize()}-1",
        "groups": groups,
        "last_name": {"tikls": "Tīkls"}.get(name, name.capitalize()),
    }
    for name, groups in PEOPLE.items()
]


def make_accounts():
    """Create the demonstration's accounts; none is a superuser."""
    host = Partnership.objects.host()
    for account in DEMO_ACCOUNTS:
        user = User.objects.create_user(
            account["username"],
            password=account["password"],
            first_name="Demo",
            last_name=account["last_name"],
            is_staff=True,
        )
        user.groups.set(Group.objects.filter(name__in=account["groups"]))
        if {AUTHOR, EDITOR} & set(account["groups"]):
            user.partnerships.add(host)


def working_accounts():
    """(name, password) of the demonstration's accounts that still open with these passwords."""
    users = User.objects.filter(is_active=True).in_bulk(field_name="username")
    pairs = [(account["username"], account["password"]) for account in DEMO_ACCOUNTS]
    return [
        (name, password)
        for name, password in pairs
        if name in users and users[name].check_password(password)
    ]
