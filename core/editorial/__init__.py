"""Versions of rows: what a form held, put back into it, compared, and shown as a page."""
