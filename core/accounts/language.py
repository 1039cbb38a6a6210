"""The language in which the administration speaks to a person."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import BadRequest
from django.shortcuts import redirect
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST


@require_POST
@login_required
def choose(request):
    """Store the language and say so in it; a language that the site does not have is refused."""
    language = request.POST.get("language")
    if language not in dict(settings.LANGUAGES):
        raise BadRequest
    request.user.language = language
    request.user.save(update_fields=["language"])
    with translation.override(language):
        messages.success(request, _("The administration speaks your language from now on."))
    return redirect("mfa_index")
