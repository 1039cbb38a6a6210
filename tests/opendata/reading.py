"""Reads what the site sends as data, whatever its form."""

import csv
import io
import json
import re
import zipfile

import openpyxl

from core.exchange.tables import unescape


def sent(response):
    """The bytes of an answer, streamed or not."""
    return b"".join(response.streaming_content) if response.streaming else response.content


def text(response):
    """All that an answer says, also inside the parts of a workbook."""
    data = sent(response)
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            data = b"\n".join(package.read(name) for name in package.namelist())
    return data.decode()


def table(response):
    """The rows of a CSV as dictionaries of what the cells were before they were made harmless."""
    lines = csv.reader(io.StringIO(sent(response).decode("utf-8-sig"), newline=""), strict=True)
    headings = next(lines)
    return [dict(zip(headings, map(unescape, line), strict=True)) for line in lines]


def sheets(response):
    """The sheets of a workbook: each a list of rows of cells."""
    book = openpyxl.load_workbook(io.BytesIO(sent(response)))
    return [list(sheet.iter_rows()) for sheet in book.worksheets]


def parsed(response):
    return json.loads(sent(response))


def linked_data(page):
    """The nodes of schema.org in a page."""
    blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    return [node for block in blocks for node in json.loads(block)["@graph"]]
