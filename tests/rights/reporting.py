"""The report of a project: who sees its figures in the administration, who freezes it."""

from projects.models import Result

from .receiving import Receiving


class Reporting(Receiving):
    def can_report(self):
        return self.get("report").status_code == 200

    def can_freeze(self):
        """A figure without a source stops it, after the right was asked for: no paper is set."""
        Result.objects.create(project=self.row, label_lv="Skaits", value=1)
        answer = self.post("freeze", {}, self.row.pk)
        return answer.status_code == 302 and answer.headers["Location"].endswith("/report/")
