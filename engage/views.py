"""The page about privacy."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from core import retention

from .privacy import NOTICE_VERSION, lines


@require_safe
def privacy(request):
    context = {
        "visitors": lines(retention.VISITORS),
        "staff": lines(retention.STAFF),
        "version": NOTICE_VERSION,
    }
    return render(request, "engage/privacy.html", context)
