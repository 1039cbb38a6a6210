"""Texts of visitors, in the language in which they wrote them."""

from babel import Locale
from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.functional import lazy
from django.utils.html import escape, linebreaks
from django.utils.translation import gettext_lazy as _

from core.numbers import locale

# Those of the site, of its partners, and of their neighbours (ISO 639-1).
CODES = ("lv", "en", "ro", "ru", "uk", "lt", "et", "de", "pl", "fi", "sv", "fr")


def name_of(code):
    return Locale.parse(locale()).languages[code]


NAMES = [(code, lazy(name_of, str)(code)) for code in CODES]


def own_language(name):
    """The language of a text that stands in one column; what is in both has been translated."""

    def language(self):
        columns = [f"{name}_{code}" for code in settings.MODELTRANSLATION_LANGUAGES]
        is_translated = all(getattr(self, column, "") for column in columns)
        return "" if is_translated else self.text_language

    return property(language)


class InOwnWords(models.Model):
    """A page whose texts may be in a language that the site does not have.

    Texts in Latvian or English stand in the columns of that language; others stand in the first
    language's columns, and pages mark them with `text_language`.
    """

    text_language = models.CharField(
        _("language of the text"),
        max_length=2,
        choices=NAMES,
        blank=True,
        help_text=_("Only when all of it is in one language, such as Romanian."),
    )

    class Meta:
        abstract = True

    title_language = own_language("title")
    summary_language = own_language("summary")
    body_language = own_language("body")
    products_language = own_language("products")

    def mark(self):
        return self.public_id.hex[:10]


class OfStaff(models.Model):
    """What visitors send in and staff make, too. For the latter a day of publication decides."""

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        if self.source != self.Source.WEB:
            self.confirmed_at = self.confirmed_at or timezone.now()
            if self.published_at and self.state == self.State.UNCONFIRMED:
                self.state, self.decided_at = self.State.PUBLISHED, timezone.now()
        if self.state == self.State.PUBLISHED and self.published_at is None:
            self.step_back()
        if self.state == self.State.PUBLISHED:
            self.become_public()
        super().save(*args, **kwargs)

    def step_back(self):
        """Without its day, what staff made is a draft again, and what visitors sent in hidden."""
        is_own = self.source != self.Source.WEB
        self.state = self.State.UNCONFIRMED if is_own else self.State.ARCHIVED

    def become_public(self):
        """What a row needs that is published; kinds say it."""


def column_for(name, language):
    """The column of a translated field that holds text in a language."""
    known = settings.MODELTRANSLATION_LANGUAGES
    return f"{name}_{language if language in known else settings.LANGUAGE_CODE}"


def as_paragraphs(text):
    """Plain text as formatted text with the same words, paragraphs and lines."""
    return linebreaks(escape(text.strip())).replace("\n", "")
