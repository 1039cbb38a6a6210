"""The demonstration: the projects of five real pages, their partners, funds, news and pictures.

All facts come from pages that the partnerships published; all sentences are new.
"""

from django.db import transaction

from core.content import content_models
from core.publication.storing import refresh_all
from core.speaking import gettext as _
from partnership.loading import load_territories
from partnership.models import Organisation

from .accounts import DEMO_ACCOUNTS, make_accounts
from .communities import make_communities
from .directory import make_directory
from .events import make_events
from .funding import make_funding
from .ideas import make_ideas
from .ideathon import make_ideathons
from .library import make_library
from .news import make_news
from .organisations import make_organisations, make_partnerships
from .pictures import give_to_host, paint
from .profiles import make_profiles
from .projects import hand_in, make_projects
from .site import make_glossary, make_site


def is_empty():
    """Whether there is no project, post, page, partnership, programme or organisation."""
    return not any(model.objects.exists() for model in (*content_models(), Organisation))


@transaction.atomic
def load(report=print):
    """Write the whole demonstration into an empty database; `report` gets lines of text."""
    load_territories(report)
    pictures = paint(report)
    make_organisations()
    make_partnerships(pictures)
    give_to_host()
    make_funding()
    make_glossary()
    report(_("Organisations, partnerships, funds and glossary written."))
    make_projects(pictures, report)
    make_news(pictures)
    make_events()
    make_library(pictures)
    make_communities()
    make_profiles()
    make_directory(pictures)
    make_ideas()
    make_ideathons()
    make_site(pictures)
    make_accounts()
    report(_("News, events, library, ideas, pages and accounts written."))
    hand_in()
    refresh_all()
    for account in DEMO_ACCOUNTS:
        report(_("Sign in as %(username)s with %(password)s") % account)
