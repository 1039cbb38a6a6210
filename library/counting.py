"""How often the files of an item are taken: one number for each item and day, and nothing else."""

import re

from django.db import connection
from django.utils import timezone

# Programs that say what they are; the empty name belongs to them as well.
MACHINES = re.compile(
    r"bot\b|bot[/;]|crawl|spider|slurp|preview|fetch|scan|monitor|archiv|headless|python|curl|wget"
    r"|java/|okhttp|go-http|libwww|facebookexternalhit",
    re.I,
)
UPSERT = """
    INSERT INTO library_download (item_id, day, number) VALUES (%s, %s, 1)
    ON CONFLICT ON CONSTRAINT library_download_once_a_day
    DO UPDATE SET number = library_download.number + 1
"""


def is_reader(request):
    """Whether a person seems to take the file: no machine, no look ahead, nobody of the staff."""
    name = request.headers.get("User-Agent", "")
    is_ahead = "prefetch" in request.headers.get("Sec-Purpose", "")
    return bool(name) and not MACHINES.search(name) and not is_ahead and not request.user.is_staff


def begins(request):
    """Whether the request takes the file from its beginning; players ask for many parts."""
    asked = request.headers.get("Range", "")
    return request.method == "GET" and (not asked or asked.startswith("bytes=0-"))


def count(request, item):
    """Add one to the downloads of today."""
    if begins(request) and is_reader(request):
        with connection.cursor() as cursor:
            cursor.execute(UPSERT, [item.pk, timezone.localdate()])
