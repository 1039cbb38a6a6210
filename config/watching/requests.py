"""One line of the log and one count for each request, by the pattern of its address."""

import logging
import time

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed

log = logging.getLogger(__name__)


class Requests:
    """Used with `LOG_REQUESTS=1` or `METRICS_TOKEN`; pages kept as files do not pass here."""

    def __init__(self, get_response):
        if not settings.METRICS_TOKEN and not log.isEnabledFor(logging.INFO):
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request):
        begun = time.perf_counter()
        response = self.get_response(request)
        self.note(request, response.status_code, time.perf_counter() - begun)
        return response

    def note(self, request, status, seconds):
        match = request.resolver_match
        route = match.route if match else ""
        about = {"method": request.method, "route": route, "status": status}
        about["milliseconds"] = round(seconds * 1000, 1)
        log.info("%s /%s %s", request.method, route, status, extra=about)
        if settings.METRICS_TOKEN:
            from .figures import count  # the library is loaded only where it is used

            count(request.method, match.view_name if match else "", status, seconds)
