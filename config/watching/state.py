"""How far behind the parts of the site are that follow by themselves."""

import time

from django.conf import settings

from config.backup import keeping
from search import copy, feed


def index_behind():
    """How many changes this machine's index has not taken over; -1 when there is no index."""
    if not copy.COPY.folder or not copy.COPY.is_ready():
        return -1
    state = copy.COPY.opened().state
    return len(copy.new_lines(state, feed.look(state["since"])))


def backup_age():
    """Seconds since the newest backup in `BACKUP_DIR`; None when there is none."""
    times = list(keeping.backups(settings.BACKUP_DIR).values())
    return time.time() - times[0].timestamp() if times else None
