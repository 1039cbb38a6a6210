"""How pages read much by few questions to the database, whose SQL is made and planned once."""

from .reading import Reading, ReadingOfRare, fill
from .statement import Parameter

__all__ = ["Parameter", "Reading", "ReadingOfRare", "fill"]
