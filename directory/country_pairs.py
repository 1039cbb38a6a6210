"""Cooperation in numbers: messages by the country of the sender and of the recipient."""

from dataclasses import dataclass

from django.db.models import Count, Q

from .messages import ContactMessage

State, Outcome = ContactMessage.State, ContactMessage.Outcome


@dataclass(frozen=True)
class Pair:
    """Numbers of messages that were passed on from one country to another; countries are codes of
    ISO 3166-1, empty when not known."""

    sender: str
    recipient: str
    relayed: int
    yes: int
    ongoing: int
    no: int

    @property
    def unanswered(self):
        return self.relayed - self.yes - self.ongoing - self.no


def pairs(messages):
    """`Pair`s of a QuerySet of messages, the most frequent first; the same before and after the
    people are forgotten."""
    counts = {each.value: Count("pk", filter=Q(outcome=each)) for each in Outcome}
    rows = messages.filter(state=State.RELAYED).order_by().values_list("country", "to_country")
    found = rows.annotate(relayed=Count("pk"), **counts)
    return sorted((Pair(*each) for each in found), key=lambda each: -each.relayed)
