"""Whether this process answers, and whether it can do its work: for balancers and watchers."""

from django.db import connection, transaction
from django.http import HttpResponse
from django.views.decorators.http import require_safe

from .failures import BUSY


# Without a transaction, which would ask the database before the view does.
@transaction.non_atomic_requests
@require_safe
def alive(request):
    """The process answers; nothing else is asked."""
    return said("ok")


@transaction.non_atomic_requests
@require_safe
def ready(request):
    """The database answers, so that pages can be shown; else 503."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("select 1")
    except BUSY:
        return said("no database", 503)
    return said("ok")


def said(word, status=200):
    """One line that tells a stranger nothing and that nobody keeps."""
    headers = {"Cache-Control": "no-store"}
    return HttpResponse(f"{word}\n", "text/plain; charset=utf-8", status, headers=headers)
