"""Captions of recordings: WebVTT, or the SubRip that video sites give, read as nothing but text."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core import documents
from core.richtext import CONTROL

KINDS = ("vtt", "srt")
MAX_BYTES = 2 * 1024 * 1024
TIMING = re.compile(r"^(\d+:)?\d\d:\d\d[.,]\d{3}\s+-->\s+(\d+:)?\d\d:\d\d[.,]\d{3}.*$", re.M)
COMMA = re.compile(r"(\d\d:\d\d),(\d{3})")
# What a cue may hold (WebVTT, 4.2.2): spans without an address and marks of time.
ALLOWED = re.compile(r"</?(?:[cibuv]|lang|ruby|rt)(?:[.\s][^<>]*)?>|<(?:\d+:)?\d\d:\d\d\.\d{3}>")
TAG = re.compile(r"<\s*[/!?a-z]", re.I)
# Blocks that are not captions: styles, regions and remarks.
BESIDE = re.compile(r"^(?:STYLE|REGION|NOTE)\b")


def text_of(file):
    """The captions in an uploaded file; refuses what is too large or no captions."""
    if documents.extension(file.name) not in KINDS:
        raise documents.not_accepted(KINDS)
    if file.size > MAX_BYTES:
        raise ValidationError(_("The captions are larger than 2 MB."))
    file.seek(0)
    return normal(decoded(file.read()))


def decoded(data):
    """Letters in UTF-8, else as older programs of Baltic Windows wrote them."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1257", "replace")


def normal(text):
    """`text` as WebVTT with nothing but captions; empty stays empty."""
    if not text.strip():
        return ""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if CONTROL.search(text) or not TIMING.search(text):
        raise ValidationError(_("This is not a file of captions (WebVTT or SubRip)."))
    blocks = [block.strip("\n") for block in re.split(r"\n{2,}", text)]
    cues = [in_webvtt(block) for block in blocks if TIMING.search(block)]
    cues = [cue for cue in cues if not BESIDE.match(cue)]
    if TAG.search(ALLOWED.sub("", "\n".join(cues))):
        raise ValidationError(_("The captions contain HTML; export them again as plain captions."))
    return "\n\n".join(["WEBVTT", *cues]) + "\n"


def in_webvtt(block):
    """The times of SubRip have a comma where those of WebVTT have a point."""
    return TIMING.sub(lambda line: COMMA.sub(r"\1.\2", line[0]), block)
