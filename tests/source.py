"""The program's own source, parsed once for all tests that look into it."""

import ast
from functools import cache
from pathlib import Path

from tests import ROOT


@cache
def nodes() -> tuple[tuple[Path, tuple[ast.AST, ...]], ...]:
    """Every module of the program with its nodes, the outer before the inner."""
    return tuple(
        (path.relative_to(ROOT), tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8")))))
        for path in sorted((ROOT / "bfx_help").rglob("*.py"))
    )
