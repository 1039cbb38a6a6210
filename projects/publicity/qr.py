"""QR codes as one SVG path, for paper and for pages."""

from dataclasses import dataclass

import segno
from django.conf import settings
from django.urls import reverse

from core import belt

QUIET = 4  # modules of white around, ISO/IEC 18004


@dataclass
class Code:
    """A square of `size` modules, the white edge included; `path` is what is dark."""

    size: int
    path: str

    def svg(self):
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.size} {self.size}"'
            f' shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{self.size}v{self.size}H0z"/>'
            f'<path fill="#002c37" d="{self.path}"/></svg>'
        )


def stable_address(project):
    """The address that stays when the title changes, in the reader's own language."""
    return settings.SITE_URL + reverse("project_by_uid", args=[project.uid])


def code_of(project):
    """The way to the project's page; a seventh of the code may be dirty or torn (level M)."""
    return code_for(stable_address(project))


def code_for(address):
    rows = segno.make(address, error="m", micro=False).matrix
    dark = {
        (x + QUIET, y + QUIET) for y, row in enumerate(rows) for x, bit in enumerate(row) if bit
    }
    return Code(len(rows) + 2 * QUIET, belt.path(dark))
