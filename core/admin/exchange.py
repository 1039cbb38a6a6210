"""Import and export for the list of a `ModelAdmin`: buttons, addresses, who may."""

from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.text import capfirst
from import_export.admin import ImportExportMixin

from .export_pages import ExportPages
from .import_pages import ImportPages


class ExchangeAdmin(ExportPages, ImportPages, ImportExportMixin):
    """Adds import and export to a `ModelAdmin`; `resource_classes` names the resource."""

    import_export_change_list_template = "admin/import_export/change_list.html"

    def get_urls(self):
        view = self.admin_site.admin_view(self.template_view)
        name = f"{self.opts.app_label}_{self.opts.model_name}_import_template"
        return [path("import/template/", view, name=name), *super().get_urls()]

    def has_export_permission(self, request):
        return super().has_export_permission(request) and self.has_view_permission(request)

    def resource(self, request, **kwargs):
        return self.resource_classes[0](request=request, model_admin=self, **kwargs)

    def address(self, page):
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_{page}")

    def exchange_page(self, request, name, title, **context):
        title = f"{title}: {capfirst(self.opts.verbose_name_plural)}"
        context |= {**self.admin_site.each_context(request), "opts": self.opts, "title": title}
        return TemplateResponse(request, f"admin/import_export/{name}.html", context)
