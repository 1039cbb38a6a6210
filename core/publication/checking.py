"""The check of one page: plain functions, put together here; kinds of content add their own.

`check` reads only; it asks the database for the parts, the pictures and the broken links.
"""

from collections import defaultdict

from django.db.models import prefetch_related_objects

from core.admin.translated import lacking_names, share
from core.library import Image
from core.links import BrokenLink
from core.prose.references import find_references

from . import pasted
from .ends import end_of, named_ends
from .findings import Finding
from .passages import part_names, passages, picture_keys, urls
from .texts import findings_in, short

REPEATED = 60  # letters; shorter passages may well stand twice


def check(row):
    """Every `Finding` about a page as it stands in the database, those that break a rule first."""
    prepare([row])
    texts = passages(row)
    found = [
        *row.own_checks(),
        *(each for passage in texts for each in findings_in(passage)),
        *on_ends(row, texts),
        *on_repetition(row, texts),
        *on_addresses(row),
        *on_pictures(row, texts),
        *on_broken_links(row, texts),
        *on_translation(row),
    ]
    return sorted(dict.fromkeys(found), key=lambda each: not each.breaks_rule)


def prepare(rows):
    """Read for all `rows` together what the checks of each need."""
    if rows:
        prefetch_related_objects(rows, *part_names(type(rows[0])), *rows[0].checked_with)


def on_ends(row, texts):
    """Ends in the texts against the end of the row, else against each other."""
    named = [
        (passage.field, end)
        for passage in texts
        for block in passage.blocks
        for end in named_ends(block, passage.language)
    ]
    if known := row.known_end:
        stored = end_of(*known)
        for field, end in named:
            if not end.agrees_with(stored):
                yield Finding("end-contradicts", field, f"{short(end.words)} ≠ {stored.words}")
    elif len(named) > 1:
        first = named[0][1]
        for field, end in named[1:]:
            if not end.agrees_with(first):
                yield Finding("ends-disagree", field, f"{short(first.words)} ≠ {end.words}")


def on_repetition(row, texts):
    """A long paragraph, or the title, that stands a second time among the texts of a language."""
    seen = defaultdict(set)
    for language in ("lv", "en"):
        seen[language].add(plain(getattr(row, f"title_{language}") or ""))
    for passage in texts:
        for block in passage.blocks if passage.is_rich else ():
            if plain(block) in seen[passage.language]:
                yield Finding("repeated", passage.field, short(block))
            elif len(block) >= REPEATED:
                seen[passage.language].add(plain(block))


def plain(text):
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def on_addresses(row):
    for field, address in urls(row):
        if pasted.is_twice(address):
            yield Finding("address-twice", field, address[:250])


def on_pictures(row, texts):
    places = defaultdict(list)
    for field, key in picture_keys(row):
        places[key].append(field)
    for passage in texts:
        for key in pictures_in(passage):
            places[key].append(passage.field)
    if places:
        for picture in Image.objects.undescribed().filter(pk__in=places).order_by("pk"):
            for field in dict.fromkeys(places[picture.pk]):
                yield Finding("alt-missing", field, str(picture)[:250])


def pictures_in(passage):
    for element in passage.elements:
        if element.tag == "img":
            html = f'src="{element.attributes.get("src", "")}"'
            yield from (key for kind, key in find_references(html) if kind == "picture")


def on_broken_links(row, texts):
    """What the last check of links found, unless the address has been corrected since."""
    known = BrokenLink.objects.certain().filter(label=row.label, object_id=row.pk or 0)
    rows = list(known.values_list("url", "field"))
    if rows:
        held = {address for _field, address in urls(row)}
        for passage in texts:
            held |= {each.attributes.get("href", "").strip() for each in passage.elements}
        for url, field in rows:
            if url in held:
                yield Finding("link-broken", field, url[:250])


def on_translation(row):
    done, of = share(row)
    if done < of:
        yield Finding("translation", f"{lacking_names(row)[0]}_en", f"{done}/{of}")
