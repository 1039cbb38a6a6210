"""The five roles that every installation has, as groups with the rights of this table.

A role says what somebody may do; the partnerships of the person say with which rows
(`core.rights`). A person may have several roles, as in a small office.
"""

from django.apps import apps
from django.contrib.auth.management import create_permissions

AUTHOR = "Author"
MODERATOR = "Moderator"
EDITOR = "Editor"
NETWORK_EDITOR = "Network editor"
SITE_ADMINISTRATOR = "Site administrator"
ROLES = (AUTHOR, MODERATOR, EDITOR, NETWORK_EDITOR, SITE_ADMINISTRATOR)

VIEW, DRAFT = {"view"}, {"view", "add", "change", "delete"}
WRITE = {"view", "add", "change", "delete", "publish"}
KEEP = {"view", "change", "publish"}
# What staff look up while they write; the site as a whole owns it.
TERMS = (
    "projects.fund projects.theme projects.programme partnership.territory pages.glossaryterm"
    " directory.sector"
)
SITE = "pages.siteprofile projects.siteacknowledgement"
RULES = "projects.acknowledgementrule"
PAGES = (
    "projects.project news.post pages.page library.item events.event events.series ideas.forum"
    " ideas.ideathon directory.community"
)
# What visitors send in: whoever may publish decides and answers.
IDEAS = "ideas.idea ideas.solution"
LISTED = "directory.entry directory.listing"  # sent in by visitors, or made by staff
ENTRIES = "directory.communityentry"  # needs and resources; authors write them in their drafts
PROFILES = "directory.organisationprofile"
SUGGESTED = "directory.suggestion"  # what should be corrected
SAVED = "moving.savedpage"  # pages of other sites that may become projects
FILES = "core.image core.document"
BODIES = "partnership.organisation partnership.person partnership.office"
CONTACTS = "directory.contactpoint"  # private addresses
LETTERS = "directory.contactmessage"  # what visitors write to others
ADDRESSES = "core.oldaddress"
SYNONYMS = "search.synonyms"
# What all staff see: found by machines or counted, never typed by them.
FINDINGS = "core.brokenlink core.fault search.miss"
PEOPLE = "events.registration ideas.juror"  # who comes, who scores: names and addresses
MAILS = "engage.outbox"  # to visitors; who may change them may try again what was given up

# Role → models → what the role may do with their rows. Publishing is a right of its own.
RIGHTS = {
    AUTHOR: {
        PAGES: DRAFT,
        IDEAS: {"view", "add", "change"},
        LISTED: DRAFT,
        FILES: DRAFT,
        SAVED: {"view", "change"},
        "projects.participation": {"view", "change"},
        f"partnership.partnership {BODIES} {TERMS} {RULES} {FINDINGS} {ENTRIES}": VIEW,
    },
    # What visitors send in: who may publish decides.
    MODERATOR: {f"{IDEAS} {LISTED} {PROFILES} {SUGGESTED}": KEEP},
    EDITOR: {
        f"{PAGES} {IDEAS} {LISTED}": WRITE,
        f"{FILES} {BODIES}": WRITE,
        "partnership.partnership projects.participation": KEEP,
        PEOPLE: {"view", "change", "export"},
        SAVED: {"view", "change"},
        f"{CONTACTS} {ENTRIES}": DRAFT,
        PROFILES: WRITE,
        SUGGESTED: KEEP,
        LETTERS: {"view", "change"},
        f"{TERMS} {RULES} {FINDINGS}": VIEW,
    },
    NETWORK_EDITOR: {
        f"{PAGES} {IDEAS} {FILES} {BODIES} {TERMS} {SITE} {RULES} {ADDRESSES} {SYNONYMS}": WRITE,
        f"partnership.partnership {LISTED}": WRITE,
        "projects.participation": KEEP,
        "projects.subscription": WRITE,
        PEOPLE: {"view", "change", "export"},
        SAVED: {"view", "change"},
        f"{CONTACTS} {ENTRIES}": DRAFT,
        PROFILES: WRITE,
        SUGGESTED: KEEP,
        LETTERS: {"view", "change"},
        MAILS: {"view", "change"},
        FINDINGS: VIEW,
    },
    SITE_ADMINISTRATOR: {
        f"{TERMS} {SITE} {RULES} {ADDRESSES} {SYNONYMS} projects.subscription": WRITE,
        f"{PAGES} {IDEAS} {LISTED} {FILES} {BODIES}": VIEW,
        "partnership.partnership projects.participation": VIEW,
        "core.user": {"view", "add", "change"},
        PEOPLE: {"view", "export"},
        f"{CONTACTS} {LETTERS} {ENTRIES} {PROFILES} {SUGGESTED} {SAVED}": VIEW,
        MAILS: {"view", "change"},
        f"{FINDINGS} core.auditentry auth.group": VIEW,
    },
}
REACH_ALL = (NETWORK_EDITOR, SITE_ADMINISTRATOR)


def rights_of(role):
    """{"app.action_model", …} of a role."""
    names = {"core.reach_every_partnership"} if role in REACH_ALL else set()
    for models, actions in RIGHTS[role].items():
        for label in models.split():
            app, model = label.split(".")
            names |= {f"{app}.{action}_{model}" for action in actions}
    return names


def make_groups(using="default", **kwargs):
    """Give every role exactly its rights; runs after every migrate and may run again.

    Django makes the permissions of one app after another, so they are completed here first.
    """
    for app in apps.get_app_configs():
        create_permissions(app, verbosity=0, using=using)
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    every = {
        f"{each.content_type.app_label}.{each.codename}": each
        for each in Permission.objects.using(using).select_related("content_type")
    }
    for role in ROLES:
        group = Group.objects.using(using).get_or_create(name=role)[0]
        group.permissions.set([every[name] for name in rights_of(role) if name in every])
