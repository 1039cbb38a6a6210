"""Uploaded pictures: what is accepted, how it is stored, and the smaller copies that pages show."""

import io
import uuid
from pathlib import PurePosixPath

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.validators import FileExtensionValidator
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageCms, ImageOps

EXTENSIONS = ["jpg", "jpeg", "png", "webp", "avif", "gif"]
FORMATS = ["JPEG", "PNG", "WEBP", "AVIF", "GIF"]
MAX_BYTES = 15 * 1024 * 1024
MAX_MEGAPIXELS = 50
# The decoder of WebP holds the whole picture four times; so it stays below 512 MB too.
MEGAPIXELS = {"WEBP": 25}
MAX_SIDE = 2400
WIDTHS = (480, 960, 1600)
KINDS = {"avif": {"quality": 55, "speed": 8}, "jpg": {"quality": 80, "progressive": True}}
PAPER = "#fdfaf4"  # behind what is transparent, for JPEG has no transparency


def too_many_pixels(limit):
    message = _("The picture has more than %(limit)s megapixels; save it smaller.")
    return ValidationError(message, params={"limit": limit})


def opened(file):
    """Open an upload by its content; raises `ValidationError` with a message for the editor."""
    file.seek(0)
    try:
        picture = Image.open(file, formats=FORMATS)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise too_many_pixels(MAX_MEGAPIXELS) from error
    except Exception as error:  # the readers of foreign bytes fail in any way
        raise ValidationError(_("This file is not a picture that can be read.")) from error
    limit = MEGAPIXELS.get(picture.format, MAX_MEGAPIXELS)
    if picture.width * picture.height > limit * 1_000_000:
        raise too_many_pixels(limit)
    picture.draft(None, (MAX_SIDE, MAX_SIDE))  # a JPEG is read at half its size when that will do
    return picture


def validate(file):
    """Refuse what is too large, broken, or not what its name says."""
    FileExtensionValidator(EXTENSIONS)(file)
    if file.size > MAX_BYTES:
        raise ValidationError(_("The file is larger than 15 MB; save it smaller."))
    picture = opened(file)
    try:
        picture.load()
    except Exception as error:
        raise ValidationError(_("The picture is damaged; export it again.")) from error
    file.seek(0)


def encoded_afresh(file):
    """Return (file name, bytes): upright, at most 2,400 px a side, without EXIF or GPS data."""
    picture = shrunk(opened(file))
    ImageOps.exif_transpose(picture, in_place=True)
    picture = in_common_colours(picture)
    picture.info.clear()  # what a camera or a program wrote beside the pixels
    is_opaque = picture.mode == "RGB"
    data = io.BytesIO()
    if is_opaque:
        picture.save(data, "JPEG", quality=90, optimize=True)
    else:
        picture.save(data, "PNG")
    return f"{uuid.uuid4().hex}.{'jpg' if is_opaque else 'png'}", data.getvalue()


def shrunk(picture):
    """The picture at most `MAX_SIDE` px a side, in a mode that can be made smaller smoothly."""
    if picture.mode.startswith("I"):  # 16 bits of grey; a plain conversion would cut them off
        picture = picture.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    elif picture.mode in ("1", "P", "PA") or "transparency" in picture.info:
        picture = picture.convert("RGBA")
    picture.thumbnail((MAX_SIDE, MAX_SIDE), Image.Resampling.LANCZOS, reducing_gap=2)
    return picture


def in_common_colours(picture):
    """The picture in sRGB; RGBA only where something really is transparent."""
    profile = picture.info.get("icc_profile")
    if profile and picture.mode in ("RGB", "CMYK"):
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            common = ImageCms.createProfile("sRGB")
            return ImageCms.profileToProfile(picture, source, common, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError):
            pass  # a broken profile: the colours as they stand
    if picture.mode not in ("RGBA", "LA", "RGBa", "La"):
        return picture.convert("RGB")
    picture = picture.convert("RGBA")
    is_opaque = picture.getchannel("A").getextrema() == (255, 255)
    return picture.convert("RGB") if is_opaque else picture


def rendition_name(name, width, kind):
    """Storage name of the copy of `name` that is `width` pixels wide at most."""
    path = PurePosixPath(name)
    return f"renditions/{path.parent.name}/{path.stem}-{width}.{kind}"


def rendition_widths(width):
    """The widths that exist for a picture of `width` pixels: none is larger than the picture."""
    return [each for each in WIDTHS if each < width] + ([width] if width <= WIDTHS[-1] else [])


def copy_url(image, number):
    """Address of a JPEG copy of a picture; 0 is the smallest, -1 the largest."""
    width = rendition_widths(image.width)[number]
    return default_storage.url(rendition_name(image.file.name, width, "jpg"))


def names_of(name, width):
    """Storage names of a picture and of all its copies."""
    copies = [
        rendition_name(name, each, kind) for each in rendition_widths(width) for kind in KINDS
    ]
    return [name, *copies]


def make_renditions(file):
    """Write all copies of a stored picture; done at upload, never while a visitor waits."""
    with file.open() as source:
        picture = Image.open(source)
        picture.load()
    flat = Image.new("RGB", picture.size, PAPER)
    flat.paste(picture, mask=picture.getchannel("A") if picture.mode == "RGBA" else None)
    for width in rendition_widths(picture.width):
        height = max(1, round(picture.height * width / picture.width))
        smaller = flat.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3)
        for kind, options in KINDS.items():
            data = io.BytesIO()
            smaller.save(data, "JPEG" if kind == "jpg" else "AVIF", **options)
            file.storage.save(rendition_name(file.name, width, kind), ContentFile(data.getvalue()))
