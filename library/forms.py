"""The form of one file of an item."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from . import captions, storing
from .receiving import Ticket, named, ticket


def accepting(kinds):
    return forms.FileInput(attrs={"accept": ",".join(f".{kind}" for kind in kinds)})


class FileForm(forms.ModelForm):
    """Either a file or an address: what was given last takes the place of the other."""

    upload = forms.FileField(
        label=_("File"),
        required=False,
        widget=accepting(storing.KINDS),
        help_text=_(
            "A document up to 25 MB, a picture, or a recording (MP4, WebM, MP3) to 250 MB."
        ),
    )
    captions_upload = forms.FileField(
        label=_("File of captions"),
        required=False,
        widget=accepting(captions.KINDS),
        help_text=_("WebVTT or SubRip, as video sites give them."),
    )
    received = Ticket(required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        row = self.instance
        self.stored = row.file.name if row.file else ""
        if self.stored:
            self.initial["received"] = ticket(row.file.name, row.original_name)

    def clean_upload(self):
        """(name in the storage, name that its editor knows) of an upload; `receive` was first."""
        file = self.cleaned_data["upload"]
        return (storing.put(file), file.name) if file else None

    def clean_captions_upload(self):
        file = self.cleaned_data["captions_upload"]
        return captions.text_of(file) if file else ""

    def clean_received(self):
        return named(self.cleaned_data["received"])

    def clean(self):
        super().clean()
        if {"received", "url", "upload"} <= self.cleaned_data.keys():
            self.choose(*(self.cleaned_data["upload"] or self.cleaned_data["received"]))
        if text := self.cleaned_data.get("captions_upload"):
            self.cleaned_data["captions"] = text
        return self.cleaned_data

    def choose(self, name, original_name):
        """Put the file or the address, whichever is new, into the row."""
        url, is_new_file = self.cleaned_data["url"], name != self.stored
        if name and url:
            if is_new_file and url != self.initial.get("url"):
                raise ValidationError(_("Give either a file or an address, not both."))
            if is_new_file:
                url = self.cleaned_data["url"] = ""
            else:
                name = ""
        if not name and not url:
            raise ValidationError(_("Give a file or an address."))
        if name and is_new_file:
            self.take(name, original_name)
        elif not name:
            self.instance.file = ""

    def take(self, name, original_name):
        try:
            self.instance.take(name, original_name)
        except OSError as error:
            raise ValidationError(_("The file is not known here; choose it again.")) from error


class FilesOfItem(forms.BaseInlineFormSet):
    """The files of one item: each language has one."""

    def get_unique_error_message(self, unique_check):
        return _(
            "Each language has one file: choose another language, or add an item for the other one."
        )

    def get_form_error(self):
        return _("Another file of this item has the same language.")
