"""Settings of a second installation on this machine, which may ask the first one."""

from config.settings import *  # noqa: F403

LINK_CHECK_PRIVATE = True
