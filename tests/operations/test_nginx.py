"""nginx says with a kept page what the site says with it, and knows its names."""

import re
import shutil
import socket
import ssl
import subprocess
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from django.conf import settings

from core.caching import folder
from core.caching.wsgi import read, usual_headers

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


@pytest.fixture
def nginx(tmp_path):
    """Ask nginx as it is configured for a site; behind it, nothing answers at `web.sock`."""
    if not shutil.which("nginx"):
        pytest.skip("nginx is not installed")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    ours = {
        r"/etc/nginx/partnership/": f"{tmp_path}/",
        r"/srv/partnership/site/deploy/nginx": str(FOLDER),
        r"root /srv/partnership/data": f"root {tmp_path}",
        r"unix:/run/partnership/web.sock": f"unix:{tmp_path}/web.sock",
        r"/etc/letsencrypt/live/www.example.lv/": f"{tmp_path}/",
        r"(access_log /\S+|error_log|brotli_static)( .*)?;|listen \[::\].*;": "",
        r"listen 80": f"listen unix:{tmp_path}/plain",  # without any it would be all addresses
        r"listen 443": f"listen 127.0.0.1:{port}",
    }
    for file in FOLDER.glob("*.conf"):
        text = file.read_text()
        for theirs, our in ours.items():
            text = re.sub(theirs, our, text)
        (tmp_path / file.name).write_text(text)
    certify(tmp_path)
    places = " ".join(
        f"{kind}_temp_path {tmp_path}/{kind};"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    whole = f"http {{ {places} include {tmp_path}/partnership.conf; }}"
    (tmp_path / "nginx.conf").write_text(
        f"daemon off; user root root; error_log stderr; pid {tmp_path}/pid; events {{}} {whole}"
    )
    command = ["nginx", "-p", str(tmp_path), "-c", "nginx.conf"]
    checked = subprocess.run([*command, "-t"], capture_output=True, text=True)  # noqa: S603 (our own files)
    assert checked.returncode == 0, checked.stderr
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:  # noqa: S603 (as above)
        try:
            yield lambda line, body=b"", more="": answer(port, line, body, more)
        finally:
            process.terminate()


def certify(folder):
    """A certificate for a day, made by nobody else."""
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([])
    now = datetime.now(UTC)
    made = x509.CertificateBuilder(name, name, key.public_key(), 1, now, now + timedelta(days=1))
    (folder / "fullchain.pem").write_bytes(made.sign(key, SHA256()).public_bytes(Encoding.PEM))
    (folder / "privkey.pem").write_bytes(
        key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    )


def answer(port, line, body, more):
    """Status, headers and page for one line of a request that nobody would send with a library;
    `more` are lines of its head."""
    for _each in range(100):
        try:
            line_to = socket.create_connection(("127.0.0.1", port), timeout=60)
            break
        except OSError:
            time.sleep(0.1)
    trusting = ssl.create_default_context()
    trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
    with trusting.wrap_socket(line_to, server_hostname="www.example.lv") as line_to:
        line_to.sendall(
            f"{line} HTTP/1.1\r\nHost: www.example.lv\r\nConnection: close\r\n"
            f"{more}Content-Length: {len(body)}\r\n\r\n".encode()
            + body
        )
        head, _, page = b"".join(iter(lambda: line_to.recv(65536), b"")).partition(b"\r\n\r\n")
    status, *headers = head.decode().splitlines()
    return int(status.split()[1]), dict(each.split(": ", 1) for each in headers), page.decode()


@pytest.mark.parametrize(
    ("line", "size", "status", "words"),
    [
        ("GET /%00", 0, 400, "nesaprot"),
        (f"GET /{'a' * 9000}", 0, 414, "nesaprot"),
        ("POST /lv/", 27 * 2**20, 413, "Datne ir pārāk liela"),
        ("GET /lv/", 0, 503, "īsu brīdi nav pieejama"),
        ("POST /lv/", 9, 503, "īsu brīdi nav pieejama"),
    ],
)
def test_what_nginx_answers_by_itself_is_a_page_of_ours(nginx, line, size, status, words):
    got, headers, page = nginx(line, b"a" * size)

    assert got == status
    assert words in page
    assert headers.items() >= (headers_in("plain.conf") | headers_in("hsts.conf")).items()


def test_long_address_is_sent_on_and_its_answer_back(nginx, tmp_path):
    """A redirect to another language repeats the address in its head."""
    target = f"/lv/{'a' * 4000}/"
    with socket.socket(socket.AF_UNIX) as site:
        site.bind(str(tmp_path / "web.sock"))
        site.listen()
        others = f"Content-Security-Policy: {'a' * 600}\r\nContent-Length: 0"
        head = f"HTTP/1.1 302 Found\r\nLocation: {target}\r\n{others}\r\n\r\n"
        threading.Thread(target=answer_once, args=[site, head.encode()], daemon=True).start()

        status, headers, _page = nginx(f"GET /{'a' * 4000}/")

    assert (status, headers["Location"]) == (302, target)


def answer_once(site, words):
    line, _address = site.accept()
    with line:
        line.recv(65536)
        line.sendall(words)


def test_pages_of_nginx_have_no_address(nginx):
    assert nginx("GET /refused.html")[0] == 404


def test_kept_page_is_sent_to_whoever_asks_for_it_and_brings_nothing(nginx, tmp_path):
    """The site itself does not answer here: 503 is what is left to it."""
    for query in ("", "status=completed"):
        page = tmp_path / "pages" / "current" / folder.name_of("/lv/", query).decode()
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(f"kept {query}")
    asked = [
        ("GET /lv/", ""),
        ("GET /lv/?fbclid=a.b/../c&utm_source=x", ""),
        ("GET /lv/?status=completed", ""),
        ("GET /lv/?status=completed&fbclid=1", ""),
        ("GET /lv/?-", ""),
        ("GET /lv/", "Cookie: a=b\r\n"),
        ("GET /lv/", "Authorization: Basic eDp4\r\n"),
        ("POST /lv/", ""),
        ("GET /pages/current/lv/@.html", ""),
    ]

    got = [nginx(line, more=more) for line, more in asked]

    assert [page for status, _headers, page in got if status == 200] == [
        *["kept "] * 2,
        "kept status=completed",
    ]
    assert [status for status, _headers, _page in got] == [200] * 3 + [503] * 6


def test_browser_keeps_the_page_as_long_as_it_is_the_same(nginx, settings, tmp_path):
    """Pages of one second and length are told apart; a change elsewhere leaves the page."""
    settings.DATA_DIR = tmp_path
    name, known, got = folder.name_of("/lv/", ""), "", []

    for page in (b"a 1", b"a 2", b"a 2"):
        folder.move()
        folder.keep(folder.current(), name, page)
        status, headers, _page = nginx("GET /lv/", more=f"If-None-Match: {known}\r\n")
        known = headers["ETag"]
        got.append((status, headers.get("Last-Modified")))

    assert got == [(200, None), (200, None), (304, None)]
    assert read(name, "", "lv")[2] == known


def test_missing_file_is_kept_by_no_browser(nginx, tmp_path):
    (tmp_path / "static").mkdir()
    (tmp_path / "static" / "site.0123.css").write_text("a {}")

    found, missing = nginx("GET /static/site.0123.css"), nginx("GET /static/site.4567.css")

    assert (found[0], missing[0]) == (200, 404)
    assert "immutable" in found[1]["Cache-Control"]
    assert "Cache-Control" not in missing[1]
