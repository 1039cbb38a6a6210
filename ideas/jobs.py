"""What happens by itself: staff hear of replies that did not come in time."""

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils.timezone import localtime

from core import rights

from . import mails
from .models import Forum, Handover

BACKEND = "django.contrib.auth.backends.ModelBackend"


@transaction.atomic
def remind_of_replies(now):
    """Write to whoever publishes the forum, the day after a reply was due; gives the number."""
    rows = Handover.objects.overdue(localtime(now).date()).select_related(
        "forum", "organisation", "document"
    )
    return sum(mails.remind_of_reply(row, user) for row in rows for user in keepers(row.forum))


def keepers(forum):
    """Active staff who may publish the forum."""
    allowed = get_user_model().objects.with_perm("ideas.publish_forum", backend=BACKEND)
    rows = allowed.filter(is_staff=True).exclude(email="").order_by("pk")
    return [user for user in rows if rights.may(user, "publish", Forum, forum)]
