"""What templates of the site say in fewer steps is what Django would have said."""

import pytest
from django.template import Context, Engine, RequestContext, TemplateDoesNotExist, engines
from django.template.loader_tags import IncludeNode
from django.test import RequestFactory
from django.urls import NoReverseMatch, reverse
from django.utils import translation

from core.content import content_models
from core.routes import page_address
from core.templatetags import fixed
from core.templatetags.head import steps
from core.templatetags.site import choice
from projects.models import Project

BUILTINS = ["django.templatetags.static", "django.templatetags.i18n", "core.templatetags.fixed"]
OUTER = {"a": "<outer>", "b": 2}
INNER = "{{ a }}|{{ b }}|{{ c }}|{{ request.path }}|{% cycle 'x' 'y' %}"
WAYS = [
    '{% include "inner" %}',
    '{% include "inner" with a=b c="c" %}',
    '{% include "inner" with c=a only %}',
    '{% include "inner" only %}',
    "{% include name %}",
    "{% include name with c=b only %}",
    '{% for each in "123" %}{% include "inner" with c=each %}{% endfor %}',
    '{% with a=1 %}{% include "inner" with b=a only %}{% endwith %}{{ a }}',
]


def engine(debug=False, **templates):
    loaders = [("django.template.loaders.locmem.Loader", {"inner": INNER, **templates})]
    return Engine(loaders=loaders, builtins=BUILTINS, debug=debug)


def drawn(template, **options):
    made = engine(**options).from_string(template)
    request = RequestFactory().get("/lv/")
    return [
        [made.render(Context(OUTER | {"name": "inner"})) for _time in range(2)],
        [made.render(RequestContext(request, OUTER | {"name": "inner"})) for _time in range(2)],
    ]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("debug", [False, True])
def test_included_part_sees_what_django_shows_it(way, debug, monkeypatch):
    found = drawn(way, debug=debug)

    monkeypatch.setattr(fixed.FixedInclude, "render", IncludeNode.render)
    assert found == drawn(way, debug=debug)
    assert "&lt;outer&gt;" in found[0][0] or "only" in way or "with a=" in way


def test_included_part_is_looked_for_once_but_in_development(monkeypatch):
    asked = []
    find = Engine.get_template

    def get_template(self, name):
        asked.append(name)
        return find(self, name)

    monkeypatch.setattr(Engine, "get_template", get_template)

    for debug in (False, True):
        made = engine(debug).from_string('{% include "inner" %}')
        for _time in range(3):
            made.render(Context())

    assert asked == ["inner"] + 3 * ["inner"]
    with pytest.raises(TemplateDoesNotExist):
        engine().from_string('{% include "other" %}').render(Context())


def test_addresses_of_the_language_alone_are_kept():
    template = engines["django"].from_string(
        "{% url 'opendata:feed' language=language kind='post' %}"
        " {% url 'opendata:feed' kind='project' language=language %}"
        " {% url 'opendata:feed' language kind %}"
    )
    for kind in ("post", "project"):
        for language in ("lv", "en"):
            told = template.render({"language": language, "kind": kind}).split()
            names = ("post", "project", kind)
            assert told == [reverse("opendata:feed", args=[language, name]) for name in names]


@pytest.mark.parametrize("language", ["lv", "en"])
def test_address_of_a_page_is_the_one_of_its_route(language):
    with translation.override(language):
        for model in content_models():
            view = f"{model._meta.app_label}:{model._meta.model_name}_detail"
            for slug in ("viedie-ciemi", "x-1-x", "1", "A_b-"):
                assert page_address(view, slug) == reverse(view, args=[slug])
            for odd in ("a/b", "ā", "", "a b", "a\n"):
                with pytest.raises(NoReverseMatch):
                    page_address(view, odd)


def test_steps_of_the_way_to_a_page_are_read_as_people_see_them():
    shown = (
        '<ol>\n<li><a href="/lv/?a=1&amp;b=2" class="x">Sākums</a></li>\n'
        '<li aria-current="page" lang="en">A &amp; <b>B</b>\n &lt;i&gt;</li></ol>'
    )
    assert list(steps(shown)) == [("Sākums", "/lv/?a=1&b=2"), ("A & B\n <i>", "")]


@pytest.mark.parametrize("language", ["lv", "en"])
def test_words_of_a_choice_begin_as_a_heading(language):
    with translation.override(language):
        for value, words in Project.Status.choices:
            project = Project(status=value)
            assert choice(project, "status") == str(words)[:1].upper() + str(words)[1:]


def test_text_that_is_cut_keeps_its_signs_whole():
    template = engines["django"].from_string(
        "{% load site %}{% filter shortened:20 %}{{ a }}{% endfilter %}"
    )

    assert template.render({"a": 'Vārds "pēdiņās" beigās'}) == "Vārds…"
    assert template.render({"a": "Īss „vārds”"}) == "Īss „vārds”"
