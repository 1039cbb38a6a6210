"""The table: what each role can do with each row. Whoever has a role works for one partnership.

Only actions that make sense for a kind of rows count (`possible`): a theme has no preview.
"""

from core.roles import AUTHOR, EDITOR, NETWORK_EDITOR, SITE_ADMINISTRATOR

ROLES = (AUTHOR, EDITOR, NETWORK_EDITOR, SITE_ADMINISTRATOR)

# Action → the page of the model's administration that it needs, if any.
ACTIONS = {
    "list": "changelist",
    "form": "change",
    "history": "history",
    "compare": "compare",
    "export": "export",
    "autocomplete": None,  # choose it in the form of another row
    "pick": None,  # choose it for a text
    "refer": None,  # follow the reference that a text holds
    "preview": "preview",
    "check": "check",  # what the page would lack if it were published
    "share": "share",  # then the link opens the page for anybody
    "presence": "presence",
    "draft": "discard",  # keep a draft of changes
    "add": "add",  # open the empty form, store a row of the same owner
    "change": "change",
    "inline": "change",  # add a part in the form of the row
    "restore": "compare",  # an old version
    "import": "import",  # a file that changes the row
    "discard": "discard",  # somebody else's draft
    "publish": "share",
    "delete": "delete",
    "bring-back": "deleted",
    "bulk-delete": "changelist",
    "bulk-publish": "share",
    "bulk-take-down": "share",
    "upload": "upload",  # several pictures of the same owner
    "describe": "describe",  # on the page for several pictures
    "take-over": "take_over",  # what another site keeps
    "read-folder": "folder",  # the mails of a site without a mail server
    "make-draft": "confirm",  # a draft project of a saved page
    "set-aside": "aside",
    "retry": "retry",  # a mail that was given up
    "invite": "invite",
    "end-sessions": "end-sessions",
    "remove-second-factor": "remove-second-factor",
    "password": "password",
    "report": "report",  # figures of a project, beside those handed in
    "freeze": "freeze",
    # Events and the people who come to them.
    "people": "people",
    "add-person": "add_person",
    "attend": "attendance",
    "move-up": "move_up",
    "withdraw": "withdraw",
    "people-table": "people_table",
    "sheet": "sheet",
    "write": "message",
    "call-off": "cancel",
    "close": "close",
    "reopen": "reopen",
    "duplicate": "duplicate",
}

CHOOSE = "autocomplete pick refer"
LOOK = f"list form export report {CHOOSE}"
SEE = f"{LOOK} history compare"
PREPARE = f"{SEE} preview check share presence draft"
MAKE = "add bring-back upload"  # new rows of the same owner
CHANGE = f"{PREPARE} change inline restore import discard describe"
PUBLISH = f"{CHANGE} publish freeze bulk-publish bulk-take-down"
REMOVE = "delete bulk-delete"
ALL = f"{PUBLISH} {MAKE} {REMOVE}"
DRAFTS = f"{CHANGE} {MAKE} {REMOVE}"
TAKE_OUT = "people people-table sheet"  # names and e-mail addresses
RECEIVE = f"{TAKE_OUT} add-person attend move-up withdraw write call-off close reopen duplicate"
ACCOUNT = "list form history change add invite end-sessions remove-second-factor password"
HIDDEN = "list form refer history compare presence draft change restore discard add upload describe"
SETTING = "form history compare presence draft change restore discard"

