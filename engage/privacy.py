"""The page about privacy: what is kept for how long comes from the table that also deletes it."""

from core import retention

# Raised by hand whenever the page says something else; a test notices when it was forgotten.
# Each record keeps the version that its sender could read.
NOTICE_VERSION = "2026-11-29"


def lines(whose):
    """Lines of the table about visitors or staff, each once."""
    kept = [each for _model, each in retention.table() if each.whose == whose]
    return list({each.what: each for each in kept}.values())
