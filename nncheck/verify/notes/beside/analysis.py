"""The pieces of notes -> their programs, each with the outputs that are shown for it. Parses, never runs."""

import ast
import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from nncheck.verify.notes.beside.commented import Reader, loose_outputs, uncommented
from nncheck.verify.notes.beside.recognise import COLLAPSED, dedented, is_program, parses, runs
from nncheck.verify.notes.beside.shapes import has_number, is_value

PROMPT = re.compile(r"([ \t]*)(>>>|\.\.\.)(?: |$)")
SHELL = re.compile(r"[ \t]*(?:\$|%|>)[ \t]")
NEAR = 1  # line of prose at most between a program and its output, such as "Output:"
ON_LINE = re.compile(r" \(?on line \d+\)?| \(detected at line \d+\)")  # counted from the program's first
DEFINES = re.compile(r"\b(?:def|class)[ ]+(\w+)|\b([A-Za-z_]\w*)[ ]*=(?!=)")

Program = dict[str, Any]


def analyse(request: str) -> str:
    """The programs in pieces of notes, as JSON both ways."""
    analyst = Analyst()
    for number, (kind, lines) in enumerate(json.loads(request)):
        analyst.take(number, kind, lines)
    return json.dumps(analyst.programs)


class Analyst:
    """Goes through the pieces in order, as a reader does."""

    def __init__(self) -> None:
        self.programs: list[Program] = []
        self._latest: Program | None = None  # the program that an output would belong to

    def take(self, piece: int, kind: str, lines: Sequence[str]) -> None:
        """One more piece."""
        getattr(self, f"_take_{kind}")(piece, lines)

    def _take_python(self, piece: int, lines: Sequence[str]) -> None:
        if any(PROMPT.match(line) and line.lstrip().startswith(">>>") for line in lines) and not parses(
            lines
        ):
            self._sessions(piece, lines)
        elif any(line.strip() for line in lines):
            self._add(program(piece, 0, lines))
            if any(line.lstrip().startswith(">>> ") for line in lines):
                latest = self._latest
                self._sessions(piece, lines)  # in its docstrings
                self._latest = latest

    def _take_unlabelled(self, piece: int, lines: Sequence[str]) -> None:
        """A block that does not say what it is."""
        if any(line.lstrip().startswith(("```", "~~~")) for line in lines):
            self._latest = None  # it shows how Markdown is written
        elif any(line.lstrip().startswith(">>>") for line in lines):
            self._sessions(piece, lines)
        elif is_program(lines) and (parses(lines) or not self._latest):
            self._add(program(piece, 0, lines))
        elif self._latest:
            self._take_output(piece, lines)

    def _take_output(self, piece: int, lines: Sequence[str]) -> None:
        if any(line.lstrip().startswith(">>>") for line in lines):
            self._sessions(piece, lines)
        elif self._latest and not any(map(SHELL.match, lines)):
            self._attach(piece, 0, lines, "block")
            self._latest = None

    def _take_stdout(self, piece: int, lines: Sequence[str]) -> None:
        self._attach(piece, 0, lines, "stdout")

    def _take_result(self, piece: int, lines: Sequence[str]) -> None:
        self._attach(piece, 0, lines, "result")

    def _take_other(self, piece: int, lines: Sequence[str]) -> None:
        """A block in another language."""
        self._latest = None

    def _take_text(self, piece: int, lines: Sequence[str]) -> None:
        start = self._indented_output(piece, lines)
        sessions = list(session_runs(lines))
        asked = {number for first, end in sessions for number in range(first, end)}
        rest = ["" if number in asked else line for number, line in enumerate(lines)]
        found = sorted([*sessions, *(run for run in runs(rest) if run[0] >= start)])
        for first, end in found:
            made = session if first in asked else program
            self._add(made(piece, first, lines[first:end]))
        after = lines[found[-1][1] if found else start :]
        if sum(bool(line.strip()) for line in after) > NEAR:
            self._latest = None

    def _indented_output(self, piece: int, lines: Sequence[str]) -> int:
        """Takes the indented lines below a program, as notebooks become Markdown; gives where they end."""
        first = next((n for n, line in enumerate(lines) if line.strip()), len(lines))
        end = first
        while end < len(lines) and (lines[end].startswith(("    ", "\t")) or not lines[end].strip()):
            end += 1
        block = lines[first:end]
        shown = any(map(has_number, block)) and any(map(is_value, filter(str.strip, block)))
        if not self._latest or not shown or is_program(block):
            return 0
        self._attach(piece, first, block, "block")
        self._latest = None
        return end

    def _attach(self, piece: int, first: int, lines: Sequence[str], mode: str) -> None:
        shown = [(number, 0, line) for number, line in enumerate(lines, start=1)]
        if self._latest is None or not any(map(has_number, lines)):
            return
        bare = (line.strip() for line in reversed(self._latest["source"].split("\n")))
        code = next((line for line in bare if line and not line.startswith("#")), "")
        output = {"mode": mode, "targets": [], "text": shown, "certain": True, "code": code}
        self._latest["outputs"].append(placed(output, piece, first, 0))

    def _add(self, program: Program) -> None:
        self.programs.append(program)
        self._latest = program

    def _sessions(self, piece: int, lines: Sequence[str]) -> None:
        """What an interpreter was asked, and what it said."""
        for first, end in session_runs(lines):
            self._add(session(piece, first, lines[first:end]))
        self._latest = None


