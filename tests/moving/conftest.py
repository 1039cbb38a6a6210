"""The export of a real WordPress in `wordpress/`, and what an import of it can touch."""

import io
from pathlib import Path

from django.core.management import call_command

from core.models import Document, Image, OldAddress, Version
from moving.models import ImportedRow
from news.models import Post
from pages.models import Page
from projects.models import Theme

EXPORT = Path(__file__).parent / "wordpress" / "export.xml"
UPLOADS = EXPORT.parent / "uploads"
PAIR, CLASSIC = "Pieredzes brauciens Papē", "Ideju forums Mārupē"
GALLERY = "Uzņēmēju tikšanās Olainē"
TOUCHED = (Post, Page, Image, Document, Theme, OldAddress, ImportedRow, Version)


def moved(file=EXPORT, **options):
    """What the command says behind its progress."""
    said = io.StringIO()
    call_command("import_wordpress", str(file), stdout=said, **options)
    return said.getvalue().rpartition("From ")[2]


def rows():
    """Everything that an import could have touched."""
    return {(model, values["id"]): values for model in TOUCHED for values in model.objects.values()}


def post(title):
    return Post.objects.get(title_lv=title)
