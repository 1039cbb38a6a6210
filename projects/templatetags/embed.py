"""The frame that shows a project on another site, to be copied."""

from django import template

from projects.embed import snippet

register = template.Library()
register.simple_tag(snippet, name="embed_snippet")
