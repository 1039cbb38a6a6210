"""Files that come into the library: judged by content, stored under names of our own, described.

Documents and pictures are judged as everywhere (`core.documents`, `core.pictures`).
"""

import hashlib

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from core import documents, pictures

from . import recordings

FOLDER = "documents/library"  # what lies there is sent by views alone, never as a media file
PICTURES = {"jpg": "image/jpeg", "png": "image/png"}
KINDS = {
    **{kind: media_type for kind, (media_type, _part) in documents.KINDS.items()},
    **recordings.KINDS,
    **PICTURES,
}
# A page plays these itself; all else is for taking away.
PLAYED = set(recordings.KINDS.values())


def judge(file):
    """Raise `ValidationError` for a file that the library does not take."""
    kind = documents.extension(file.name)
    if kind not in KINDS:
        raise documents.not_accepted(KINDS)
    if kind in recordings.KINDS:
        recordings.validate(file)
    elif kind in PICTURES:
        pictures.validate(file)
    else:
        documents.validate(file)


def put(file):
    """Judge and store an upload; gives its name in the storage. Pictures lose EXIF and GPS data.

    The name follows from the content, so that the same file sent twice is stored once.
    """
    judge(file)
    kind = documents.extension(file.name)
    if kind in PICTURES:
        name, data = pictures.encoded_afresh(file)
        kind, file = documents.extension(name), ContentFile(data)
    file.seek(0)
    digest = hashlib.file_digest(file, "sha256").hexdigest()
    name = f"{FOLDER}/{digest[:2]}/{digest}.{kind}"
    if default_storage.exists(name) and default_storage.size(name) == file.size:
        return name
    file.seek(0)
    return default_storage.save(name, file)


def facts(name):
    """{field of an `ItemFile`: value} of what a stored file tells about itself."""
    with default_storage.open(name) as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        known = {"sha256": digest, "size": file.size, "mime": KINDS[documents.extension(name)]}
        about = {"pages": None, "pdf_lacks": ""}
        if known["mime"] == "application/pdf":
            from . import pdf

            about |= pdf.facts(file)
        return known | about
