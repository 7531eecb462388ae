"""Lines of plain text -> the runs of them that are Python programs.

A line looks like code when it begins as a statement does (import, def, an assignment, a call, ...) and
holds no Chinese, Japanese or Korean outside of strings and comments. A program is a run of such lines, with
the blank lines and comments between them, that contains an import, a definition, a print, or at least two
statements. A run that does not parse as a whole is taken apart at its blank lines into the longest parts
that do; what parses with none of its neighbours is unreadable.
"""

import ast
import re
from collections.abc import Iterator, Sequence

STRING = re.compile(r"'(?:[^'\\\n]|\\.)*'|\"(?:[^\"\\\n]|\\.)*\"")
COMMENT = re.compile(r"#[^\n]*")
TRIPLE = re.compile(r"\"\"\"|'''")
FOREIGN = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff01-\uff60\u3000-\u303f]")
NAME = r"[A-Za-z_]\w*(?:\.\w+)*"
# Beginnings that hardly any sentence has, whether or not the rest of the line parses.
SURE = re.compile(
    rf"(?:import[ ]+{NAME}|from[ ]+\.?{NAME}[ ]+import\b|(?:async[ ]+)?def[ ]+\w+[ ]*\(|class[ ]+\w+[^\n]*:"
    r"|@\w[\w.]*[ ]*(?:\(|$)|if[ ]+__name__|print[ ]*\(|return\b[^\n]*[(\[=+*/]|(?:el)?if\b[^\n]*:$"
    r"|(?:else|try|finally)[ ]*:$|except\b[^\n]*:$|for\b[^\n]+\bin\b[^\n]*:$|(?:while|with)\b[^\n]*:$)"
)
PERHAPS = re.compile(
    rf"{NAME}[^\n]*?(?:[-+*/@]?=|\()|[)\]}}]|[\"']|(?:pass|break|continue|return|raise)\b|\("
)
# An assignment of a call: code even where the rest of the line has become unreadable, below other code.
BROKEN = re.compile(rf"{NAME}(?:\[[^\]\n]*\])?[ ]*[-+*/]?=[ ]*{NAME}\(")
# A whole program on the line of a heading or a comment.
COLLAPSED = re.compile(r"\bimport \w[^\n]*\bdef \w+\(")
MOST_WORK = 200_000  # lines that are parsed to find the parts of a run
MOST_LINES = 400  # that one bracket or one string may stay open over
STATEMENTS = (
    ast.Assign,
    ast.AugAssign,
    ast.AnnAssign,
    ast.Import,
    ast.ImportFrom,
    ast.FunctionDef,
    ast.ClassDef,
)
MARKS = re.compile(
    r"^[ \t]*(?:import|from|def|class|async def|if __name__)\b|^[ \t]*print[ ]*\(", re.MULTILINE
)

Run = tuple[int, int]  # the first line, and the one behind the last


def runs(lines: Sequence[str]) -> list[Run]:
    """The programs in plain text, readable or not."""
    found: list[Run] = []
    for first, end in _runs_of_code(lines):
        found += [run for run in _parts(lines, first, end) if is_program(lines[slice(*run)])]
    return found


def is_program(lines: Sequence[str]) -> bool:
    """Whether this is more than a formula between sentences."""
    text = "\n".join(lines)
    if MARKS.search(text) or COLLAPSED.search(text):
        return True
    try:
        body = ast.parse(dedented(lines)[0]).body
    except Exception:  # noqa: BLE001  whatever a parser gives up on
        return sum(map(_looks_like_code, lines)) > 1
    counting = [each for each in body if _counts(each)]
    return len(counting) > 1 and any(map(_does_something, counting))


def dedented(lines: Sequence[str]) -> tuple[str, int]:
    """The lines without the indentation that they share, and how wide that is."""
    indents = [line[: len(line) - len(line.lstrip())] for line in lines if line.strip()]
    shared = min(indents, key=len, default="")
    if not all(indent.startswith(shared) for indent in indents):
        shared = ""
    return "\n".join(line[len(shared) :] for line in lines), len(shared)


def parses(lines: Sequence[str]) -> bool:
    """Whether the lines are Python."""
    try:
        ast.parse(dedented(lines)[0])
    except Exception:  # noqa: BLE001  whatever a parser gives up on
        return False
    return True


def _runs_of_code(lines: Sequence[str]) -> Iterator[Run]:
    number, begun, end = 0, -1, -1
    while number < len(lines):
        taken = _taken(lines, number) or (end == number and _is_broken(lines[number]))
        if taken:
            begun = number if begun < 0 else begun
            end = number = number + taken
            continue
        blank, comment = not lines[number].strip(), lines[number].lstrip().startswith("#")
        if comment and end == number:
            end = number + 1  # an output below its statement
        elif not blank and not comment and begun >= 0:
            yield begun, end
            begun = -1
        number += 1
    if begun >= 0:
        yield begun, end


