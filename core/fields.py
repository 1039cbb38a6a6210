"""The one field for formatted text; another editor would be put in here, without a migration."""

from django.urls import reverse_lazy
from django_prose_editor.fields import ProseEditorField

from .richtext import clean

# Figure, Image and Link are ours, of core/picker.js; Paste is of core/paste.js.
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
    "Figure": {"choose": reverse_lazy("text_pictures")},
    "Image": True,
    "Caption": True,
    "Link": {
        "enableTarget": False,
        "protocols": ["http", "https", "mailto", "tel"],
        "choose": reverse_lazy("text_targets"),
    },
    "Table": True,
    "TableRow": True,
    "TableHeader": True,
    "TableCell": True,
    "Paste": {"clean": reverse_lazy("text_paste")},
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
