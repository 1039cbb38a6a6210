"""gunicorn in production: `gunicorn --config deploy/gunicorn.py config.wsgi`.

Under systemd it takes the socket that it is given instead of `WEB_BIND`. SIGHUP loads new code
without losing a request: `systemctl reload partnership`.
"""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from config import database
from config.watching import logs

environment = os.environ
bind = environment.get("WEB_BIND") or "127.0.0.1:8000"
workers = int(environment.get("WEB_WORKERS") or 3)
threads = int(environment.get("WEB_THREADS") or 4)
worker_class = "gthread"
timeout = 60  # seconds; a poster or a large table takes some
graceful_timeout = 40  # seconds for requests that are being answered when a process has to end
keepalive = 75  # longer than nginx keeps its own connections
max_requests, max_requests_jitter = 20_000, 2_000  # whatever leaks, leaks for a while only
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 (in memory)
control_socket_disable = True  # systemd speaks to it by signals; its folder cannot be written
accesslog = None  # it would hold addresses and queries; LOG_REQUESTS=1 has a line of our own
# gunicorn names addresses: what it says passes the same formatter, requests it does not write down.
logconfig_dict = logs.configuration(environment)
logconfig_dict["loggers"] |= {
    "gunicorn.error": {"level": "INFO", "handlers": ["console"]},
    "gunicorn.access": {"level": "ERROR", "handlers": []},
}


def on_starting(server):
    """Figures begin anew with the first process."""
    for each in (database.data_dir() / "metrics").glob("*.db"):
        each.unlink(missing_ok=True)


def post_worker_init(_worker):
    """Each process follows changes from its start: pages that nginx sends by itself reach none."""
    from core.caching import watch

    watch.begin()
