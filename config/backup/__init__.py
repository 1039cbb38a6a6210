"""One file with the database, the uploaded files and the settings; and back from it.

The file is a plain tar, so that on the worst day no program of ours is needed to read it:
`manifest.json`, `settings.env`, `database.sql.gz`, `media/…` and, last, `SHA256SUMS` in the form
that `sha256sum -c` reads. With a password the tar stands encrypted in another one (`sealing.py`).
"""


class Failed(Exception):
    """A backup or a restore that did not come about; the message is one line for a person."""
