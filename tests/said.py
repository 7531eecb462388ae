"""What modules say to students, by their source: every string in it that is prose."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from nncheck.language.template import HOLE

ROOT = Path(__file__).resolve().parent.parent
PROSE = re.compile(r"[A-Za-z']{2,},? [A-Za-z']{2,}")
# Modules whose strings end up in a result or a report, and whether what they raise is read by students.
SPEAKING = {
    "judge/*.py": False,
    "diagnose/*.py": False,
    "spec/properties.py": False,
    "interview.py": False,
    "examination.py": False,
    "telling.py": False,
    "withholding.py": False,
    "elsewhere.py": False,
    "devices.py": False,
    "pipeline.py": False,
    "selection.py": False,
    "sandbox/exchange.py": False,
    "sandbox/work.py": False,
    "sandbox/on_device.py": False,
    "sandbox/encoder.py": True,
    "sandbox/guard.py": True,
    "sandbox/tensors.py": False,
    "submission.py": True,
    "batch/run.py": False,
    "report/text.py": False,
    "report/summary.py": False,
    "report/failure.py": False,
    "report/comparison.py": False,
    "report/changes.py": False,
    "cli/watching.py": False,
}


def said_in(package: Path) -> Iterator[tuple[str, str]]:
    """Every string, with the module and line that says it; in place of what is filled in stands {}."""
    for pattern, raising in SPEAKING.items():
        for path in sorted(package.glob(pattern)):
            tree = ast.parse(path.read_text("utf-8"))
            for node in _spoken(tree, raising):
                if PROSE.search(text := _text(node)):
                    yield text, f"{path.relative_to(package)}:{node.lineno}"


def _spoken(node: ast.AST, raising: bool) -> Iterator[ast.Constant | ast.JoinedStr]:
    """The strings of a tree but for docstrings, and for what is raised where nobody reads that."""
    if isinstance(node, ast.Raise) and not raising:
        return
    if isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str)):
        yield node
    if isinstance(node, ast.JoinedStr):
        filled = [part.value for part in node.values if isinstance(part, ast.FormattedValue)]
        for each in filled:
            yield from _spoken(each, raising)
        return
    for child in ast.iter_child_nodes(node):
        docstring = isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)
        if not docstring:
            yield from _spoken(child, raising)


def _text(node: ast.Constant | ast.JoinedStr) -> str:
    if isinstance(node, ast.Constant):
        return HOLE.sub("{}", str(node.value))
    return "".join(
        HOLE.sub("{}", str(part.value)) if isinstance(part, ast.Constant) else "{}" for part in node.values
    )


def is_covered(text: str, msgids: list[str]) -> bool:
    """Whether a string is a part of something that is translated."""
    pattern = ".+?".join(map(re.escape, text.strip(" :;,()").split("{}")))
    return any(re.search(pattern, HOLE.sub("{}", msgid)) for msgid in msgids)


# --- what is left in English --------------------------------------------------------------------

ENGLISH_RUN = re.compile(r"(?<!\w)[A-Za-z']{2,}(?: [A-Za-z']{2,}){2,}(?!\w)")
# From there on speaks the student's exception, in its own words.
QUOTED = re.compile(
    r"(?:引发了 \w+：|内存不足（|\b\w*(?:Error|Exception|Warning|Interrupt)[:：]).*", re.DOTALL
)
CODE = re.compile(r"--[\w-]+ \w+|nncheck(?: \w+)+")


def left_in_english(text: str) -> list[str]:
    """Three English words and more in a row, but for exceptions and commands."""
    return ENGLISH_RUN.findall(CODE.sub("", QUOTED.sub("", text)))
