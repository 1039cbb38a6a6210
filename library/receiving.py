"""Files of a form are received first, then the form only names them.

So a form that comes back, with an error or stopped by the publication check, has lost nothing;
checks and previews know the new file; and drafts, history and deleted items keep theirs.
"""

import re

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from . import captions, storing

UPLOADED = re.compile(r"files-\d{1,4}-(?:upload|captions_upload)")
SIGNER = signing.Signer(salt="library.receiving")


def ticket(name, original_name):
    """What stands in a form for a stored file; the same for the same file."""
    return SIGNER.sign_object([name, original_name])


def named(text):
    """(name in the storage, name that its editor knows) of a ticket; ("", "") of none."""
    if not text:
        return "", ""
    try:
        name, original_name = SIGNER.unsign_object(text)
    except (signing.BadSignature, ValueError) as error:
        raise ValidationError(_("The file is not known here; choose it again.")) from error
    return name, original_name


def receive(request):
    """Store the good uploads of a form; those that are refused stay, for the form to say why."""
    post = request.POST.copy()
    for field in filter(UPLOADED.fullmatch, list(request.FILES)):
        file = request.FILES[field]
        try:
            if field.endswith("-captions_upload"):
                post[field.removesuffix("_upload")] = captions.text_of(file)
            else:
                place = field.removesuffix("upload") + "received"
                post[place] = ticket(storing.put(file), file.name)
        except ValidationError:
            continue
        del request.FILES[field]
    request.POST = post


class Ticket(forms.CharField):
    """The stored file in a form, out of sight."""

    widget = forms.HiddenInput

    def in_words(self, values):
        """What the history shows of it: the name that its editor knows."""
        try:
            return ", ".join(named(value)[1] for value in values)
        except ValidationError:
            return "–"


class ReceivingAdmin:
    """Stands before the other classes of an admin whose form has files."""

    def may_send(self, request, row):
        return request.method == "POST" and self.may_draft(request, row)

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        row = self.get_object(request, object_id) if object_id else None
        if (row or not object_id) and self.may_send(request, row):
            receive(request)
        return super().changeform_view(request, object_id, form_url, extra_context)

    def preview_view(self, request):
        key = request.GET.get("object_id", "")
        row = self.get_object(request, key) if key else None
        if (row or not key) and self.may_send(request, row):
            receive(request)
        return super().preview_view(request)
