"""Uploaded files in an object storage that speaks S3, for sites of several machines.

Visitors still get them from the site's own address: pages may show no picture of another host, and
documents must pass the view that makes them safe to download.
"""

from urllib.parse import quote, urljoin

from django.conf import settings
from storages.backends.s3 import S3Storage


class Bucket(S3Storage):
    """A bucket whose files are shown below MEDIA_URL."""

    def url(self, name, *_args, **_options):
        return urljoin(settings.MEDIA_URL, quote(name))
