"""What a PDF tells about itself. pypdf takes a process 7 MB, so it is loaded when there is one."""

import io
from contextlib import suppress

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import BooleanObject

TRUE = BooleanObject(True)
UNREADABLE = (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OSError)


def facts(file):
    """{field of an `ItemFile`: value}: its pages, and what it lacks for people who cannot see it.

    Nothing of one that is damaged.
    """
    file.seek(0)
    with suppress(*UNREADABLE):
        pdf = PdfReader(io.BytesIO(file.read()))
        catalogue = pdf.root_object
        has = {
            "title": pdf.metadata and pdf.metadata.title,
            "lang": "/Lang" in catalogue,
            "tags": "/MarkInfo" in catalogue and catalogue["/MarkInfo"].get("/Marked") == TRUE,
        }
        lacks = " ".join(name for name, is_there in has.items() if not is_there)
        return {"pages": len(pdf.pages), "pdf_lacks": lacks}
    return {}
