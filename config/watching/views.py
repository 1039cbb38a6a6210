"""The address of the figures, for whoever has the token."""

from django.conf import settings
from django.db import transaction
from django.http import Http404, HttpResponse
from django.utils.crypto import constant_time_compare
from django.views.decorators.http import require_safe


@transaction.non_atomic_requests
@require_safe
def metrics(request):
    """Figures as text; without the token there is no such page."""
    given = request.headers.get("Authorization", "")
    expected = f"Bearer {settings.METRICS_TOKEN}"
    if not settings.METRICS_TOKEN or not constant_time_compare(given, expected):
        raise Http404
    from .figures import text

    headers = {"Cache-Control": "no-store"}
    return HttpResponse(text(), content_type="text/plain; version=0.0.4", headers=headers)
