"""Prints what is larger than the budgets of docs/architecture.md; a smell, not an error.

`python -m bench.budgets`
"""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SKIPPED = {".venv", "var", "migrations", ".git"}
MODULE, FUNCTION, CLASS, TEMPLATE, CSS = 200, 25, 80, 80, 250


def files(pattern):
    found = ROOT.rglob(pattern)
    return sorted(path for path in found if not SKIPPED & set(path.relative_to(ROOT).parts))


def lines(path):
    return len(path.read_text().splitlines())


def long_definitions(path):
    """(name, lines, budget) of functions and classes that are too long; fields do not count."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef) and node.end_lineno - node.lineno >= FUNCTION:
            yield node.name, node.end_lineno - node.lineno + 1, FUNCTION
        elif isinstance(node, ast.ClassDef) and node.end_lineno - node.lineno >= CLASS:
            yield node.name, node.end_lineno - node.lineno + 1, CLASS


def main():
    for pattern, budget in (("*.py", MODULE), ("*.html", TEMPLATE), ("*.css", CSS)):
        for path in files(pattern):
            if lines(path) > budget:
                print(f"{path.relative_to(ROOT)}: {lines(path)} lines (budget {budget})")
    for path in files("*.py"):
        for name, length, budget in long_definitions(path):
            print(f"{path.relative_to(ROOT)}: {name} has {length} lines (budget {budget})")


if __name__ == "__main__":
    main()
