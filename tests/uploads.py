"""Files as people and attackers send them, made small: pictures, documents, bombs, disguises."""

import io
import struct
import zlib
from zipfile import ZIP_DEFLATED, ZipFile

from PIL import Image as Drawing

HTML = b"<!DOCTYPE html><html><body><script>alert('upload')</script></body></html>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
PROGRAM = b"MZ\x90\x00" + bytes(60) + b"PE\x00\x00"
TYPES = "application/vnd.openxmlformats-officedocument."
MAIN = {
    "docx": ("word/document.xml", f"{TYPES}wordprocessingml.document.main+xml"),
    "xlsx": ("xl/workbook.xml", f"{TYPES}spreadsheetml.sheet.main+xml"),
    "pptx": ("ppt/presentation.xml", f"{TYPES}presentationml.presentation.main+xml"),
}
MACRO_TYPE = "application/vnd.ms-word.document.macroEnabled.main+xml"


def picture(kind="JPEG", size=(400, 400), mode="RGB", **options):
    """A picture with some noise, so that it cannot be cut without anybody seeing it."""
    data = io.BytesIO()
    Drawing.effect_noise(size, 80).convert(mode).save(data, kind, **options)
    return data.getvalue()


def photo_with_place():
    """A photo lying on its side that names its camera, its author and where it was taken."""
    exif = Drawing.Exif()
    exif[0x010F], exif[0x013B], exif[0x0112] = "CAMERAMARK", "AUTHORMARK", 6
    place = exif.get_ifd(0x8825)
    place[1], place[2], place[3], place[4] = "N", (56.0, 57.0, 1.5), "E", (24.0, 6.0, 2.5)
    return picture(size=(80, 60), exif=exif.tobytes(), comment=b"COMMENTMARK")


def chunk(kind, data):
    checksum = zlib.crc32(kind + data)
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", checksum)


def png_header(width, height):
    """The beginning of a PNG of one bit a pixel."""
    sizes = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", sizes)


def png(width, height, *chunks):
    """A black PNG: 100 megapixels are 12 kB."""
    packer = zlib.compressobj(9)
    rows = bytes((width + 7) // 8 + 1) * min(height, 64)
    data = b"".join(packer.compress(rows) for _each in range(0, height, 64)) + packer.flush()
    return b"".join([png_header(width, height), *chunks, chunk(b"IDAT", data), chunk(b"IEND", b"")])


def text_bomb():
    """A tiny picture with a comment that unpacks to 40 MB."""
    return png(8, 8, chunk(b"zTXt", b"k\x00\x00" + zlib.compress(bytes(40_000_000), 9)))


def header_bomb():
    """A header that claims 2³¹ × 2³¹ pixels."""
    return png_header(2**31 - 1, 2**31 - 1) + chunk(b"IDAT", zlib.compress(bytes(99)))


def packed(*entries):
    data = io.BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as file:
        for name, content in entries:
            file.writestr(name, content)
    return data.getvalue()


def office(kind, *extra, content_type=""):
    """A Word, Excel or PowerPoint file of one empty part."""
    part, usual = MAIN[kind]
    types = f'<Types><Override PartName="/{part}" ContentType="{content_type or usual}"/></Types>'
    return packed(("[Content_Types].xml", types), (part, "<x/>"), *extra)


def open_document(kind, *extra):
    """An OpenDocument file: `kind` is text, spreadsheet or presentation."""
    said = f"application/vnd.oasis.opendocument.{kind}"
    return packed(("mimetype", said), ("content.xml", "<x/>"), *extra)


def pdf(catalogue=b""):
    body = b"1 0 obj\n<< /Type /Catalog /Pages 2 0 R %s >>\nendobj\n" % catalogue
    return b"%PDF-1.4\n" + body + b"trailer << /Root 1 0 R >>\n%%EOF\n"