def _taken(lines: Sequence[str], number: int) -> int:
    """How many lines of code begin here: more than one where a bracket or a string stays open."""
    line = lines[number]
    if COLLAPSED.search(line):
        return 1
    if not _looks_like_code(line):
        return 0
    quote = _open_quote(line)
    depth = 0 if quote else _depth(line)
    taken = 1
    while (quote or depth > 0) and taken < MOST_LINES:
        if number + taken == len(lines):
            return 1
        line = lines[number + taken]
        taken += 1
        if quote:
            quote = "" if line.count(quote) % 2 else quote
        elif FOREIGN.search(_bare(line)):
            return 1
        else:
            depth += _depth(line)
    return taken if taken < MOST_LINES else 1


def _looks_like_code(line: str) -> bool:
    text = line.strip()
    if not text or text.startswith(("#", ">>>")):
        return False
    if quote := _open_quote(text):
        return text.startswith((quote, "r" + quote)) or _begins_code(text)
    return _begins_code(text)


def _begins_code(text: str) -> bool:
    bare = _bare(text).strip()
    if FOREIGN.search(bare):
        return False
    if SURE.match(bare):
        return True
    if not PERHAPS.match(bare):
        return False
    return _depth(bare) != 0 or _open_quote(text) != "" or _is_statement(text)


def _is_broken(line: str) -> bool:
    bare = _bare(line).strip()
    return bool(BROKEN.match(bare)) and not FOREIGN.search(bare)


def _is_statement(text: str) -> bool:
    if text.startswith(("'", '"')):
        return bool(TRIPLE.match(text))
    try:
        body = ast.parse(text.lstrip(")]}, ") if text[0] in ")]}" else text).body
    except Exception:  # noqa: BLE001  whatever a parser gives up on
        return False
    return all(map(_counts, body)) if body else text[0] in ")]}"


def _counts(node: ast.stmt) -> bool:
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Call | ast.Attribute | ast.Subscript | ast.BinOp)
    return not isinstance(node, ast.Expr)


def _does_something(node: ast.stmt) -> bool:
    return isinstance(node, (*STATEMENTS, ast.If, ast.For, ast.While, ast.With, ast.Try)) or any(
        isinstance(each, ast.Call) for each in ast.walk(node)
    )


def _bare(line: str) -> str:
    """Without strings and comments."""
    return COMMENT.sub("", STRING.sub("''", line))


def _open_quote(line: str) -> str:
    """The triple quote that the line leaves open."""
    found = TRIPLE.findall(COMMENT.sub("", line) if line.lstrip().startswith("#") else line)
    return found[0] if found and found.count(found[0]) % 2 else ""


def _depth(line: str) -> int:
    bare = _bare(line)
    return sum(map(bare.count, "([{")) - sum(map(bare.count, ")]}"))


def _parts(lines: Sequence[str], first: int, end: int) -> Iterator[Run]:
    """The run as a whole if it parses, else the longest parts between blank lines that do, and the others."""
    if parses(lines[first:end]):
        yield first, end
        return
    edges = [first, *_edges(lines, first, end), end]
    start = 0
    while start < len(edges) - 1:
        stops = range(len(edges) - 1, start, -1)
        stop = next((each for each in stops if parses(lines[edges[start] : edges[each]])), None)
        if stop is None:
            stop = _next_readable(lines, edges, start)
        yield edges[start], _trimmed(lines, edges[start], edges[stop])
        start = stop


def _next_readable(lines: Sequence[str], edges: Sequence[int], start: int) -> int:
    """Where what cannot be read ends: before the next part that begins a program of its own."""
    for number in range(start + 1, len(edges) - 1):
        part = lines[edges[number] : edges[number + 1]]
        if parses(part) and MARKS.search("\n".join(part)) and not part[0][:1].isspace():
            return number
    return len(edges) - 1


def _edges(lines: Sequence[str], first: int, end: int) -> list[int]:
    """The lines behind blank ones, where they are few enough to try all ways."""
    found = [n for n in range(first + 1, end) if lines[n].strip() and not lines[n - 1].strip()]
    return found if len(found) ** 2 * (end - first) <= MOST_WORK else []


def _trimmed(lines: Sequence[str], first: int, end: int) -> int:
    while end > first + 1 and not lines[end - 1].strip():
        end -= 1
    return end
