"""Saved pages about projects: what is recognised in them, and the draft that staff make of it."""
