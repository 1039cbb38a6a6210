from core.views import content_detail, content_list

from .filters import PostList
from .models import Post


def post_list(request):
    return content_list(request, Post.objects, PostList)


def post_detail(request, slug):
    return content_detail(request, Post.objects, slug, other_news)


def other_news(post):
    others = Post.objects.published().exclude(pk=post.pk)
    return {"others": others.with_relations()[:2]}
