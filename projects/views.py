from core.views import content_detail, content_list

from .filters import ProjectList
from .models import Programme, Project
from .page import project_context


def project_list(request):
    return content_list(request, Project.objects, ProjectList)


def project_detail(request, slug):
    return content_detail(request, Project.objects.with_details(), slug, project_context)


def programme_list(request):
    return content_list(request, Programme.objects)


def programme_detail(request, slug):
    return content_detail(request, Programme.objects, slug)
