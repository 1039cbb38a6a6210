"""Forms and pages on which visitors join the directory and offer or look for something."""

from django import forms
from django.db import transaction
from django.shortcuts import redirect, render
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from engage.forms import VisitorForm
from engage.views import look_into_mailbox

from . import actions
from .bodies import with_number
from .entries import Entry
from .own_words import NAMES
from .parts import BodyPart, ListingPart, entries

BODY, LISTING = tuple(BodyPart.base_fields), tuple(ListingPart.base_fields)


class Together(VisitorForm):
    """A visitor's form with parts; `parts` are (heading, hint, names of fields)."""

    parts = ()

    def __init__(self, data=None, *args, **kwargs):
        super().__init__(data, *args, **kwargs)
        self.initial.setdefault("text_language", get_language())

    def sections(self):
        """(heading, hint, bound fields) in the order of the page; the trap is in none."""
        for heading, hint, names in self.parts:
            yield heading, hint, [self[name] for name in names]

    def visitor(self):
        data = self.cleaned_data
        return {"name": data["name"], "email": data["email"], "language": self.language()}


class JoinForm(Together, BodyPart, ListingPart):
    """An organisation, its contact point and, if its line is filled in, a first listing."""

    parts = (
        (_("Your organisation"), "", BODY),
        (
            _("Whom visitors write to"),
            _("Name, e-mail address and phone number are shown to nobody."),
            ("name", "email", "phone"),
        ),
        (
            _("First offer or request"),
            _("If you have one now; otherwise leave its line empty."),
            LISTING,
        ),
    )

    phone = forms.CharField(
        label=_("Phone"),
        max_length=30,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        BodyPart.set_choices(self)
        ListingPart.set_choices(self)
        for name in LISTING:
            self.fields[name].required = False

    def clean_registration_number(self):
        """A body that is known by its number is not asked for again: it is found and named."""
        number = "".join(self.cleaned_data["registration_number"].split())
        found = with_number(self.data.get("country", ""), number)
        entry = getattr(found, "entry", None)
        if entry is not None and entry.is_published:
            told = _("It is listed already: {}. Write to us if something in it is wrong.")
            link = format_html('<a href="{}">{}</a>', entry.get_absolute_url(), entry.title)
            raise forms.ValidationError(format_html(str(told), link))
        if entry is not None:
            raise forms.ValidationError(
                _("We know an organisation with this number. Write to us, please.")
            )
        return number

    def clean_valid_until(self):
        return super().clean_valid_until() if self.cleaned_data["valid_until"] else None

    def clean(self):
        data = super().clean()
        if data.get("listing_title"):
            for name in ("direction", "listing_body", "cooperation", "valid_until"):
                if not data.get(name) and name not in self.errors:
                    self.add_error(name, self.fields[name].error_messages["required"])
        return data

    def details(self):
        """What `actions.join` stores."""
        data = self.cleaned_data
        listing = self.listing_values(data["text_language"]) if data["listing_title"] else None
        if listing:
            listing |= {"sectors": data["sectors"], "languages": data["languages"]}
        entry = self.entry_values()
        if data["phone"]:
            entry["proposed"]["phone"] = data["phone"]
        return {"visitor": self.visitor(), "entry": entry, "listing": listing}


class OfferForm(Together, ListingPart):
    """An offer or request of an organisation that is listed."""

    parts = (
        (_("Offer or request"), "", ("entry", "text_language", *LISTING)),
        (_("Who you are"), _("It is shown to nobody."), ("name", "email")),
    )

    entry = forms.TypedChoiceField(label=_("Organisation"), coerce=int)
    text_language = forms.ChoiceField(label=_("Language in which you write here"), choices=NAMES)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.set_choices()
        self.fields["entry"].choices = [("", "–"), *entries()]

    def details(self):
        """What `actions.offer` stores."""
        data = self.cleaned_data
        entry = Entry.objects.get(pk=data["entry"])
        listing = self.listing_values(data["text_language"])
        listing |= {"entry": entry, "sectors": entry.sectors.all(), "languages": entry.languages}
        return {"visitor": self.visitor(), "listing": listing}


# Sendings are counted in a transaction of their own: people behind one network do not wait.
@transaction.non_atomic_requests
@require_http_methods(["GET", "HEAD", "POST"])
def join(request):
    form = JoinForm(request.POST or None, request=request)
    return answered(request, form, actions.join, "directory/join.html")


@transaction.non_atomic_requests
@require_http_methods(["GET", "HEAD", "POST"])
def offer(request):
    """The form; a link from the page of an organisation chooses it."""
    chosen = Entry.objects.published().with_slug(request.GET.get("entry", "")[:100]).first()
    initial = {"entry": chosen.pk} if chosen else {}
    form = OfferForm(request.POST or None, request=request, initial=initial)
    return answered(request, form, actions.offer, "directory/offer.html")


def answered(request, form, action, template):
    """The form, or the page that says “look into your mailbox”, the same for everybody. What a
    machine sent is accepted too, and forgotten."""
    if request.method == "POST" and form.is_valid():
        if not form.is_trapped:
            action(occasion=form.occasion(), **form.details())
        return redirect("directory:sent")
    return render(request, template, {"form": form})


@require_safe
def sent(request):
    what_follows = _(
        "We have sent you an e-mail. Open the link in it and press the button: only then do we read"
        " what you sent in."
    )
    return look_into_mailbox(request, what_follows, "directory:listing_list", _("Cooperation"))
