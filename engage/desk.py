"""The moderation desk: one page over everything that waits for a decision, of all kinds."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import IntegrityError, transaction
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.admin.robust import is_key

from . import waiting
from .decisions import Hindered, decide
from .desk_lines import DOINGS, key_of, line
from .moderation import Moderated, NotAllowed, locked

State = Moderated.State
PER_PAGE = 20
# What the page shows: what waits, the oldest first; what was decided, the newest first.
SHOWN = {
    "": ([State.PENDING], "pending_at"),
    "decided": (list(Moderated.DECISIONS), "-decided_at"),
}


@admin.site.admin_view
def desk(request):
    """The page; a decision is sent to it by POST."""
    if not waiting.kinds_of(request.user):
        raise PermissionDenied
    if request.method == "POST":
        return decided(request)
    return shown(request)


def shown(request, typed=None, status=200):
    """The page, after a mistake with what was `typed` into it."""
    user = request.user
    piles = waiting.piles_of(user)
    kind, show = request.GET.get("kind", ""), request.GET.get("show", "")
    show = show if show in SHOWN else ""
    models = [each.model for each in piles if kind in ("", each.label)]
    models = models or [each.model for each in piles]
    pages = Paginator(waiting.keys_of(user, models, *SHOWN[show]), PER_PAGE)
    page = pages.get_page(request.GET.get("page"))
    rows = waiting.rows_by_key(user, page.object_list)
    context = {
        **admin.site.each_context(request),
        "title": _("What visitors sent in"),
        "piles": piles,
        "number": sum(each.number for each in piles),
        "kind": kind,
        "show": show,
        "page": page,
        "lines": [line(user, rows[each[:2]]) for each in page.object_list if each[:2] in rows],
        "reason": (typed or {}).get("reason", ""),
        "chosen": typed.getlist("chosen") if typed else [],
        "typed_for": typed.get("do", "").partition("|")[2] if typed else "",
    }
    return TemplateResponse(request, "admin/engage/desk.html", context, status=status)


def decided(request):
    """Carry out what a button of the page says, for one row or all that are ticked."""
    button, _mark, key = request.POST.get("do", "").partition("|")
    keys = [key] if key else request.POST.getlist("chosen")
    reason = request.POST.get(f"reason|{key}" if key else "reason", "").replace("\0", "")
    problem = ""
    if button not in DOINGS:
        problem = _("Choose what is to be done.")
    elif not keys:
        problem = _("Tick at least one row.")
    elif button in Moderated.WITH_REASON and not reason.strip():
        problem = _("Write the reason: the visitor is told it.")
    if problem:
        messages.error(request, problem)
        return shown(request, request.POST, status=422)
    carry_out(request, keys[:PER_PAGE], button, reason)
    return HttpResponseRedirect(request.get_full_path())


def carry_out(request, keys, to, reason):
    """Decide on each row by itself, and say what became of them."""
    pairs = [(label, int(pk)) for label, _mark, pk in map(parted, keys) if is_key(pk)]
    rows, number = waiting.rows_by_key(request.user, pairs), 0
    for row in rows.values():
        read = request.POST.get(f"read|{key_of(row)}")
        try:
            decide_as_read(read, row=row, to=to, by=request.user, reason=reason)
        except Unread:
            told = _("“%(row)s” has been changed meanwhile: read it, then decide.") % {"row": row}
            messages.warning(request, told)
        except NotAllowed as error:
            now = State(error.state).label
            told = _("“%(row)s” was decided meanwhile: %(state)s.") % {"row": row, "state": now}
            messages.warning(request, told)
        except Hindered as error:
            messages.error(request, f"“{row}”: {error}")
        except IntegrityError:
            told = _("“%(row)s” lacks something that this needs; open its form.") % {"row": row}
            messages.error(request, told)
        else:
            number += 1
    if number:
        told = ngettext("%(number)s decision is made.", "%(number)s decisions are made.", number)
        messages.success(request, told % {"number": number})
    if len(rows) < len(keys):
        messages.warning(request, _("Some of these rows are not there any more."))


class Unread(Exception):
    """The visitor has changed the row since it was shown."""


@transaction.atomic
def decide_as_read(read, *, row, by, **decision):
    """Decide on what the moderator has read: `read` is the mark of the line that was shown."""
    if read and line(by, locked(row)).mark != read:
        raise Unread
    decide(row=row, by=by, **decision)


def parted(key):
    return key.partition(":")
