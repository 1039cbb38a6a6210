"""The page of a project by bare Django and SQL written by hand, to tell how quick the machine is.

It is asked for between the cases of `bench.lists`, without middleware, translations, rights or a
frame of the page. A machine that it shares its processor with may make all numbers of a run twice
as large as those of another run; this one tells which run it was.
"""

from statistics import median

from django.core.handlers.base import BaseHandler
from django.db import connection, transaction
from django.http import HttpResponse
from django.template import Context, Engine
from django.test import RequestFactory, override_settings
from django.urls import path, set_urlconf

PROJECT = """
    SELECT project.title_lv, project.summary_lv, project.body_lv, project.aims_lv,
           project.number, project.total_cost, project.start_on, project.end_on, project.status,
           programme.title_lv, programme.statement_lv, fund.name_lv, fund.short_name_lv
    FROM projects_project project
    JOIN projects_programme programme ON programme.id = project.programme_id
    JOIN projects_fund fund ON fund.id = programme.fund_id
    WHERE project.slug_lv = %s AND project.published_at <= now()
"""
PARTNERS = """
    SELECT organisation.name_lv, organisation.country, participation.role
    FROM projects_participation participation
    JOIN partnership_organisation organisation ON organisation.id = participation.organisation_id
    JOIN projects_project project ON project.id = participation.project_id
    WHERE project.slug_lv = %s ORDER BY participation.position
"""
PLACES = """
    SELECT territory.name_lv, territory.slug
    FROM projects_project_territories place
    JOIN partnership_territory territory ON territory.id = place.territory_id
    JOIN projects_project project ON project.id = place.project_id
    WHERE project.slug_lv = %s ORDER BY territory.name_lv
"""
PAGE = """<!doctype html><html lang="lv"><head><title>{{ project.0 }}</title></head><body>
<h1>{{ project.0 }}</h1><p>{{ project.1 }}</p><div>{{ project.2|safe }}</div>
{% if project.3 %}<h2>Aims</h2><div>{{ project.3|safe }}</div>{% endif %}
<dl><dt>Number</dt><dd>{{ project.4 }}</dd><dt>Cost</dt><dd>{{ project.5 }}</dd>
<dt>Period</dt><dd>{{ project.6|date:"Y" }}–{{ project.7|date:"Y" }}</dd>
<dt>Status</dt><dd>{{ project.8 }}</dd><dt>Programme</dt><dd>{{ project.9 }}</dd>
<dt>Fund</dt><dd>{{ project.11 }} ({{ project.12 }})</dd></dl><p>{{ project.10 }}</p>
<ul>{% for name, country, role in partners %}<li class="{{ role }}">{{ name }} ({{ country }})</li>
{% endfor %}</ul><ul>{% for name, slug in places %}<li><a href="/{{ slug }}/">{{ name }}</a></li>
{% endfor %}</ul></body></html>"""


@transaction.non_atomic_requests
def page(_request, slug):
    found = {}
    with connection.cursor() as cursor:
        for name, question in (("project", PROJECT), ("partners", PARTNERS), ("places", PLACES)):
            cursor.execute(question, [slug])
            found[name] = cursor.fetchall()
    found["project"] = found["project"][0]
    return HttpResponse(TEMPLATE.render(Context(found)))


TEMPLATE = Engine().from_string(PAGE)
urlpatterns = [path("<str:slug>/", page)]


class Floor:
    """Asks for pages of some projects by their Latvian slugs."""

    def __init__(self, meter, slugs):
        self.meter, self.slugs, self.costs = meter, slugs, []
        with override_settings(MIDDLEWARE=[]):
            self.handler = BaseHandler()
            self.handler.load_middleware()

    def get(self, address):
        request = RequestFactory().get(address)
        request.urlconf = "bench.floor"
        try:
            return self.handler.get_response(request)
        finally:
            set_urlconf(None)

    def ask(self, number=10):
        for slug in self.slugs[:number]:
            self.costs.append(self.meter.ask(f"/{slug}/", get=self.get).processor)
        self.slugs = self.slugs[number:] + self.slugs[:number]

    @property
    def median(self):
        """Milliseconds of processor time."""
        return median(self.costs)
