"""Uploaded documents: which kinds are accepted, and how a file proves to be what its name says.

Nothing is unpacked or run; visitors get every document as a download that may do nothing.
"""

import re
import uuid
import zlib
from pathlib import PurePath
from zipfile import BadZipFile, ZipFile

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

MAX_BYTES = 25 * 1024 * 1024
MAX_ENTRIES = 5000
MAX_UNPACKED = 300 * 1024 * 1024
OOXML = "application/vnd.openxmlformats-officedocument."
ODF = "application/vnd.oasis.opendocument."
# Extension: (content type, what an Office file of this kind contains).
KINDS = {
    "pdf": ("application/pdf", ""),
    "docx": (f"{OOXML}wordprocessingml.document", "word/document.xml"),
    "xlsx": (f"{OOXML}spreadsheetml.sheet", "xl/workbook.xml"),
    "pptx": (f"{OOXML}presentationml.presentation", "ppt/presentation.xml"),
    "odt": (f"{ODF}text", "mimetype"),
    "ods": (f"{ODF}spreadsheet", "mimetype"),
    "odp": (f"{ODF}presentation", "mimetype"),
    "csv": ("text/csv", ""),
    "txt": ("text/plain", ""),
}
PROGRAM = re.compile(rb"/(?:JavaScript|Launch)(?![A-Za-z])")
MACROS = re.compile(r"(?:^|/)(?:vbaproject\.bin|vbadata\.xml)$|^(?:basic|scripts)/|/activex/", re.I)
PAGE = re.compile(rb"\s*<(?:!doctype|html|head|body|script|svg|\?xml|\?php|!--)", re.I)
UNREADABLE = (KeyError, OSError, EOFError, RuntimeError, ValueError)
CONTROL = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")

DISGUISED = _("This is not a file of the kind that its name says; save it again as %(kind)s.")
WITH_MACROS = _("The document contains macros (small programs); save it without them.")
WITH_PROGRAM = _("The PDF contains a program; print it to a new PDF and upload that one.")


def extension(name):
    """The ending of a file name in small letters, without its dot."""
    return PurePath(name).suffix.lower().removeprefix(".")


def stored_name(kind):
    return f"{uuid.uuid4().hex}.{kind}"


def content_type(kind):
    return KINDS[kind][0]


def validate(file):
    """Refuse what is too large, of a kind that is not published, disguised, or runs programs."""
    kind = extension(file.name)
    if kind not in KINDS:
        raise not_accepted(KINDS)
    if file.size > MAX_BYTES:
        raise ValidationError(_("The file is larger than 25 MB; make it smaller."))
    if not file.size:
        raise ValidationError(_("The file is empty."))
    file.seek(0)
    check = CHECKS.get(kind, check_office)
    check(file, kind)
    file.seek(0)


def not_accepted(kinds):
    """What is said of a file that is of none of these kinds."""
    message = _("Files of this kind are not accepted; save it as one of these: %(kinds)s.")
    return ValidationError(message, params={"kinds": ", ".join(kinds).upper()})


def disguised(kind):
    return ValidationError(DISGUISED, params={"kind": kind.upper()})


def check_pdf(file, kind):
    data = file.read()
    if not data.startswith(b"%PDF-"):
        raise disguised(kind)
    if PROGRAM.search(data):
        raise ValidationError(WITH_PROGRAM)


def check_text(file, kind):
    """Letters in whatever encoding; an Excel of a western system writes UTF-16."""
    data = file.read()
    is_utf16 = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    if PAGE.match(data.removeprefix(b"\xef\xbb\xbf")) or (not is_utf16 and CONTROL.search(data)):
        raise disguised(kind)


def check_office(file, kind):
    """A real Office or OpenDocument file: the parts it must have, no macros, no bomb."""
    try:
        with ZipFile(file) as packed:
            entries = packed.infolist()
            check_entries(entries, kind)
            check_parts(packed, kind)
    except (BadZipFile, zlib.error, *UNREADABLE) as error:
        raise disguised(kind) from error


def check_entries(entries, kind):
    if len(entries) > MAX_ENTRIES or sum(each.file_size for each in entries) > MAX_UNPACKED:
        raise ValidationError(_("The document unpacks to far too much; save it smaller."))
    names = [each.filename for each in entries]
    if any(name.startswith("/") or ".." in name.split("/") or "\\" in name for name in names):
        raise disguised(kind)
    if any(MACROS.search(name) for name in names):
        raise ValidationError(WITH_MACROS)


def check_parts(packed, kind):
    """What the file says of itself must fit its name."""
    media_type, part = KINDS[kind]
    if media_type.startswith(ODF):
        with packed.open(part) as said:
            if said.read(200).decode().strip() != media_type:
                raise disguised(kind)
        return
    packed.getinfo(part)
    with packed.open("[Content_Types].xml") as said:
        types = said.read(1_000_000).decode(errors="replace")
    if "macroEnabled" in types:
        raise ValidationError(WITH_MACROS)
    if media_type not in types:
        raise disguised(kind)


CHECKS = {"pdf": check_pdf, "csv": check_text, "txt": check_text}
