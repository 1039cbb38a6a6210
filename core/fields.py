"""The one field for formatted text; another editor would be put in here, without a migration."""

from django_prose_editor.fields import ProseEditorField

from .richtext import clean

EXTENSIONS = {
    "Bold": True,
    "Italic": True,
    "HardBreak": True,
    "Heading": {"levels": [2, 3, 4]},
    "BulletList": True,
    "OrderedList": {"enableListAttributes": False},
    "ListItem": True,
    "Blockquote": True,
    "HorizontalRule": True,
    "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto", "tel"]},
    "Table": True,
    "TableRow": True,
    "TableHeader": True,
    "TableCell": True,
    "History": True,
    "SpecialCharacters": True,
    "NoSpellCheck": False,
}


class RichText(ProseEditorField):
    """HTML that editors write; every value passes the sanitiser of `core.richtext` on save."""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("extensions", EXTENSIONS)
        kwargs.setdefault("sanitize", clean)
        super().__init__(*args, **kwargs)

    def pre_save(self, instance, add):
        cleaned = clean(super().pre_save(instance, add) or "")
        setattr(instance, self.attname, cleaned)
        return cleaned
