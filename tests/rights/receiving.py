"""Actions with the people of an event, each as a request straight to its address."""

from datetime import timedelta

from django.utils import timezone

from core.models import AuditEntry
from engage.models import Outbox
from events.models import Event

from .making import Making


class Receiving(Making):
    def person(self, state):
        return self.row.registrations.get(state=state)

    def state_after(self, page, state):
        """The state of somebody in `state` once the button of `page` is pressed for them."""
        person = self.person(state)
        self.post(page, {"row": person.pk}, self.row.pk)
        person.refresh_from_db()
        return person.state

    def taken_out(self, page):
        answer = self.post(page, {"language": "lv"}, self.row.pk)
        is_logged = AuditEntry.objects.filter(kind="export").exists()
        assert is_logged == bool(answer.get("Content-Disposition"))
        return is_logged

    def can_people(self):
        answer = self.get("people")
        return answer.status_code == 200 and len(answer.context["rows"]) == 2

    def can_add_person(self):
        self.post("add_person", {"name": "Piezvanīja"}, self.row.pk)
        return self.row.registrations.filter(name="Piezvanīja").exists()

    def can_attend(self):
        person = self.person("confirmed")
        self.post("attendance", {"shown": person.pk, "came": person.pk}, self.row.pk)
        return self.person("confirmed").attended is True

    def can_move_up(self):
        return self.state_after("move_up", "waiting") == "confirmed"

    def can_withdraw(self):
        return self.state_after("withdraw", "confirmed") == "cancelled"

    def can_people_table(self):
        return self.taken_out("people_table")

    def can_sheet(self):
        return self.taken_out("sheet")

    def can_write(self):
        letter = {"to": "confirmed", "subject": "X", "text": "X", "key": self.row.uid}
        self.post("message", letter, self.row.pk)
        return Outbox.objects.filter(key__startswith="message:").exists()

    def can_call_off(self):
        self.post("cancel", {"reason_lv": "Slimība"}, self.row.pk)
        return self.stored_event().is_cancelled

    def can_close(self):
        begun = timezone.now() - timedelta(hours=1)
        Event.objects.filter(pk=self.row.pk).update(starts_at=begun)
        self.post("close", {}, self.row.pk)
        return self.stored_event().is_closed

    def can_reopen(self):
        begun = timezone.now() - timedelta(hours=1)
        Event.objects.filter(pk=self.row.pk).update(starts_at=begun, closed_at=timezone.now())
        self.post("reopen", {}, self.row.pk)
        return not self.stored_event().is_closed

    def can_duplicate(self):
        number = Event.objects.count()
        self.post("duplicate", {"starts_at": "2030-01-01T10:00"}, self.row.pk)
        return Event.objects.count() == number + 1

    def stored_event(self):
        return Event.objects.get(pk=self.row.pk)
