from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.views.decorators.http import require_safe

from core.views import content_detail, find, only_reads
from engage.links import BadLink, private_page
from opendata.views import content_data
from search.views import content_list

from . import access, counting, serving
from .data import ItemRecord
from .models import Item
from .page import item_context, offered, renamed
from .versions import newest_of, versions_of


@only_reads
def item_list(request):
    return content_list(request, Item.objects)


def item_data(request, form):
    return content_data(request, Item.objects, form, ItemRecord)


@only_reads
def item_detail(request, slug):
    return content_detail(request, Item.objects, slug, item_context)


@require_safe
def item_version(request, slug, number, name=""):
    """The lasting address of a version by its number, counted from 1, or of one of its files."""
    versions = versions_of(find(Item.objects, request, slug))
    if not 0 < number <= len(versions):
        raise Http404
    version = versions[number - 1]
    if not is_visible(request, version):
        raise Http404
    return redirect(version.get_absolute_url() + name)


def is_visible(request, item):
    return Item.objects.visible_to(request.user).filter(pk=item.pk).exists()


@require_safe
def item_file(request, slug, name):
    """A file of an item by its language: `lv.pdf`, or `lv.vtt` for its captions."""
    try:
        item = find(Item.objects, request, slug)
    except Http404:
        item = renamed(request, slug)
        return redirect(item.get_absolute_url() + name, permanent=True)
    return answer(request, item, name)


def answer(request, item, name, is_private=False):
    """The file itself; an ending that it had before leads to the present one."""
    language, _dot, ending = name.partition(".")
    file = get_object_or_404(item.files, language=language)
    if not (file.captions if ending == "vtt" else file.file):
        raise Http404
    if ending == "vtt":
        response = HttpResponse(file.captions, content_type="text/vtt; charset=utf-8")
        return serving.harmless(response, is_private=is_private)
    if ending != file.extension:
        return redirect(f"{language}.{file.extension}")
    try:
        response = serving.send(request, file, f"{item.slug}-{name}", is_private)
    except OSError as error:
        raise Http404 from error
    counting.count(request, item)
    return response


@private_page
@require_safe
def item_private(request, text):
    """The page of an item for somebody who takes part in an event; of a public one, its own."""
    item = invited(text)
    if item.is_published:
        return redirect(item)

    def address_of(file, ending):
        return reverse("library:item_private_file", args=[text, f"{file.language}.{ending}"])

    context = {"item": item, "is_private": True, "languages": (), **item_context(item)}
    context["files"] = offered(item, address_of)
    return render(request, "library/item_detail.html", context)


@private_page
@require_safe
def item_private_file(request, text, name):
    return answer(request, invited(text), name, is_private=True)


def invited(text):
    try:
        return access.opened(text).item
    except BadLink as error:
        raise Http404 from error


@require_safe
def short_link(request, code):
    """From a printed short link to the newest version, in the language of the browser."""
    item = get_object_or_404(Item, short_code=code.lower())
    newest = newest_of(item, lambda each: is_visible(request, each))
    if newest is None:
        raise Http404
    language = translation.get_language_from_request(request)
    language = language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
    response = redirect(newest.url_in(language))
    patch_cache_control(response, no_store=True)
    patch_vary_headers(response, ["Accept-Language"])
    return response
