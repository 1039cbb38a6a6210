"""How a weakness of the site is reported: a page for people, a file for who looks for it."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation
from django.views.decorators.http import require_safe

VALID = timedelta(days=180)  # RFC 9116 §2.5.5: less than a year


@require_safe
def security(request):
    """What we ask of whoever finds a weakness, and what we do then."""
    return render(request, "security.html", {"contact": settings.SECURITY_CONTACT})


@transaction.non_atomic_requests
@require_safe
def security_txt(request):
    """`/.well-known/security.txt` of RFC 9116. Its end moves with the day, so it never passes."""
    end = timezone.now().replace(hour=0, minute=0, second=0, microsecond=0) + VALID
    lines = [
        f"Contact: {contact()}",
        f"Expires: {end:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: lv, en",
        f"Canonical: {settings.SITE_URL}{request.path}",
        *(f"Policy: {address('security', code)}" for code, _name in settings.LANGUAGES),
    ]
    headers = {"Cache-Control": "public, max-age=86400"}
    return HttpResponse("\n".join(lines) + "\n", "text/plain; charset=utf-8", headers=headers)


def contact():
    """`SECURITY_CONTACT` as an address, else the page of contacts."""
    if settings.SECURITY_CONTACT:
        return f"mailto:{settings.SECURITY_CONTACT}"
    return address("contacts", settings.LANGUAGE_CODE)


def address(name, language):
    with translation.override(language):
        return settings.SITE_URL + reverse(name)
