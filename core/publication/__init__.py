"""The publication check: what a page lacks, with the rule that asks for it; nothing is stored."""
