"""Where uploaded files are kept: in DATA_DIR, or in the bucket that the environment names."""


def storage_from(environment):
    """Django's entry for uploaded files."""
    bucket = environment.get("MEDIA_BUCKET")
    if not bucket:
        return {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    options = {
        "bucket_name": bucket,
        "endpoint_url": environment.get("MEDIA_ENDPOINT") or None,
        "file_overwrite": False,
        "default_acl": None,
        "querystring_auth": False,
    }
    return {"BACKEND": "config.bucket.Bucket", "OPTIONS": options}
