from core.structured import web_page
from core.views import content_detail, only_reads
from opendata.views import content_data
from search.views import content_list

from . import structured
from .data import PartnershipRecord
from .models import Partnership
from .page import lists_of


@only_reads
def partnership_list(request):
    return content_list(request, Partnership.objects)


def partnership_data(request, form):
    return content_data(request, Partnership.objects, form, PartnershipRecord)


@only_reads
def partnership_detail(request, slug):
    return content_detail(request, Partnership.objects, slug, partnership_context)


def partnership_context(partnership):
    """People, offices, names and projects of the body behind a partnership, with their news."""
    found = lists_of(partnership)
    nodes = [web_page(partnership), structured.partnership(partnership, found["offices"])]
    return found | {"structured": nodes}
