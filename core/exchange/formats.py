"""Formats of tables, whose libraries are loaded when somebody first uses them.

The library for import and export loads each of them to see whether it is there: the one for
workbooks brings numpy and lxml along, 20 MB of every process.
"""

from tablib.formats import load_format_class, registry

WHEN_USED = {
    "xlsx": "tablib.formats._xlsx.XLSXFormat",
    "yaml": "tablib.formats._yaml.YAMLFormat",
}


class WhenUsed:
    """A format of tablib by the path of its class."""

    def __init__(self, path):
        self.path = path

    def __getattr__(self, name):
        return getattr(load_format_class(self.path), name)


def load_when_used():
    """Before `import_export` is loaded."""
    for key, path in WHEN_USED.items():
        registry.register(key, WhenUsed(path))
