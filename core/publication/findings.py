"""A finding of the check, and all words for it."""

from dataclasses import dataclass

from core.faults import Fault

from .library_words import LIBRARY_WORDS
from .project_words import PROJECT_WORDS
from .text_words import TEXT_WORDS

WORDS = {**TEXT_WORDS, **PROJECT_WORDS, **LIBRARY_WORDS}
RULE = Fault.Weight.RULE


@dataclass(frozen=True)
class Finding:
    """One thing to mend: `field` of the form, or the rows inside it; `detail` quotes the place."""

    code: str
    field: str = ""
    detail: str = ""

    @property
    def wording(self):
        return WORDS[self.code]

    @property
    def weight(self):
        return self.wording.weight

    @property
    def breaks_rule(self):
        return self.weight == RULE
