"""The check of the links of all published pages, a job of its own."""
