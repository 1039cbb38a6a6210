"""What a paper of a project says about the money at its head; `letterhead.typ` sets it."""

from django.utils.translation import gettext as _

from projects.acknowledgement import acknowledgement

from . import sheets
from .emblem import emblem

EMBLEM = 15  # mm


def letterhead(project, files):
    """The data for the template, in the active language; adds the pictures to `files`."""
    ack = acknowledgement(project)
    files["emblem.svg"] = emblem().encode()
    lines = (ack.national_line, ack.sentence, project.hashtag)
    return {
        "project": project.title,
        "number": project.number,
        "number_label": _("Project number"),
        "project_label": _("Project"),
        "has_emblem": ack.has_emblem,
        "emblem_alt": _("Emblem of the European Union"),
        "emblem": EMBLEM,
        "statement": ack.statement,
        "fund": ack.fund_name,
        "lines": " · ".join(filter(None, lines)),
        "logos": sheets.add_logos(ack, files),
    }
