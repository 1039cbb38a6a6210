"""The file between its check and its import: kept for one person, in the shared cache."""

from django.core.cache import cache

KEPT_SECONDS = 60 * 60


def key_for(user, model):
    """One file for each person and kind of rows: nobody can name the file of another."""
    return f"exchange:{user.pk}:{model._meta.label_lower}"


def keep(user, model, data, name, digest):
    kept = {"data": data, "name": name, "digest": digest}
    cache.set(key_for(user, model), kept, KEPT_SECONDS)


def kept(user, model, digest):
    """The file that was checked with this outcome, or None."""
    found = cache.get(key_for(user, model))
    return found if found and found["digest"] == digest else None


def forget(user, model):
    cache.delete(key_for(user, model))
