"""Sets of ids, and columns of values, kept in a file beside the index."""

import json
import mmap
import struct
import zlib

from pyroaring import BitMap

LENGTH = struct.Struct("<Q")


class SetsFile:
    """The parts one after another, then the head as JSON, at the end the length of the head.

    `names` tells which there are; one is read when it is asked for.
    Raises `ValueError` or `OSError` when the file is damaged.
    """

    def __init__(self, path):
        with path.open("rb") as file:
            self.data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        end = len(self.data) - LENGTH.size
        length = LENGTH.unpack_from(self.data, end)[0] if end > 0 else 0
        if not 0 < length <= end:
            raise ValueError(f"{path} is damaged")
        head = json.loads(self.data[end - length : end])
        self.batch = head["batch"]
        self.places = {tuple(names): place for names, *place in head["sets"]}
        self.read = {}  # columns

    @property
    def names(self):
        return self.places.keys()

    def part(self, names):
        """The bytes of a part, as they lie in the file."""
        start, length, checksum = self.places[names]
        data = memoryview(self.data)[start : start + length]
        if zlib.crc32(data) != checksum:
            raise ValueError(f"the part {names} is damaged")
        return data

    def ids(self, names):
        return BitMap.deserialize(bytes(self.part(names)))

    def column(self, names, make):
        """What `make` gives of the bytes of a part, once."""
        if names not in self.read:
            self.read[names] = make(self.part(names))
        return self.read[names]


def write(path, batch, parts):
    """`parts` gives (names, bytes); the file takes the place of an older one at once."""
    new, places = path.with_suffix(".new"), []
    with new.open("wb") as file:
        for names, data in parts:
            file.write(bytes(-file.tell() % LENGTH.size))  # numbers are read where they lie
            places.append([names, file.tell(), len(data), zlib.crc32(data)])
            file.write(data)
        head = json.dumps({"batch": batch, "sets": places}).encode()
        file.write(head + LENGTH.pack(len(head)))
    new.replace(path)
