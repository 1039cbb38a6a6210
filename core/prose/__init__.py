"""Formatted text behind `core.richtext`: its tree, what is put in order, references, videos."""
