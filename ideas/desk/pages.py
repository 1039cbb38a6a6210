"""The frame of all pages about one forum or one idea, and who may open them."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import path, reverse


class DeskPages:
    """The base of the mixins that add pages about one row to its admin class."""

    @classmethod
    def page_name(cls, name, opts):
        return f"{opts.app_label}_{opts.model_name}_{name}"

    def pages_of(self, *views):
        """Addresses `<key>/<name>/` of methods that take the request and the row."""
        return [
            path(
                f"<int:key>/{view.__name__}/",
                self.page_view(view),
                name=self.page_name(view.__name__, self.opts),
            )
            for view in views
        ]

    def page_view(self, view):
        def answer(request, key):
            row = self.get_object(request, str(key))
            if row is None:
                raise Http404
            if not self.may_publish(request, row):
                raise PermissionDenied
            return view(request, row)

        return self.admin_site.admin_view(answer)

    def page_address(self, name, row):
        return reverse(f"admin:{self.page_name(name, self.opts)}", args=[row.pk])

    def row_address(self, row):
        return self.page_address("change", row)

    def desk_page(self, request, row, template, title, status=200, **context):
        context |= {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": row,
            "title": title,
            "back": self.row_address(row),
        }
        name = f"admin/ideas/{template}.html"
        return TemplateResponse(request, name, context, status=status)


def sent(request):
    """What a form was sent with; a form without a value that is sent is sent, too."""
    return request.POST if request.method == "POST" else None
