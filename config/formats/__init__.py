"""How dates and times are written in the administration, where Django's own way does not fit."""
