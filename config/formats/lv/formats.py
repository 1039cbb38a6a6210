"""Latvian: short in lists. A day in digits ends with a full stop, hours and minutes are parted by
one (Publications Office, interinstitutional style guide, lv 10.1.1).
"""

SHORT_DATE_FORMAT = "j.m.Y."
SHORT_DATETIME_FORMAT = DATETIME_FORMAT = r"j.m.Y. \p\l\k\s\t. G.i"
TIME_FORMAT = "G.i"
