"""Django finds the models of an app here; each stands in a module of its own."""

from .forums import Forum, Theme  # noqa: F401
from .handovers import Handover  # noqa: F401
from .idea import Idea, Support  # noqa: F401
from .ideathon import Challenge, Criterion, Ideathon  # noqa: F401
from .ideathon_jury import Award, Juror, Recusal, Score  # noqa: F401
from .ideathon_solution import Solution  # noqa: F401
