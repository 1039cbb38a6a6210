"""Run by `typesetting` in a process of its own: typeset `main.typ` of the folder it is given.

Usage: typeset.py FOLDER pdf|png DOTS FONT_FOLDER… – the result is `out.pdf` or `out.png` there;
DOTS are those of a picture, in an inch.
Imports nothing of the site, so that it starts at once and has nothing to give away.
"""

import resource
import sys

import typst

MEMORY = 2 * 1024**3  # bytes of addresses
SECONDS = 15  # of the processor


def typeset(folder, kind, dots, font_folders):
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=font_folders
    )
    compiler = typst.Compiler(root=folder, font_paths=fonts, package_path=folder)
    options = {"pdf_standards": ["ua-1"]} if kind == "pdf" else {"ppi": dots}
    compiler.compile(f"{folder}/main.typ", output=f"{folder}/out.{kind}", format=kind, **options)


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    typeset(sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4:])
