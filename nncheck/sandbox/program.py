"""A submission's source -> its namespace, the names it defines, and what went wrong on the way."""

import __future__

import ast
import linecache
import os
import re
import sys
from collections.abc import Iterator
from types import CodeType, ModuleType, TracebackType
from typing import Any

from . import skim

NAME = "submission"  # of the module, so that `if __name__ == "__main__"` blocks do not run
MAX_PROBLEMS = 100
MAX_NAME, MAX_TEXT = 200, 2000
ADDRESS = re.compile(r"\b0x[0-9a-fA-F]{6,}")

_end = os._exit

Place = tuple[str, int]  # a cell's name and a line


class Program:
    """Cells parsed one after the other, and their statements, to be run in that order in one module."""

    def __init__(self, builtins: dict[str, Any]):
        module = ModuleType(NAME)
        sys.modules[NAME] = module
        self.namespace = vars(module)
        self.namespace["__builtins__"] = builtins
        self.defined: dict[str, Place] = {}
        self.problems: list[tuple[str, int, str]] = []
        self._statements: list[tuple[str, ast.stmt]] = []
        self._lines: dict[str, int] = {}  # how many each cell has
        self._flags = 0

    @property
    def statements(self) -> list[Place]:
        """Where each statement is."""
        return [(cell, statement.lineno) for cell, statement in self._statements]

    def parse(self, cell: str, source: str) -> None:
        """Take in one cell; one that does not parse is noted, and has no statements."""
        lines = [line + "\n" for line in source.split("\n")]
        self._lines[cell] = len(lines)
        linecache.cache[cell] = (len(source), None, lines, cell)  # for inspect.getsource
        try:
            tree = ast.parse(source, cell)
            names = dict(names_of(tree))
        except Exception as error:  # noqa: BLE001  syntax errors, and what a parser gives up on
            self._note(cell, getattr(error, "lineno", None) or 1, error)
            names = skim.defined(source)
        else:
            self._statements += [(cell, part) for statement in tree.body for part in parts(statement)]
        self.defined |= {name: (cell, line) for name, line in names.items()}

    def run(self, number: int) -> None:
        """Run one statement. One that raises is noted, and does not keep later ones from running."""
        cell, statement = self._statements[number]
        try:
            exec(self._compile(cell, statement), self.namespace)
        except SystemExit as error:
            _end(error.code if type(error.code) is int else int(error.code is not None))
        except BaseException as error:  # noqa: BLE001  whatever it is, it is the student's
            line = self.where(error.__traceback__)
            self._note(*(line or (cell, getattr(error, "lineno", None) or statement.lineno)), error)

    def _compile(self, cell: str, statement: ast.stmt) -> CodeType:
        if isinstance(statement, ast.ImportFrom) and statement.module == "__future__":
            features = [getattr(__future__, alias.name, None) for alias in statement.names]
            self._flags |= sum(feature.compiler_flag for feature in features if feature)
        tree = ast.Module(body=[statement], type_ignores=[])
        code: CodeType = compile(tree, cell, "exec", flags=self._flags, dont_inherit=True)
        return code

    def _note(self, cell: str, line: int, error: BaseException) -> None:
        name, text = described(error)
        if len(self.problems) < MAX_PROBLEMS:
            line = min(line, self._lines[cell])  # an error at the end is one line further
            self.problems.append((cell, line, f"{name}: {text}" if text else name))

    def where(self, traceback: TracebackType | None) -> Place | None:
        """The innermost line of the submission that a traceback passes through."""
        place = None
        while traceback is not None:
            cell = traceback.tb_frame.f_code.co_filename
            if cell in self._lines:
                place = (cell, traceback.tb_lineno)
            traceback = traceback.tb_next
        return place


def parts(statement: ast.stmt) -> list[ast.stmt]:
    """What is run in its place: an import of several modules one by one, as a refused one loses no other."""
    if not isinstance(statement, ast.Import):
        return [statement]
    return [ast.copy_location(ast.Import(names=[name]), statement) for name in statement.names]


def described(error: BaseException) -> tuple[str, str]:
    """An exception's class and text, which the exception itself may not want to tell."""
    try:
        if isinstance(error, SyntaxError):
            return type(error).__name__, plain(error.msg)
        return plain(type(error).__name__)[:MAX_NAME], plain(str(error))
    except BaseException:  # noqa: BLE001  its __str__ is the student's too
        return plain(type.__repr__(type(error)))[8:-2].rpartition(".")[2][
            :MAX_NAME
        ], "(an exception without a text)"


def plain(text: str) -> str:
    """A plain string of bounded length, without memory addresses, that can be encoded."""
    exact = "".join(("", text))[:MAX_TEXT]  # joined, because a subclass of str could slice as it likes
    return ADDRESS.sub("0x...", exact.encode("utf-8", "backslashreplace").decode())[:MAX_TEXT]


def names_of(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """The names that top-level code defines or assigns, wherever in it, with their lines; no imports."""
    collector = _Names()
    collector.visit(tree)
    yield from collector.found


class _Names(ast.NodeVisitor):
    def __init__(self) -> None:
        self.found: list[tuple[str, int]] = []

    def visit_FunctionDef(self, node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> None:
        self.found.append((node.name, node.lineno))

    visit_AsyncFunctionDef = visit_FunctionDef
    visit_ClassDef = visit_FunctionDef

    def visit_Lambda(self, node: ast.Lambda) -> None:
        """Its names are its own."""

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            self.generic_visit(node)

    def visit_comprehension(self, node: ast.comprehension) -> None:
        for part in (node.iter, *node.ifs):  # its targets are its own
            self.visit(part)

    def visit_Name(self, node: ast.Name) -> None:
        if isinstance(node.ctx, ast.Store):
            self.found.append((node.id, node.lineno))
