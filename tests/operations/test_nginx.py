"""nginx says with a kept page what the site says with it, and knows its names."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from django.conf import settings

from core.caching import folder
from core.caching.wsgi import usual_headers

FOLDER = Path(settings.BASE_DIR) / "deploy" / "nginx"
OF_NGINX = {"Content-Type", "Content-Encoding"}


def headers_in(name):
    pairs = re.findall(r'add_header (\S+) (?:"([^"]*)"|(\S+)) always;', (FOLDER / name).read_text())
    return {header: quoted or plain for header, quoted, plain in pairs}


def in_any_order(headers):
    return {name: frozenset(value.split("; ")) for name, value in headers.items()}


def test_kept_pages_have_the_headers_of_the_site(settings):
    settings.IS_HTTPS, settings.SECURE_HSTS_SECONDS = True, 63_072_000
    settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = settings.SECURE_HSTS_PRELOAD = True
    usual_headers.cache_clear()

    of_site = {name: value for name, value in usual_headers("lv") if name not in OF_NGINX}

    usual_headers.cache_clear()
    of_nginx = headers_in("pages.conf") | headers_in("hsts.conf") | {"Content-Language": "lv"}
    assert in_any_order(of_nginx) == in_any_order(of_site)


@pytest.mark.parametrize(
    ("address", "query"),
    [
        ("/lv/", ""),
        ("/lv/projekti/", "status=completed&page=2"),
        ("/lv/projekti/", "q=a%2Fb"),
        ("/lv/", "x=/../secret"),
        ("/lv/", "x=a.b"),
        ("/lv/", "x=a b"),
    ],
)
def test_kept_pages_have_the_same_names(address, query):
    rules = (FOLDER / "partnership.conf").read_text()
    (letters,) = re.findall(r'"~\^(\[.*\])\{1,200\}\$" \$args;', rules)
    may_be_kept = re.fullmatch(f"{letters}*", query) is not None

    name = folder.name_of(address, query)

    assert f'"~^(({folder.MARKS})(=[^&]*)?(&|$))+$" "";' in rules
    assert (name is not None) == may_be_kept
    if name:
        assert f"{address}@{query}.html" == f"/{name.decode()}"
        assert '"$uri@$query.html"' in rules


@pytest.mark.skipif(not shutil.which("nginx"), reason="nginx is not installed")
def test_nginx_accepts_the_configuration(tmp_path):
    for file in FOLDER.glob("*.conf"):
        text = file.read_text().replace("/etc/nginx/partnership/", f"{tmp_path}/")
        text = re.sub(r"(ssl_certificate\w*|access_log /\S+|error_log)( .*)?;", "", text)
        text = re.sub(r"(brotli_static|ssl_\w+) .*;|listen \[::\].*;| ssl\b| http2", "", text)
        (tmp_path / file.name).write_text(re.sub(r"listen (\d+)", r"listen 127.0.0.1:1\1", text))
    whole = f"events {{}} pid {tmp_path}/pid; http {{ include {tmp_path}/partnership.conf; }}"
    (tmp_path / "nginx.conf").write_text(f"error_log stderr; {whole}")

    done = subprocess.run(  # noqa: S603 (our own files)
        ["nginx", "-t", "-p", str(tmp_path), "-c", "nginx.conf"],  # noqa: S607
        capture_output=True,
        text=True,
    )

    assert done.returncode == 0, done.stderr
