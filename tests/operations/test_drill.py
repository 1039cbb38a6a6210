"""The worst day: a backup on an empty machine is the same site again, byte by byte."""

import gzip
import re
from html import unescape
from urllib.parse import urldefrag, urljoin

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.urls import reverse

from core.models import User
from core.roles import NETWORK_EDITOR, make_groups
from engage.outbox import Outbox
from news.models import Post
from tests.admin.signing import code_of, is_in, sign_in
from tests.factories import (
    EventFactory,
    ItemFileFactory,
    PageFactory,
    PostFactory,
    ProjectFactory,
    RegistrationFactory,
    UserFactory,
)
from tests.operations.test_backup import packed

PASSWORD = "Jūras-krasts-un-egles-1"
START = ("/lv/", "/en/", "/sitemap.xml", "/data/catalogue.ttl")
LINK = re.compile(r'(?:href|src)="([^"]+)"|<loc>([^<]+)</loc>|(/media/[\w/.-]+)')
# What is of the moment: nonces, tokens and signed times in forms, when a list was written.
MOMENT = re.compile(
    r'nonce="[^"]+"|name="(?:csrfmiddlewaretoken|shown)" value="[^"]+"'
    r"|<updated>[^<]+</updated>|DTSTAMP:\w+|\"\d{4}-\d\d-\d\dT[^\"]+\"(?:\^\^xsd:dateTime)?"
)

# Files that name the second at which they were made, lists narrowed by a query, and data in
# English: the Latvian ones have the same rows.
MADE_AFRESH = r"^/(static|admin)/|^/en/.*/data[.]|[?]|[.]xlsx$|/publici\w+/.*[.](pdf|png|zip)$"


def public_bytes():
    """{address: what a visitor gets} of everything that a visitor can come to by links."""
    client, found, waiting = Client(), {}, list(START)
    while waiting:
        address = waiting.pop()
        if address in found:
            continue
        response = client.get(address)
        text = response.getvalue().decode("utf-8", "replace")
        response.close()
        found[address] = response.status_code, MOMENT.sub("", text)
        waiting += links(address, text) if "xml" in str(response.headers) or "html" in text else ()
    return found


def links(address, text):
    for groups in LINK.findall(text):
        link = urldefrag(urljoin(f"http://testserver{address}", unescape("".join(groups)))).url
        for own in ("http://testserver", "http://127.0.0.1:8000"):
            path = link.removeprefix(own)
            if path != link and not re.search(MADE_AFRESH, path):
                yield path


def make_site(picture):
    make_groups()
    project = ProjectFactory(cover=picture, title_lv="Krasts kļūst tuvāks")
    PostFactory(projects=[project], title_lv="Ziņa no krasta", title_en="")
    PageFactory(body_lv="<p>Par mums „pēdiņās”.</p>")
    EventFactory(registration="open")
    ItemFileFactory()
    user = UserFactory(username="redaktore", groups=[NETWORK_EDITOR])
    user.set_password(PASSWORD)
    user.save()
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    return secret


def comes_in(client, secret):
    """Whether the editor comes in by the form, with password and second factor."""
    sign_in(client, "redaktore", PASSWORD)
    client.post(reverse("mfa_authenticate"), {"code": code_of(secret)})
    return is_in(client)


def test_backup_on_an_empty_machine_is_the_same_site(machine, settings, picture):
    secret = make_site(picture)
    RegistrationFactory(event__title_lv="Vakars")
    Outbox.objects.create(key="waiting", to="anna@example.lv", subject="Gaida")
    before, files = public_bytes(), sorted(default_storage.listdir("pictures")[1])
    call_command("backup", verbosity=0)
    (backup,) = settings.BACKUP_DIR.iterdir()

    machine()
    call_command("restore", backup, verbosity=0)

    assert User.objects.get().check_password(PASSWORD)
    assert sorted(default_storage.listdir("pictures")[1]) == files
    after = public_bytes()
    assert {address for address in after if before.get(address) != after[address]} == set()
    assert after.keys() == before.keys()
    assert len([address for address in before if before[address][0] == 200]) > 50
    assert comes_in(Client(), secret)
    mail = Outbox.objects.get()
    assert (mail.failed_at is not None, mail.last_error) == (True, "restored from a backup")
    assert (settings.DATA_DIR / "secret_key").read_text() == settings.SECRET_KEY


def test_restore_over_a_site_asks_and_leaves_nothing_of_it(machine, settings, picture, tmp_path):
    PostFactory(title_lv="Pirms")
    call_command("backup", verbosity=0)
    (backup,) = settings.BACKUP_DIR.iterdir()
    PostFactory(title_lv="Pēc tam")
    newer = default_storage.save("pictures/newer.jpg", ContentFile(b"newer"))
    UserFactory()
    broken, cut = tmp_path / "broken.tar", tmp_path / "cut.tar"
    broken.write_bytes(packed(b"create schema public; create table public.a (); select broken;"))
    whole = gzip.compress(b"create schema public; create table public.a ();" + b"\n" * 99)
    cut.write_bytes(packed(compressed=whole[:-9]))

    with pytest.raises(CommandError, match=r"^There is a site .* use --force"):
        call_command("restore", backup)
    with pytest.raises(CommandError, match=r'not be written: .*"broken".*; nothing was changed$'):
        call_command("restore", broken, force=True)
    with pytest.raises(CommandError, match=r"^the file is damaged .*; nothing was changed$"):
        call_command("restore", cut, force=True)
    assert (Post.objects.count(), schemas()) == (2, ["public"])
    assert sorted(default_storage.listdir("pictures")[1]) == ["newer.jpg"]
    call_command("restore", backup, force=True, verbosity=0)

    assert [post.title_lv for post in Post.objects.all()] == ["Pirms"]
    assert not default_storage.exists(newer)
    assert default_storage.exists(picture.file.name)
    assert schemas() == ["public"]
    PostFactory(title_lv="Pēc atjaunošanas")  # counters of keys go on where they were
    assert "Pēc atjaunošanas" in Client().get("/lv/zinas/").text


def schemas():
    with connection.cursor() as cursor:
        cursor.execute("select nspname from pg_namespace where nspname !~ '^pg_|^information'")
        return sorted(name for (name,) in cursor.fetchall())