# Row → what an author, an editor, a network editor and a site administrator can do with it.
TABLE = {
    "own draft": (DRAFTS, ALL, ALL, SEE),
    "own public": (f"{PREPARE} {MAKE}", ALL, ALL, SEE),
    "foreign draft": ("", "", ALL, SEE),
    "foreign public": (CHOOSE, CHOOSE, ALL, SEE),
    "shared draft": (LOOK, LOOK, ALL, SEE),
    "shared public": (LOOK, LOOK, ALL, SEE),
    "ownerless draft": ("", "", ALL, SEE),
    "own post": (DRAFTS, ALL, ALL, SEE),
    "foreign post": ("", "", ALL, SEE),
    "foreign public post": ("pick refer", "pick refer", ALL, SEE),
    # An event with people is not deleted.
    "own event": (
        f"{CHANGE} {MAKE} duplicate",
        f"{PUBLISH} {MAKE} {RECEIVE}",
        f"{PUBLISH} {MAKE} {RECEIVE}",
        f"{SEE} {TAKE_OUT}",
    ),
    "foreign event": ("", "", f"{PUBLISH} {MAKE} {RECEIVE}", f"{SEE} {TAKE_OUT}"),
    "own series": (DRAFTS, ALL, ALL, SEE),
    "foreign public series": (CHOOSE, CHOOSE, ALL, SEE),
    "own item": (DRAFTS, ALL, ALL, SEE),
    "foreign item": ("", "", ALL, SEE),
    "foreign staff item": ("pick refer", "pick refer", ALL, SEE),
    "own forum": (DRAFTS, ALL, ALL, SEE),
    "foreign forum": ("", "", ALL, SEE),
    "own ideathon": (DRAFTS, ALL, ALL, SEE),
    "foreign ideathon": ("", "", ALL, SEE),
    # The desk decides what is published, not the form.
    "own idea": (f"{CHANGE} {MAKE}",) + (f"{CHANGE} {MAKE} {REMOVE}",) * 2 + (SEE,),
    "foreign idea": ("", "", f"{CHANGE} {MAKE} {REMOVE}", SEE),
    "own solution": (f"{CHANGE} {MAKE}",) + (f"{CHANGE} {MAKE} {REMOVE}",) * 2 + (SEE,),
    "foreign solution": ("", "", f"{CHANGE} {MAKE} {REMOVE}", SEE),
    # Authors write needs and resources in the form of their draft, and take them out before
    # they delete it.
    "own community": (f"{CHANGE} {MAKE}", ALL, ALL, SEE),
    "foreign public community": (CHOOSE, CHOOSE, ALL, SEE),
    "own need": (SEE, ALL, ALL, SEE),
    "foreign need": ("", "", ALL, SEE),
    "own profile": ("",) + (f"list form history change add {REMOVE}",) * 2 + ("list form history",),
    "foreign profile": (
        *("", "", f"list form history change add {REMOVE}"),
        "list form history",
    ),
    "own entry": (DRAFTS, ALL, ALL, SEE),
    "foreign entry": ("", "", ALL, SEE),
    "own listing": (DRAFTS, ALL, ALL, SEE),
    "foreign listing": ("", "", ALL, SEE),
    "own contact": ("", f"{CHANGE} {MAKE} {REMOVE}", f"{CHANGE} {MAKE} {REMOVE}", SEE),
    "foreign contact": ("", "", f"{CHANGE} {MAKE} {REMOVE}", SEE),
    # Written by visitors: nobody changes one.
    "own message": ("",) + ("list form history",) * 3,
    "foreign message": ("", "") + ("list form history",) * 2,
    "own page": (DRAFTS, ALL, ALL, SEE),
    "foreign page": ("", "", ALL, SEE),
    # A partnership with pages of its own is not deleted, nor is the organisation behind one.
    "own partnership": (SEE, PUBLISH, f"{PUBLISH} {MAKE}", SEE),
    "foreign partnership": (CHOOSE, CHOOSE, f"{PUBLISH} {MAKE}", SEE),
    "own organisation": (SEE, f"{CHANGE} {MAKE}", f"{CHANGE} {MAKE}", SEE),
    "foreign organisation": (LOOK, LOOK, f"{CHANGE} {MAKE}", SEE),
    "own partner": (SEE, ALL, ALL, SEE),
    "ownerless partner": (LOOK, LOOK, ALL, SEE),
    "own person": (SEE, ALL, ALL, SEE),
    "own private person": (SEE, ALL, ALL, SEE),
    "foreign person": (CHOOSE, CHOOSE, ALL, SEE),
    "foreign private person": ("", "", ALL, SEE),
    "own office": (SEE, ALL, ALL, SEE),
    "foreign office": ("", "", ALL, SEE),
    # The first is in a draft, the second in a public page; both projects are foreign.
    "own part": (CHANGE, CHANGE, f"{CHANGE} delete", SEE),
    "own public part": (PREPARE, CHANGE, f"{CHANGE} delete", SEE),
    "foreign part": ("", "", f"{CHANGE} delete", SEE),
    "used programme": ("list form autocomplete pick refer",) * 2 + (f"{PUBLISH} {MAKE}",) * 2,
    "draft programme": ("list form autocomplete",) * 2 + (ALL, ALL),
    "used fund": (LOOK, LOOK, f"{CHANGE} {MAKE}", f"{CHANGE} {MAKE}"),
    "fund": (LOOK, LOOK, ALL, ALL),
    "theme": (LOOK, LOOK, ALL, ALL),
    "sector": (LOOK, LOOK, ALL, ALL),
    "territory": (LOOK, LOOK, ALL, ALL),
    "glossary term": (LOOK, LOOK, ALL, ALL),
    "acknowledgement rule": (LOOK, LOOK, ALL, ALL),
    "site profile": ("", "", SETTING, SETTING),
    "site acknowledgement": ("", "", ALL, ALL),
    "old address": ("", "", ALL, ALL),
    "subscription": ("", "", f"{ALL} take-over", f"{ALL} take-over"),
    "synonyms": ("", "", ALL, ALL),
    "miss": ("list form history",) * 4,
    "own broken link": ("list form history",) * 4,
    "foreign broken link": ("", "", "list form history", "list form history"),
    "own fault": ("list form history",) * 4,
    "foreign fault": ("", "", "list form history", "list form history"),
    "own saved page": (
        *("list form history make-draft set-aside",) * 3,
        "list form history",
    ),
    "foreign saved page": (
        *("", "", "list form history make-draft set-aside", "list form history"),
    ),
    "mail": ("", "") + ("list form history read-folder retry",) * 2,
    "log entry": ("", "", "", "list form history"),
    "account": ("", "", "", ACCOUNT),
    "superuser": ("", "", "", ""),
    "own picture": (f"{DRAFTS}", ALL, ALL, SEE),
    "own used picture": (f"{SEE} add upload", f"{CHANGE} {MAKE}", f"{CHANGE} {MAKE}", SEE),
    "own new picture": (f"{HIDDEN} {REMOVE}",) * 3 + ("list form history compare refer",),
    "foreign picture": (LOOK, LOOK, ALL, SEE),
    "foreign new picture": ("list form refer",) * 2
    + (f"{HIDDEN} {REMOVE}", "list form history compare refer"),
    "ownerless picture": (LOOK, LOOK, ALL, SEE),
    "own document": (DRAFTS, ALL, ALL, SEE),
    "own used document": (f"{SEE} add", f"{CHANGE} {MAKE}", f"{CHANGE} {MAKE}", SEE),
    "foreign document": (LOOK, LOOK, ALL, SEE),
}
