"""Pages of the administration about one forum: ideas from paper and tables, hand-over, archive."""
