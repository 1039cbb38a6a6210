"""openpyxl, loaded when a workbook is first read or written, and not before: it brings numpy and
lxml along, 20 MB of every process.
"""

from importlib import import_module

PLACES = {
    "Workbook": "openpyxl",
    "load_workbook": "openpyxl",
    "WriteOnlyCell": "openpyxl.cell",
    "Alignment": "openpyxl.styles",
    "Font": "openpyxl.styles",
    "PatternFill": "openpyxl.styles",
    "get_column_letter": "openpyxl.utils",
    "InvalidFileException": "openpyxl.utils.exceptions",
}


def __getattr__(name):
    if name not in PLACES:
        raise AttributeError(name)
    return getattr(import_module(PLACES[name]), name)
