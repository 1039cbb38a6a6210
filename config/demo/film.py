"""Short silent films of painted pictures, as WebM (Matroska with VP8), without a video encoder.

Every picture of a film is a key frame of VP8, which is what a lossy WebP holds.
"""

import io
import struct

SIZE = (960, 540)  # pixels
SECONDS = 5  # that each picture stays
UNKNOWN_QUALITY = 62  # of WebP: small files, no visible blocks

# Elements of Matroska and their identifiers (RFC 9559).
EBML, VERSION, READ_VERSION, DOC_TYPE = 0x1A45DFA3, 0x4286, 0x42F7, 0x4282
ID_LENGTH, SIZE_LENGTH, DOC_VERSION, DOC_READ_VERSION = 0x42F2, 0x42F3, 0x4287, 0x4285
SEGMENT, INFO, SCALE, DURATION, MUXER, WRITER = (
    0x18538067,
    0x1549A966,
    0x2AD7B1,
    0x4489,
    0x4D80,
    0x5741,
)
TRACKS, TRACK, NUMBER, UID, TYPE, CODEC = 0x1654AE6B, 0xAE, 0xD7, 0x73C5, 0x83, 0x86
VIDEO, WIDTH, HEIGHT = 0xE0, 0xB0, 0xBA
CUES, CUE, CUE_TIME, POSITIONS, CUE_TRACK, CUE_CLUSTER = 0x1C53BB6B, 0xBB, 0xB3, 0xB7, 0xF7, 0xF1
CLUSTER, TIME, BLOCK = 0x1F43B675, 0xE7, 0xA3
KEY_FRAME = 0x80


def element(name, *content):
    """An element: its identifier, the length of what it holds in eight bytes, what it holds."""
    data = b"".join(content)
    identifier = name.to_bytes((name.bit_length() + 7) // 8, "big")
    return identifier + (len(data) | 1 << 56).to_bytes(8, "big") + data


def number(name, value, length=4):
    return element(name, value.to_bytes(length, "big"))


def text(name, value):
    return element(name, value.encode())


def key_frame(picture):
    """The picture as a key frame of VP8: the chunk of the same name in a lossy WebP."""
    data = io.BytesIO()
    picture.convert("RGB").resize(SIZE).save(data, "WEBP", quality=UNKNOWN_QUALITY, method=2)
    packed = data.getvalue()
    start = packed.index(b"VP8 ")
    length = struct.unpack("<I", packed[start + 4 : start + 8])[0]
    return packed[start + 8 : start + 8 + length]


def film(pictures):
    """The bytes of a film that shows the pictures one after another."""
    frames = [key_frame(each) for each in pictures]
    moments = [place * SECONDS * 1000 for place in range(len(frames) + 1)]
    frames.append(frames[-1])  # the last picture stays as long as the others
    head = element(INFO, number(SCALE, 1_000_000), duration(moments[-1]), *names()) + track()
    clusters = [
        element(
            CLUSTER, number(TIME, moment), element(BLOCK, b"\x81\0\0", bytes([KEY_FRAME]), frame)
        )
        for moment, frame in zip(moments, frames, strict=True)
    ]
    cues = index(moments, [0] * len(clusters))
    places, place = [], len(head) + len(cues)
    for cluster in clusters:
        places.append(place)
        place += len(cluster)
    return beginning() + element(SEGMENT, head, index(moments, places), *clusters)


def beginning():
    numbers = ((VERSION, 1), (READ_VERSION, 1), (ID_LENGTH, 4), (SIZE_LENGTH, 8))
    after = ((DOC_VERSION, 2), (DOC_READ_VERSION, 2))
    parts = [*(number(*pair, 1) for pair in numbers), text(DOC_TYPE, "webm")]
    return element(EBML, *parts, *(number(*pair, 1) for pair in after))


def duration(milliseconds):
    return element(DURATION, struct.pack(">d", milliseconds + 1))


def names():
    return text(MUXER, "Partnership"), text(WRITER, "Partnership")


def track():
    about = [number(NUMBER, 1, 1), number(UID, 1, 1), number(TYPE, 1, 1), text(CODEC, "V_VP8")]
    width, height = SIZE
    size = element(VIDEO, number(WIDTH, width, 2), number(HEIGHT, height, 2))
    return element(TRACKS, element(TRACK, *about, size))


def index(moments, places):
    """Where each picture begins, so that players can jump."""
    rows = [
        element(
            CUE,
            number(CUE_TIME, moment),
            element(POSITIONS, number(CUE_TRACK, 1, 1), number(CUE_CLUSTER, place)),
        )
        for moment, place in zip(moments, places, strict=True)
    ]
    return element(CUES, *rows)
