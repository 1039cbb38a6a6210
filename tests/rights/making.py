"""Actions that make a new row of the same owner, each as a request straight to its address."""

from django.core.files.uploadedfile import SimpleUploadedFile

from core import rights
from core.models import Document, Image, OldAddress, Version
from search.models import Synonyms
from tests.uploads import picture

from .looking import Looking
from .world import address

NEW = "Pārrakstīts"
KEY = 10**9  # of a deleted row


class Making(Looking):
    """What the person adds."""

    def post(self, page, data, *args, query=""):
        return self.client.post(address(self.row, page, *args) + query, data)

    def described(self):
        """What the form of a picture asks for besides."""
        return {"alt_en": "Rewritten"} if isinstance(self.row, Image) else {}

    def new_name(self):
        """What the kind of row takes for a name: an address, two expressions, a word."""
        names = {OldAddress: f"/{NEW}".casefold(), Synonyms: f"{NEW}\nno jauna"}
        return names.get(type(self.row), NEW)

    def new(self):
        """The form of the row as a form for a new one, without parts and address."""
        data = {name: value for name, value in self.form.items() if "-" not in name}
        data |= {name: 0 for name in self.form if name.endswith("_FORMS")}
        data |= {self.field: self.new_name()}
        data |= {name: "" for name in data if name.startswith("slug")}
        data |= {"owner": rights.owner_of(self.row) or ""} if hasattr(self.row, "owner_id") else {}
        data |= {"organisation": self.world.spare.pk} if self.label.endswith("partnership") else {}
        data |= {"year": 2030} if self.label.endswith("profile") and "year" in data else {}
        data |= {"organisation": ""} if self.label == "directory.entry" else {}
        data |= {"email": "new@example.org"} if self.label == "core.user" else {}
        data |= {"url": "https://new.example/data.json"} if "subscr" in self.label else {}
        return data | self.new_file() | self.described()

    def new_file(self):
        file = {Image: ("x.jpg", picture(size=(40, 40))), Document: ("x.txt", b"Sveiki.")}
        return {"file": SimpleUploadedFile(*file[type(self.row)])} if type(self.row) in file else {}

    def is_made(self, **asked):
        """Whether there is one row more than before, of the same owner."""
        rows = type(self.row).objects.exclude(pk=self.row.pk)
        made = rows.filter(**asked).order_by("-pk").first()
        return made is not None and self.owner_of_new(made) == rights.owner_of(self.row)

    def owner_of_new(self, made):
        """A partnership belongs to itself."""
        is_partnership = self.label == "partnership.partnership"
        return self.row.pk if is_partnership else rights.owner_of(made)

    def opens_empty_form(self):
        return self.client.get(address(self.row, "add")).status_code == 200

    def can_add(self):
        is_open = self.once(("add", self.label), self.opens_empty_form)
        self.post("add", self.new())
        return self.is_made(**{self.field: self.new_name()}) and is_open

    def can_bring_back(self):
        gone = Version.objects.get(pk=self.versions[1].pk)
        gone.pk, gone.object_id, gone.kind = None, KEY, Version.Kind.DELETED
        gone.save()
        query = f"?version={gone.pk}"
        page = self.client.get(address(self.row, "deleted"))
        is_listed = page.status_code == 200 and gone in page.context["versions"]
        form = self.client.get(address(self.row, "add") + query)
        is_shown = form.status_code == 200 and form.context.get("restored") == gone
        self.post("add", self.new(), query=query)
        assert is_listed == is_shown == self.is_made(pk=KEY)
        return is_listed

    def can_upload(self):
        file = SimpleUploadedFile("x.jpg", picture(size=(40, 40)))
        self.post("upload", {"files": [file], "owner": rights.owner_of(self.row) or ""})
        return self.is_made(original_name="x.jpg")

    def can_describe(self):
        names = {name: self.form.get(name, "") for name in ("licence", "focus_x", "focus_y")}
        names |= {"id": self.row.pk, "alt_lv": NEW, "alt_en": "Rewritten"}
        data = {f"form-0-{name}": value for name, value in names.items()}
        data |= {"form-TOTAL_FORMS": 1, "form-INITIAL_FORMS": 1, "all-licence": "cc0-1.0"}
        self.post("describe", data, query=f"?pk={self.row.pk}")
        return self.is_written()
