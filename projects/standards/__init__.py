"""Projects in the formats that officials and funders already use, one module for each.

Every writer takes the rows of a list and its `Listing`, as those of `opendata.records` do.
"""
