"""The report as it was handed in: its figures and its files, which nothing changes afterwards."""

import hashlib
import uuid

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

KINDS = {  # ending of a file: media type
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}


class ProjectReport(models.Model):
    """The figures of a project on one day, in both languages (`report.data.as_data`).

    Neither a report nor its files can be changed or deleted: triggers refuse it (migration 0007).
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    project = models.ForeignKey(
        "projects.Project", models.PROTECT, related_name="reports", verbose_name=_("project")
    )
    frozen_at = models.DateTimeField(_("frozen"), default=timezone.now, editable=False)
    data = models.JSONField()

    class Meta:
        default_permissions = ()
        verbose_name = pgettext_lazy("for the funder", "report")
        verbose_name_plural = pgettext_lazy("for the funder", "reports")
        ordering = ["-frozen_at", "-pk"]

    def __str__(self):
        return f"{self.project} {timezone.localtime(self.frozen_at):%Y-%m-%d %H:%M}"

    def in_language(self):
        """What the report tells, in the active language (`report.data.told`)."""
        languages = self.data["languages"]
        return languages.get(get_language()) or languages[settings.LANGUAGE_CODE]


class ReportFile(models.Model):
    """One file of a report. It is kept in the database, where the trigger guards it, too.

    `name` ends its lasting address: `lv.pdf`, `en.pdf`, `lv.xlsx`, `en.xlsx`, `data.json`.
    """

    report = models.ForeignKey(ProjectReport, models.PROTECT, related_name="files")
    name = models.CharField(max_length=20)
    content = models.BinaryField()
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        default_permissions = ()
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["report", "name"], name="projects_reportfile_once")
        ]

    def __str__(self):
        return self.name

    @classmethod
    def of(cls, report, name, content):
        """A file of a report, not stored yet."""
        digest = hashlib.sha256(content).hexdigest()
        return cls(report=report, name=name, content=content, size=len(content), sha256=digest)

    @property
    def ending(self):
        return self.name.rpartition(".")[2]

    @property
    def language(self):
        """The language of the file; empty where it holds every one."""
        return "" if self.ending == "json" else self.name.partition(".")[0]

    @property
    def media_type(self):
        return KINDS[self.ending]

    @property
    def address(self):
        return reverse("report_file", args=[self.report.uid, self.name])
