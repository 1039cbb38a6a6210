from django.core.management.base import BaseCommand, CommandError

from core.speaking import gettext as _
from core.speaking import speaking
from projects.models import Subscription
from projects.sync.asking import Wrong
from projects.sync.running import active, list_address, take_over


class Command(BaseCommand):
    help = _("Takes over the projects of other sites; run it every night (docs/sharing.md).")

    def add_arguments(self, parser):
        parser.add_argument("url", nargs="?", help=_("a site or its list; subscribes to it"))
        parser.add_argument("--all", action="store_true", help=_("also what has not changed"))

    @speaking()
    def handle(self, url=None, all=False, **options):
        wrong = []
        for subscription in self.subscriptions(url):
            outcome = take_over(subscription, everything=all)
            self.stdout.write(f"{subscription}: {outcome}")
            wrong += [f"{subscription}: {problem}" for problem in outcome.problems]
        if wrong:
            raise CommandError("\n".join(wrong))

    def subscriptions(self, url):
        if not url:
            return list(active())
        try:
            address = list_address(url)
            return [Subscription.objects.get_or_create(url=address)[0]]
        except Wrong as error:
            raise CommandError(str(error)) from None
