"""Uploaded files, wherever they are: `store()` is the module for a folder or for a bucket."""

from django.core.files.storage import FileSystemStorage, default_storage

from . import media, objects


def store():
    return media if isinstance(default_storage, FileSystemStorage) else objects
