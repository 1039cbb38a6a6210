"""Static files under names made of their content."""

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage

MANIFEST = CompressedManifestStaticFilesStorage.manifest_name


class StaticFiles(CompressedManifestStaticFilesStorage):
    """Its list of names lies beside what is served: it names the files of the administration."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, manifest_storage=FileSystemStorage(settings.DATA_DIR), **kwargs)
