"""Tables that go out and come back: CSV and XLSX files of rows, in both languages.

`tables` reads and writes files, `cells` and `references` say how one value stands in a cell,
`resource` puts the cells of a row into the database within the person's rights, `outcome` tells
what an import would change. docs/decisions/0008-import-and-export.md gives the rules.
"""
