"""Files of the old site: found in a folder (or fetched, when asked to), judged and stored here."""

import re
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction

from core import documents, pictures
from core.addresses import plain
from core.models import Document, Image
from core.speaking import gettext as _
from core.speaking import speaking
from moving import ledger, notes

from .fetching import Unfetched
from .texts import plain as words

UPLOADS = re.compile(r"(?:^|/)wp-content/uploads/(?:sites/\d+/)?(.+)")
SIZED = re.compile(r"-(?:\d{1,5}x\d{1,5}|scaled|e\d{10,})(?=\.\w+$)")
ALT, CAPTION = 250, 250


def upload_path(address):
    """The part of a file's address behind `wp-content/uploads/`, or None."""
    try:
        found = UPLOADS.search(unquote(urlsplit(address).path))
    except ValueError:
        return None
    return found[1] if found else None


def original(path):
    """The name of the file that WordPress made this smaller copy of; in small letters."""
    return plain(SIZED.sub("", path))


class Media:
    """All files that the export names, and where each is now.

    `alts` is {file's key or path: {language: what a text says that the picture shows}}.
    """

    def __init__(self, moving, attachments, alts):
        self.moving, self.alts = moving, alts
        self.by_key = {each.key: each for each in attachments}
        self.by_path = {}
        for each in attachments:
            path = upload_path(each.file)
            if path:
                self.by_path.setdefault(original(path), each)
        self.stored = {}  # {key of an attachment: row, or a stand-in while nothing is written}

    def take_all(self, tell):
        for number, attachment in enumerate(self.by_key.values(), 1):
            row = self.take(attachment)
            if row is not None:
                self.stored[attachment.key] = row
            tell(number, len(self.by_key))

    def take(self, attachment):
        """The row of one file, made when it is new; None when it cannot be had."""
        key, known = f"file/{attachment.key}", self.moving.ledger
        if known.knows(key):
            is_there = known.exists(key)
            self.moving.notes.count(_("Files"), ledger.SAME if is_there else ledger.DELETED)
            return known.find(key) if is_there else known.stand_in(key)
        try:
            row = self.made(attachment)
        except (ValidationError, OSError, Unfetched) as error:
            self.moving.notes.add("file", f"{attachment.file or attachment}: {reason(error)}")
            self.moving.notes.count(_("Files"), notes.LEFT)
            return None
        self.moving.notes.count(_("Files"), ledger.NEW)
        return row

    @transaction.atomic
    def made(self, attachment):
        """The stored row; in a dry run the checked one, unsaved, with a key that nothing has."""
        path = upload_path(attachment.file)
        if not path or "\0" in path:
            raise ValidationError(_("This is no address of an uploaded file."))
        data = self.moving.read_file(path, attachment.file)
        name = PurePosixPath(path).name[-100:]
        is_picture = documents.extension(name) in pictures.EXTENSIONS
        file = ContentFile(data, name=name)
        (pictures if is_picture else documents).validate(file)
        row = self.picture(attachment, file) if is_picture else self.document(attachment, file)
        if self.moving.is_dry:
            row.pk = 10**15 + attachment.key
            return row
        row.save()
        self.moving.ledger.keep(f"file/{attachment.key}", row, "taken over")
        return row

    def picture(self, attachment, file):
        """What a picture shows is said in the languages in which the old site said it."""
        said = dict(self.alts.get(attachment.key, {}))
        own = words(attachment.meta.get("_wp_attachment_image_alt", ""))
        if own:
            said[attachment.language] = own
        texts = {f"alt_{code}": text[:ALT] for code, text in said.items()}
        return Image(file=file, owner=self.moving.owner, **texts)

    def document(self, attachment, file):
        title = words(attachment.title)[:200] or file.name
        texts = {"title_lv": title, f"title_{attachment.language}": title}
        return Document(file=file, owner=self.moving.owner, **texts)

    def found(self, key=None, address=""):
        """The row of a file by its key, else by any of its addresses, or None."""
        if key in self.stored:
            return self.stored[key]
        path = upload_path(address)
        attachment = self.by_path.get(original(path)) if path else None
        return self.stored.get(attachment.key) if attachment else None


def reason(error):
    """Why a file was left out; what forms say too comes in the language of the command."""
    with speaking():
        return " ".join(error.messages) if hasattr(error, "messages") else str(error)


def read_from(folder, path):
    """The bytes of a file below `folder`; raises OSError when it is not there or leads outside."""
    base = Path(folder).resolve()
    asked = (base / path).resolve()
    if not asked.is_relative_to(base) or not asked.is_file():
        raise FileNotFoundError(_("the file is not in the folder of media"))
    if asked.stat().st_size > documents.MAX_BYTES:
        raise ValidationError(_("The file is larger than 25 MB."))
    return asked.read_bytes()
