"""Uploaded recordings: the kinds that browsers play, known by how their files begin."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core import documents

MAX_BYTES = 250 * 1024 * 1024
HEAD = 256  # bytes that are looked at
KINDS = {
    "mp4": "video/mp4",
    "webm": "video/webm",
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4",
}


def validate(file):
    """Refuse what is too large, empty, or not the recording that its name says."""
    kind = documents.extension(file.name)
    if file.size > MAX_BYTES:
        raise ValidationError(
            _("The recording is larger than 250 MB; put it on a video site and give its address.")
        )
    file.seek(0)
    head = file.read(HEAD)
    file.seek(0)
    if not BEGINNINGS[kind](head):
        raise documents.disguised(kind)


def is_mp4(head):
    """ISO base media (ISO/IEC 14496-12) that is not QuickTime, which browsers do not play."""
    return head[4:8] == b"ftyp" and head[8:10] != b"qt"


def is_webm(head):
    return head.startswith(b"\x1a\x45\xdf\xa3") and b"webm" in head


def is_mp3(head):
    """With a tag, or beginning with the header of a frame."""
    is_frame = len(head) > 2 and head[0] == 0xFF and head[1] & 0xE0 == 0xE0 and head[1] & 0x06
    return head.startswith(b"ID3") or bool(is_frame)


BEGINNINGS = {"mp4": is_mp4, "webm": is_webm, "mp3": is_mp3, "m4a": is_mp4}
