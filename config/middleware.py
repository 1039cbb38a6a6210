"""What a failing database answers."""

import logging

from django.db import IntegrityError

from .views import BUSY, busy

log = logging.getLogger(__name__)


class DatabaseBusy:
    """A page that waits too long for the database says “try again” instead of “our mistake”."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if isinstance(exception, IntegrityError):  # two saves took the same address at once
            log.error("%s", request.path, exc_info=exception)
        elif isinstance(exception, BUSY):
            log.warning("%s: %s", request.path, exception)
        else:
            return None
        return busy(request)