def session_runs(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where sessions are: the first line, and the one behind the last."""
    number = 0
    while number < len(lines):
        if lines[number].lstrip().startswith(">>>"):
            end = _session_end(lines, number)
            yield number, end
            number = end
        number += 1


def program(piece: int, first: int, lines: Sequence[str]) -> Program:
    """The program on these lines, which begin with line `first` of a piece."""
    original, width = dedented(lines)
    found: Program = {
        **{"piece": piece, "first": first, "end": first + len(lines), "source": original},
        **{"problem": None, "problem_line": 0, "binds": [], "outputs": [], "shows": [], "assigns": []},
        "interactive": False,
    }
    try:
        source = uncommented(original)
        tree = ast.parse(source)
        if not tree.body and COLLAPSED.search(original):
            raise SyntaxError("several statements on one line of a comment")
        outputs = list(Reader(source, original).outputs())
    except Exception as error:  # noqa: BLE001  syntax errors, and what a parser gives up on
        message = getattr(error, "msg", None) or type(error).__name__
        found["problem"] = ON_LINE.sub("", message)
        found["problem_line"] = min(getattr(error, "lineno", None) or 1, len(lines))
        found["binds"] = sorted({one or other for one, other in DEFINES.findall(original)})
        found["outputs"] = [placed(each, piece, first, 0) for each in loose_outputs(lines)]
        return found
    found["source"] = source
    found["binds"] = bound(tree)
    for wish in ("shows", "assigns"):
        found[wish] = [each["targets"][0][0][0] for each in outputs if each.pop(wish)]
    found["outputs"] = [placed(each, piece, first, width) for each in outputs]
    return found


def session(piece: int, first: int, lines: Sequence[str]) -> Program:
    """The program that was typed in behind prompts; every expression shows its value."""
    code, outputs, begun = [], [], 0
    shown: list[tuple[int, int, str]] = []
    for number, line in enumerate(lines, start=1):
        prompt = PROMPT.match(line)
        is_code = prompt is not None and (prompt[2] == ">>>" or not shown)
        if is_code and prompt is not None:
            outputs += _answer(begun, number - 1, shown, lines)
            shown = []
            begun = number if prompt[2] == ">>>" else begun
        elif line.strip():
            shown.append((number, 0, line))
        code.append(line[prompt.end() :] if is_code and prompt else "")
    outputs += _answer(begun, len(lines), shown, lines)
    found = program(piece, first, code)
    found["outputs"] = [placed(each, piece, first, 0) for each in outputs]
    found["shows"] = list(range(1, len(lines) + 1))
    found["interactive"] = True
    return found


def _answer(
    begun: int, end: int, shown: list[tuple[int, int, str]], lines: Sequence[str]
) -> list[dict[str, Any]]:
    texts = [text for _, _, text in shown]
    if not any(map(has_number, texts)) or texts[0].lstrip().startswith("Traceback"):
        return []
    code = PROMPT.sub("", lines[begun - 1], count=1).strip()
    output = {"mode": "during", "targets": [[[begun, end]]], "text": shown, "certain": True, "code": code}
    return [output]


def _session_end(lines: Sequence[str], number: int) -> int:
    """Behind the last line of a session: the first blank one with no prompt behind it, or closing quotes."""
    while number < len(lines):
        text = lines[number].strip()
        following = lines[number + 1].lstrip() if number + 1 < len(lines) else ""
        if text.startswith(('"""', "'''", "```")) or (not text and not following.startswith(">>>")):
            return number
        number += 1
    return number


def placed(output: dict[str, Any], piece: int, first: int, width: int) -> dict[str, Any]:
    """The output with the places of its text in the piece."""
    return {
        **output,
        "piece": piece,
        "text": [(first + row - 1, column + width, part) for row, column, part in output["text"]],
    }


def bound(tree: ast.Module) -> list[str]:
    """The names that a program binds at its top level."""
    found: set[str] = set()
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            found.add(node.name)
            continue
        if isinstance(node, ast.Import | ast.ImportFrom):
            found |= {(alias.asname or alias.name).partition(".")[0] for alias in node.names}
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found.add(node.id)
        waiting += ast.iter_child_nodes(node)
    return sorted(found)
