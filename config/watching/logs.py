"""The lines of the log, as text or as JSON (`LOG_FORMAT=json`), without personal data."""

import json
import logging
from datetime import UTC, datetime

from .scrubbing import scrubbed

FIGURES = ("method", "route", "status", "milliseconds")  # of the line about a request


class Text(logging.Formatter):
    """One line for a person, after it the error's own lines."""

    def format(self, record):
        return scrubbed(super().format(record))


class JsonLines(logging.Formatter):
    """One JSON object for each record, times in UTC."""

    def format(self, record):
        time = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line = {"time": time, "level": record.levelname, "logger": record.name}
        line["message"] = scrubbed(record.getMessage())
        if record.exc_info:
            line["exception"] = scrubbed(self.formatException(record.exc_info))
        line |= {name: getattr(record, name) for name in FIGURES if hasattr(record, name)}
        return json.dumps(line, ensure_ascii=False)


def configuration(environment):
    """Django's `LOGGING`: to standard error, which systemd and containers keep."""
    is_json = environment.get("LOG_FORMAT") == "json"
    line = {"()": f"{__name__}.{'JsonLines' if is_json else 'Text'}"}
    requests = "INFO" if environment.get("LOG_REQUESTS") == "1" else "WARNING"
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": line},
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"handlers": ["console"], "level": "WARNING"},
        "loggers": {
            "config.watching.requests": {"level": requests},
            # Django's own way to a terminal would pass by the formatter.
            "django": {"handlers": [], "level": "WARNING", "propagate": True},
        },
    }
