from core.reading import Reading
from core.structured import picture
from core.views import content_detail, only_reads
from opendata.views import content_data
from search.views import content_list

from .data import PostRecord
from .models import Post
from .structured import article


@only_reads
def post_list(request):
    return content_list(request, Post.objects)


def post_data(request, form):
    return content_data(request, Post.objects, form, PostRecord)


@only_reads
def post_detail(request, slug):
    return content_detail(request, Post.objects, slug, post_context, about=READ)


def post_context(post):
    """Two other posts to read, and the post as schema.org."""
    return READ.about(post) | {"structured": [article(post, image=picture(post.cover))]}


def read(post):
    return {"others": Post.objects.published().exclude(pk=post).with_relations()[:2]}


READ = Reading(read)
