"""What belongs to one thread: the language, the connection."""

from threading import Thread, local

from django.db import connection, connections
from django.urls import base
from django.utils import translation
from django.utils.translation import get_language

from config.threads import NAMES, keep_in_threads


def test_language_and_connection_belong_to_one_thread():
    seen = []

    def look():
        seen.append(get_language())
        translation.activate("lv")
        seen.append(connections["default"] is not own)

    own = connections["default"]
    assert own is connection._connections[connection._alias]
    with translation.override("en"):
        thread = Thread(target=look)
        thread.start()
        thread.join()
        assert get_language() == "en"
    assert seen == ["lv", True]
    assert isinstance(base._prefixes, local)  # tests of settings renew that of the language


def test_what_django_keeps_for_coroutines_is_kept_for_threads(monkeypatch):
    for module, name in NAMES:
        monkeypatch.setattr(module, name, None)

    keep_in_threads()

    assert [type(getattr(module, name)) for module, name in NAMES] == [local] * 3
