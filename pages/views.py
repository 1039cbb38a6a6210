from django.shortcuts import render
from django.views.decorators.http import require_safe

from core.text import alphabetical
from core.views import content_detail, only_reads
from opendata.views import content_data
from search.views import content_list

from .models import GlossaryTerm, Page


@only_reads
def page_list(request):
    return content_list(request, Page.objects)


def page_data(request, form):
    return content_data(request, Page.objects, form)


@only_reads
def page_detail(request, slug):
    return content_detail(request, Page.objects, slug)


@require_safe
def glossary(request):
    terms = sorted(GlossaryTerm.objects.all(), key=lambda term: alphabetical(term.name))
    return render(request, "pages/glossary.html", {"terms": terms})
