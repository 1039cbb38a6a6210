"""Editing in Latvian and English side by side: what every app's admin classes build on."""

from . import accounts, addresses, audit, documents, faults, images, links  # noqa: F401
from .content import (  # noqa: F401
    PICTURE,
    PUBLISHING,
    TIMES,
    WRITING,
    ContentAdmin,
    Inline,
    ListInline,
    PlainInline,
    TermAdmin,
    TranslatedAdmin,
    both,
)
from .recording import record, record_first  # noqa: F401
