"""The mails with the personal link to the profile of an organisation."""

from engage.outbox import post


def ask(profile):
    return send(profile, "profile")


def remind(profile):
    return send(profile, "profile_reminder")


def send(profile, name):
    """Write one mail; whether it is new."""
    return post(
        key=f"{name}:{profile.public_id}",
        to=profile.email,
        template=f"directory/mail/{name}",
        language=profile.language,
        context={"profile": profile, "link": profile.my_url()},
        about=profile,
    )
