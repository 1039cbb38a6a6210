"""Reports of errors to a server that speaks Sentry's language; off unless `SENTRY_DSN` names one.

A report holds where in the code an error came up and which pattern of an address was asked for;
no values of variables, no form, no cookie, no address.
"""

from django.core.exceptions import ImproperlyConfigured

from core.speaking import gettext as _

from .scrubbing import scrubbed

KEPT_OF_REQUEST = ("method",)


def report_to(address):
    """Begin to report; raises `ImproperlyConfigured` when the library is not installed."""
    try:
        import sentry_sdk
        from sentry_sdk.integrations.django import DjangoIntegration
    except ImportError:
        command = ".venv/bin/pip install -r requirements-errors.txt"
        told = _("SENTRY_DSN needs: %(command)s") % {"command": command}
        raise ImproperlyConfigured(told) from None
    sentry_sdk.init(
        address,
        auto_enabling_integrations=False,
        integrations=[DjangoIntegration(transaction_style="function_name")],
        include_local_variables=False,
        include_source_context=False,
        max_request_body_size="never",
        max_breadcrumbs=0,
        server_name="site",
        traces_sample_rate=None,
        before_send=without_people,
    )


def without_people(event, _hint=None):
    """The report without anything of a person, whatever a part of the library put in."""
    for name in ("user", "breadcrumbs", "extra", "server_name", "modules"):
        event.pop(name, None)
    asked = event.get("request", {})
    event["request"] = {name: asked[name] for name in KEPT_OF_REQUEST if name in asked}
    for each in event.get("exception", {}).get("values", ()):
        each["value"] = scrubbed(str(each.get("value") or ""))
        for frame in (each.get("stacktrace") or {}).get("frames", ()):
            frame.pop("vars", None)
    for place, name in ((event.get("logentry", {}), "message"), (event, "message")):
        if place.get(name):
            place[name] = scrubbed(str(place[name]))
    for name in ("params", "formatted"):
        event.get("logentry", {}).pop(name, None)
    return event
