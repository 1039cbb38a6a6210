"""Editing in Latvian and English side by side: what every app's admin classes build on."""

from . import accounts, audit, documents, images  # noqa: F401 (they register their models)
from .content import (  # noqa: F401
    PICTURE,
    PUBLISHING,
    WRITING,
    ContentAdmin,
    Inline,
    ListInline,
    PlainInline,
    TermAdmin,
    TranslatedAdmin,
    both,
)
