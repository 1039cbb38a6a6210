"""Works of the library in the words of schema.org and of Dublin Core."""

from django.conf import settings
from django.utils.translation import get_language

from core import dates
from core.structured import address, known, moment, picture
from opendata.columns import plain

from .models import Item

Kind = Item.Kind
TYPES = {
    Kind.STUDY: "Report",
    Kind.GUIDELINE: "LearningResource",
    Kind.SUMMARY: "Report",
    Kind.PRESENTATION: "PresentationDigitalDocument",
    Kind.VIDEO: "VideoObject",
    Kind.RECORDING: "VideoObject",
    Kind.STORY: "VideoObject",
    Kind.DATASET: "Dataset",
    Kind.TEMPLATE: "DigitalDocument",
}
# DCMI Type Vocabulary; what is not named here is Text.
DCMI = {
    Kind.VIDEO: "MovingImage",
    Kind.RECORDING: "MovingImage",
    Kind.STORY: "MovingImage",
    Kind.TOUR: "InteractiveResource",
    Kind.DATASET: "Dataset",
}


def whole(path):
    return settings.SITE_URL + path


def came_out(item):
    """The day on which the work came out, as long as it is known, else when it was put here."""
    if item.published_on:
        return dates.machine(item.published_on, item.published_precision)
    return moment(item.published_at)


def work(item):
    """An item with its files, its project and its places."""
    files = item.ordered_files
    type_of = TYPES.get(item.kind, "CreativeWork")
    is_video = type_of == "VideoObject"
    project = item.project if item.project and item.project.is_published else None
    return known(
        type=type_of,
        id=address(item),
        url=address(item),
        name=item.title,
        description=item.summary,
        inLanguage=[file.language for file in files] or get_language(),
        creditText=item.authors,
        publisher=item.publisher and known(type="Organization", name=item.publisher.name),
        datePublished=came_out(item),
        dateModified=moment(item.updated_at),
        license=item.deed,
        image=picture(item.cover),
        isPartOf=project and known(type="Project", id=project.stable_url, name=project.title),
        contentLocation=[known(type="Place", name=name) for name in places(item)],
        transcript=plain(item.transcript) if is_video else "",
        **({"uploadDate": moment(item.published_at)} | played(files) if is_video else {}),
        **{"distribution" if type_of == "Dataset" else "associatedMedia": media(files)},
    )


def places(item):
    return list(filter(None, [item.place, *(each.name for each in item.territories.all())]))


def played(files):
    """Where the first video is seen: the file itself, or the player of its host."""
    file = next((file for file in files if file.is_recording), None)
    if file is None:
        return {}
    if file.video:
        return {"embedUrl": file.video.player}
    return {"contentUrl": whole(file.address())}


def media(files):
    """The stored files, with what proves that a copy is whole."""
    return [
        known(
            type="DataDownload" if file.item.kind == Kind.DATASET else "MediaObject",
            contentUrl=whole(file.address()),
            encodingFormat=file.mime,
            contentSize=f"{file.size} B",
            sha256=file.sha256,
            inLanguage=file.language,
        )
        for file in files
        if file.file
    ]


def dublin_core(item):
    """[(name, value)] of the `<meta>` elements that catalogues of libraries read (DCMI Terms)."""
    pairs = [
        ("title", item.title),
        *(("creator", name.strip()) for name in item.authors.split(",")),
        ("publisher", item.publisher.name if item.publisher else ""),
        ("date", came_out(item)),
        ("type", DCMI.get(item.kind, "Text")),
        ("description", item.summary),
        ("identifier", address(item)),
        ("rights", item.deed or item.get_licence_display()),
        *(("language", file.language) for file in item.ordered_files),
        *(("format", file.mime) for file in item.ordered_files),
        *(("coverage", name) for name in places(item)),
    ]
    return [(f"DC.{name}", value) for name, value in pairs if value]
