"""Papers that are made from what they tell about: the data model, the licences, the statement."""
