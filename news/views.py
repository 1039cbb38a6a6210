from core.views import content_detail, content_list

from .filters import PostList
from .models import Post


def post_list(request):
    return content_list(request, Post.objects, PostList)


def post_detail(request, slug):
    more = Post.objects.published().exclude(slug_lv=slug).exclude(slug_en=slug)
    return content_detail(request, Post.objects, slug, more=more.with_relations()[:2])
