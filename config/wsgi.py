"""Entry point of the web server: `gunicorn config.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application

from config import database, memory
from core.caching.wsgi import KeptPages

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
memory.share_arenas()
database.connect(must_answer=False)
application = KeptPages(memory.Settling(get_wsgi_application()))
