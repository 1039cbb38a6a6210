"""Actions that change something, each as a request straight to its address; did it happen?"""

from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.utils import timezone

from core.admin.previews import link_to
from core.models import OldAddress, Version
from tests.admin.forms import sent

from .making import NEW
from .possible import PARTS, possible_actions
from .reporting import Reporting


class Doings(Reporting):
    """What the person does; every action begins with the world as it was made."""

    def stored(self):
        return type(self.row)._base_manager.filter(pk=self.row.pk).first()

    def is_written(self, value=NEW):
        return getattr(self.stored(), self.field) == value

    def save(self, **changes):
        data = {name: value for name, value in (self.form | changes).items() if value is not None}
        return self.post("change", data, self.row.pk)

    def bulk(self, action):
        data = {"action": action, "_selected_action": [self.row.pk], "post": "yes"}
        return self.post("changelist", data)

    def set_published(self, moment):
        type(self.row).objects.filter(pk=self.row.pk).update(published_at=moment)

    # What is kept, and what is changed

    def can_draft(self):
        self.save(**{self.field: NEW, "_draft": "1"})
        return any(each.data["form"][self.field] == [NEW] for each in self.drafts())

    def can_discard(self):
        draft = Version.objects.get(pk=self.versions[0].pk)
        draft.pk, draft.kind = None, Version.Kind.DRAFT
        draft.save()
        self.post("discard", {"draft": draft.pk})
        return not self.drafts().exists()

    def can_share(self):
        version = self.versions[1]
        self.post("share", {"version": version.pk})
        version.refresh_from_db()
        return version.shared_at is not None and self.title in Client().get(link_to(version)).text

    def can_change(self):
        """In the same step a part is added, where the form has parts."""
        prefix, name, typed = PARTS.get(self.label, ("", "", {}))
        parts = getattr(self.row, name).count if name else int
        before, new = parts(), self.new_name()
        number = int(self.form.get(f"{prefix}-INITIAL_FORMS", 0))
        added = {f"{prefix}-{number}-{key}": value for key, value in self.of_part(typed).items()}
        added[f"{prefix}-TOTAL_FORMS"] = number + 1
        self.save(**{self.field: new}, **self.described(), **added)
        self.has_added = parts() == before + 1
        return self.is_written(new)

    def of_part(self, typed):
        return {"position": 0, **typed} if typed else {"successor": self.world.heir.pk}

    def can_inline(self):
        return self.has_added

    def can_restore(self):
        page = self.get("change", f"?version={self.versions[0].pk}")
        if page.status_code != 200 or not page.context.get("restored"):
            return False
        self.post("change", sent(page) | self.described(), self.row.pk)
        return self.is_written("Agrāk")

    def can_import(self):
        if isinstance(self.row, OldAddress):
            text = f"{self.row.path};/lv/kontakti/"
            self.post("import", {"text": text, "_store": "1"})
            return self.stored().target == "/lv/kontakti/"
        key = (
            "slug" if hasattr(self.row, "slug") and not hasattr(self.row, "slug_lv") else "slug_lv"
        )
        table = f"{key};{self.field}\n{getattr(self.row, key)};{NEW}\n".encode()
        page = self.post("import", {"file": SimpleUploadedFile("x.csv", table)})
        outcome = page.context and page.context.get("outcome")
        self.post("process_import", {"digest": outcome.digest if outcome else ""})
        return self.is_written()

    # Before visitors, and away

    def can_publish(self):
        self.set_published(None)
        self.save(published_at=None, _publish_anyway="now")
        return self.stored().is_out

    def can_bulk_publish(self):
        self.set_published(None)
        self.bulk("publish_now")
        return self.stored().is_out

    def can_bulk_take_down(self):
        self.set_published(timezone.now())
        self.bulk("take_down")
        return not self.stored().is_out

    def can_delete(self):
        self.post("delete", {"post": "yes"}, self.row.pk)
        return self.stored() is None

    def can_bulk_delete(self):
        self.bulk("delete_selected")
        return self.stored() is None

    def can_take_over(self):
        """The other site does not answer; that it was asked is noted."""
        self.post("take_over", {}, self.row.pk)
        return type(self.row).objects.get(pk=self.row.pk).checked_at is not None

    def can_retry(self):
        self.post("retry", {}, self.row.pk)
        return self.stored().failed_at is None

    def can_make_draft(self):
        before = self.form | {"programme": self.world.rows["used programme"].pk}
        self.post("confirm", before, self.row.pk)
        return self.stored().state == "confirmed"

    def can_set_aside(self):
        self.post("aside", {}, self.row.pk)
        return self.stored().state == "aside"

    # Accounts

    def can_invite(self):
        self.post("invite", {}, self.row.pk)
        return bool(mail.outbox)

    def can_end_sessions(self):
        self.post("end-sessions", {}, self.row.pk)
        return not self.row.usersession_set.exists()

    def can_remove_second_factor(self):
        self.post("remove-second-factor", {}, self.row.pk)
        return not self.row.authenticator_set.exists()

    def can_password(self):
        words = "zied-zeme-un-juura-7"
        self.post("password", {"password1": words, "password2": words}, self.row.pk)
        return self.stored().check_password(words)


def done_by(client, world, name, seen=None):
    """The actions that somebody does with a row, each in the world as it was made."""
    doings, done = Doings(world, name, client, {} if seen is None else seen), set()
    for action in possible_actions(world, name):
        client.begin_again()
        savepoint = transaction.savepoint()
        if getattr(doings, f"can_{action.replace('-', '_')}")():
            done.add(action)
        transaction.savepoint_rollback(savepoint)
        mail.outbox.clear()
    return done
