"""Uploaded files in an object storage that speaks S3, for sites of several machines.

Visitors still get them from the site's own address: pages may show no picture of another host, and
documents must pass the view that makes them safe to download.
"""

import hashlib
import threading
from contextlib import contextmanager
from functools import cached_property
from pathlib import PurePosixPath
from urllib.parse import quote, urljoin

from boto3.exceptions import Boto3Error
from boto3.s3.transfer import TransferConfig
from botocore.exceptions import BotoCoreError, ClientError
from django.conf import settings
from storages.backends.s3 import S3Storage

IN_MEMORY = 4 << 20  # bytes of an opened file; a longer one goes to the folder of temporary files
PART = 1 << 20  # bytes read at once
MISSING = ("404", "NoSuchKey")
ONE_BY_ONE = threading.RLock()


class Bucket(S3Storage):
    """A bucket whose files are shown below MEDIA_URL."""

    def get_default_settings(self):
        """Part after part: a recording of 250 MB would else fill the memory of its process."""
        bounded = {
            "max_memory_size": IN_MEMORY,
            "transfer_config": TransferConfig(use_threads=False),
        }
        return super().get_default_settings() | bounded

    @property
    def connection(self):
        """One for each thread, all of one session: a session has 13 MB of descriptions."""
        with ONE_BY_ONE:
            return super().connection

    def _create_session(self):
        return self.session

    @cached_property
    def session(self):
        return super()._create_session()

    def url(self, name, *_args, **_options):
        return urljoin(settings.MEDIA_URL, quote(name))

    def sizes(self):
        """{name: bytes} of all files; raises `OSError`, like what follows."""
        with self.telling():
            return {each.key: each.size for each in self.bucket.objects.all() if is_name(each.key)}

    def fetch(self, name, path):
        """Write a file to `path`; raises `FileNotFoundError` when there is none."""
        with self.telling(), path.open("wb") as target:
            self.bucket.Object(name).download_fileobj(target, Config=self.transfer_config)

    def digest(self, name):
        """The SHA-256 of a file as it is in the bucket."""
        found = hashlib.sha256()
        with self.telling():
            for part in self.bucket.Object(name).get()["Body"].iter_chunks(PART):
                found.update(part)
        return found.digest()

    @contextmanager
    def telling(self):
        """Errors of the storage as those of a disk, with the name of the bucket."""
        try:
            yield
        except ClientError as error:
            kind = FileNotFoundError if error.response["Error"]["Code"] in MISSING else OSError
            raise kind(f"bucket {self.bucket_name}: {error}") from error
        except (BotoCoreError, Boto3Error) as error:
            raise OSError(f"bucket {self.bucket_name}: {error}") from error


def is_name(key):
    """Whether a key can be the path of a file; `a/`, `/a` and `a/../../b` are nobody's uploads."""
    parts = PurePosixPath(key).parts
    return "/".join(parts) == key and ".." not in parts
