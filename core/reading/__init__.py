"""How pages read much by few questions to the database, whose SQL is made and planned once."""

from .reading import Reading, ReadingOfRare, fill
from .statement import KeysOf, Parameter

__all__ = ["KeysOf", "Parameter", "Reading", "ReadingOfRare", "fill"]
