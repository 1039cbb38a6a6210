"""Uploaded pictures: what is accepted, how it is stored, and the smaller copies that pages show."""

import io
import uuid
import warnings
from pathlib import PurePosixPath

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps

EXTENSIONS = ["jpg", "jpeg", "png", "webp", "avif"]
FORMATS = ["JPEG", "PNG", "WEBP", "AVIF"]
MAX_BYTES = 15 * 1024 * 1024
MAX_PIXELS = 50_000_000
MAX_SIDE = 2400
WIDTHS = (480, 960, 1600)
KINDS = {"avif": {"quality": 55, "speed": 7}, "jpg": {"quality": 80, "progressive": True}}


def opened(file):
    """Open an upload by its content; raises `ValidationError` with a message for the editor."""
    file.seek(0)
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            picture = Image.open(file, formats=FORMATS)
        except (OSError, Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
            raise ValidationError(_("This file is not a picture that can be read.")) from error
    if picture.width * picture.height > MAX_PIXELS:
        raise ValidationError(_("The picture has more than 50 megapixels; save it smaller."))
    return picture


def validate(file):
    """Refuse what is too large, broken, or not what its name says."""
    if file.size > MAX_BYTES:
        raise ValidationError(_("The file is larger than 15 MB; save it smaller."))
    try:
        opened(file).load()
    except (OSError, SyntaxError, ValueError) as error:
        raise ValidationError(_("The picture is damaged; export it again.")) from error
    file.seek(0)


def encoded_afresh(file):
    """Return (file name, bytes): upright, at most 2,400 px a side, without EXIF or GPS data."""
    picture = ImageOps.exif_transpose(opened(file))
    has_alpha = picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info
    picture = picture.convert("RGBA" if has_alpha else "RGB")
    picture.thumbnail((MAX_SIDE, MAX_SIDE), Image.Resampling.LANCZOS)
    extension = "png" if has_alpha else "jpg"
    data = io.BytesIO()
    picture.save(data, "PNG" if has_alpha else "JPEG", quality=90, optimize=True)
    return f"{uuid.uuid4().hex}.{extension}", data.getvalue()


def rendition_name(name, width, kind):
    """Storage name of the copy of `name` that is `width` pixels wide at most."""
    path = PurePosixPath(name)
    return f"renditions/{path.parent.name}/{path.stem}-{width}.{kind}"


def rendition_widths(width):
    """The widths that exist for a picture of `width` pixels: none is larger than the picture."""
    return [each for each in WIDTHS if each < width] + ([width] if width <= WIDTHS[-1] else [])


def make_renditions(file):
    """Write all copies of a stored picture; done at upload, never while a visitor waits."""
    with file.open() as source:
        picture = Image.open(source)
        picture.load()
    flat = Image.new("RGB", picture.size, "#fdfaf4")
    flat.paste(picture, mask=picture.getchannel("A") if picture.mode == "RGBA" else None)
    for width in rendition_widths(picture.width):
        height = max(1, round(picture.height * width / picture.width))
        smaller = flat.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3)
        for kind, options in KINDS.items():
            data = io.BytesIO()
            smaller.save(data, "JPEG" if kind == "jpg" else "AVIF", **options)
            file.storage.save(rendition_name(file.name, width, kind), ContentFile(data.getvalue()))
