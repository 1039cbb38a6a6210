"""Projects of another site shown here: fetch, judge, write; what is wrong changes nothing."""
