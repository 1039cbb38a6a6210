"""Parts of the site are killed while people use it: nothing confirmed is lost or doubled."""
