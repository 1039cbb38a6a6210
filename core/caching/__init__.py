"""The page cache is files: published pages, kept ready in a folder that lives until a change.

Whatever a visitor without a cookie asks for is kept, compressed, in the folder `current` of this
machine; a web server in front sends it from there, else `wsgi.KeptPages` does. Every commit that
may change a page, and every moment at which one changes by itself, makes `current` a new, empty
folder: nothing is ever taken out piece by piece. The reasons stand in decision 18.
"""
