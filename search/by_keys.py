"""Things of a page that are read when somebody wants more of them than their keys."""

from abc import abstractmethod
from collections.abc import Sequence
from functools import cached_property


class ByKeys(Sequence):
    """In the order of `keys`; what is not public any more is left out."""

    def __init__(self, keys):
        self.keys = keys

    @abstractmethod
    def read(self, keys):
        """{key: thing} of those that are public."""

    @cached_property
    def things(self):
        found = self.read(self.keys)
        return [found[key] for key in self.keys if key in found]

    def __len__(self):
        return len(self.keys)

    def __getitem__(self, place):
        return self.things[place]

    def __iter__(self):
        return iter(self.things)
