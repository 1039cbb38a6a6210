"""Latvian: short in lists."""

DATETIME_FORMAT = "j.m.Y H:i"
