"""The PDF files of the demonstration: tagged, with title and language, set from plain texts."""

from pathlib import Path

from projects.publicity.fonts import drawable
from projects.publicity.typesetting import typeset

TEMPLATE = str(Path(__file__).with_name("paper"))
NOTE = {
    "lv": "Demonstrācijas datne. Tā parāda, kā vietnē glabā darbu; oriģinālu izdevusi partnerība.",
    "en": "A file of the demonstration. It shows how the site keeps a work; the original was "
    "published by the partnership.",
}


def paper(language, title, blocks):
    """The bytes of a PDF/UA; `blocks` are (heading, [paragraphs])."""
    texts = [
        {"heading": drawable(heading), "paragraphs": [on_one_line(each) for each in paragraphs]}
        for heading, paragraphs in blocks
    ]
    data = {"lang": language, "title": drawable(title), "note": NOTE[language], "blocks": texts}
    return typeset(TEMPLATE, data, {})


def on_one_line(text):
    return drawable(" ".join(text.split()))
