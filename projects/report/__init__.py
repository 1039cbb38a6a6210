"""The report on a project that its funder asks for: counted from rows, frozen when handed in."""
