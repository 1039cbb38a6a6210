"""Events in the administration: who comes, papers and messages, and the end of an event."""
