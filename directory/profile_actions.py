"""Asking organisations for their profile and taking their answers; each is one transaction."""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from engage.moderation import move

from . import profile_mails as mails
from .profiles import Cooperation, OrganisationProfile

State = OrganisationProfile.State


@transaction.atomic
def ask(*, profile):
    """Send an organisation its personal link; whether it was sent now. It is sent once a year."""
    row = OrganisationProfile.objects.select_for_update().get(pk=profile.pk)
    if row.asked_at is not None or not row.email or row.anonymised_at is not None:
        return False
    row.asked_at = timezone.now()
    row.save(update_fields=["asked_at"])
    return mails.ask(row)


@transaction.atomic
def remind(*, profile, now):
    """Ask once more; whether a mail was written."""
    row = OrganisationProfile.objects.select_for_update().to_remind(now).filter(pk=profile.pk)
    row = row.first()
    if row is None:
        return False
    row.reminded_at = now
    row.save(update_fields=["reminded_at"])
    return mails.remind(row)


@transaction.atomic
def answer(*, profile, values, partners, shown=None):
    """Take the answers of an organisation; they wait at the desk, also when others stood before.

    `partners` are {(key of an organisation, kind of cooperation)}: they take the place of what was
    noted for the organisation and year, as far as the form had lines for it (`shown`, keys of
    `Cooperation`): others may have named it more often. Gives the profile.
    """
    row = OrganisationProfile.objects.select_for_update().get(pk=profile.pk)
    for name, value in values.items():
        setattr(row, name, value)
    row.answered_at = timezone.now()
    row.save()
    note_partners(row, partners, shown)
    return row if row.state == State.PENDING else move(row=row, to=State.PENDING)


def note_partners(profile, partners, shown):
    own = profile.organisation_id
    noted = Cooperation.objects.filter(Q(first=own) | Q(second=own), year=profile.year)
    (noted if shown is None else noted.filter(pk__in=shown)).delete()
    rows = [
        Cooperation(first_id=own, second_id=other, kind=kind, year=profile.year)
        for other, kind in sorted(partners)
    ]
    for row in rows:
        row.put_in_order()
    Cooperation.objects.bulk_create(rows, ignore_conflicts=True)  # the other may say the same now
