"""How a running site is watched: logs, figures for Prometheus, reports of errors.

None of these holds who visited, what people wrote or where they can be reached.
"""
