from core.structured import web_page
from core.views import content_detail
from opendata.views import content_data
from search.views import content_list

from . import structured
from .data import PartnershipRecord
from .models import Partnership


def partnership_list(request):
    return content_list(request, Partnership.objects)


def partnership_data(request, form):
    return content_data(request, Partnership.objects, form, PartnershipRecord)


def partnership_detail(request, slug):
    return content_detail(request, Partnership.objects, slug, partnership_context)


def partnership_context(partnership):
    """People, offices and earlier names of the body behind a partnership."""
    body = partnership.organisation
    offices = list(body.offices.prefetch_related("phones", "hours"))
    return {
        "people": body.people.shown().select_related("portrait", "contact_point"),
        "offices": offices,
        "earlier_names": body.earlier_names.all(),
        "structured": [web_page(partnership), structured.partnership(partnership, offices)],
    }
