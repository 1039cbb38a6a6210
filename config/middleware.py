"""What a failing database or disk answers."""

import logging

from django.db import IntegrityError

from .failures import busy, passes

log = logging.getLogger(__name__)


class DatabaseBusy:
    """What the database or the disk does not take now is asked for again, not called a mistake."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        route = request.resolver_match.route  # the address itself may be somebody's secret link
        if isinstance(exception, IntegrityError):  # two saves took the same address at once
            log.error("%s", route, exc_info=exception)
        elif passes(exception):
            log.warning("%s: %s", route, exception)
        else:
            return None
        return busy(request)
