"""A readable program -> the outputs that its comments show, and the program as it is run to compare them.

A comment is an output when it stands behind or below a statement and is nothing but a value, or has no
words other than those that the statement prints. A print that is itself commented out, with its output
behind it, is evaluated as well.
"""

import ast
import io
import re
import tokenize
from collections.abc import Iterator, Sequence
from typing import Any

from nncheck.verify.notes.beside.shapes import depth, has_number, is_value, words

COMMENTED_PRINT = re.compile(r"([ \t]*)(#+[ \t]*)(print[ \t]*\(.*)")
TEXT = re.compile(r"[ \t]*#+[ \t]?")
STRINGS = re.compile(r"'[^']*'|\"[^\"]*\"")
DECIMAL = re.compile(r"[0-9]\.[0-9]|[0-9]e-")
MOST_TRIALS = 50  # prints in comments that are tried one by one
MOST_PRINTS = 12  # one after the other whose outputs stand together below them
CALLS = (ast.Call, ast.Attribute, ast.Subscript, ast.BinOp, ast.Name, ast.Compare)

Output = dict[str, Any]
Text = list[tuple[int, int, str]]  # line, column and characters of what is printed


def uncommented(source: str) -> str:
    """The source with prints that are commented out, and have their output behind them, put in again.

    They are called in a way that cannot stop the program. Every line keeps its number.
    """
    lines = source.split("\n")
    wanted = {row - 1: call for row in _own_lines(source) if (call := _put_in_again(lines, row - 1))}
    together = "\n".join(wanted.get(number, line) for number, line in enumerate(lines))
    if not wanted or _tree(together):
        return together
    for number in list(wanted)[:MOST_TRIALS]:  # some stand where no statement can
        trial = [*lines]
        trial[number] = wanted[number]
        if _tree("\n".join(trial)):
            lines = trial
    return "\n".join(lines)


def _own_lines(source: str) -> Iterator[int]:
    """The lines that are comments; in a string there are none."""
    try:
        for token in tokenize.generate_tokens(io.StringIO(source).readline):
            if token.type == tokenize.COMMENT and not token.line[: token.start[1]].strip():
                yield token.start[0]
    except (tokenize.TokenError, SyntaxError):
        return


def _put_in_again(lines: Sequence[str], number: int) -> str:
    """The line with its print to be evaluated, if there is one and its output is shown."""
    found = COMMENTED_PRINT.fullmatch(lines[number])
    call = _print_call(found[3]) if found else ""
    if not found or not call:
        return ""
    rest = found[3][len(call) :]
    below = lines[number + 1].strip() if number + 1 < len(lines) else ""
    texts = (rest.lstrip(" \t#;"), TEXT.sub("", below) if below.startswith("#") else "")
    if not any(has_number(text) and is_value(text) for text in texts):
        return ""
    return f"{found[1]}_nncheck_try(lambda: {call}){rest}"


def _print_call(text: str) -> str:
    """The call that the text begins with."""
    tree = _tree(text)
    if tree is None or len(tree.body) != 1 or not isinstance(tree.body[0], ast.Expr):
        return ""
    value = tree.body[0].value
    return (ast.get_source_segment(text, value) or "") if isinstance(value, ast.Call) else ""


def _tree(text: str) -> ast.Module | None:
    try:
        return ast.parse(text)
    except Exception:  # noqa: BLE001  whatever a parser gives up on
        return None


class Reader:
    """Finds the outputs that the comments of one program show."""

    def __init__(self, source: str, original: str):
        self._lines = source.split("\n")
        self._original = original.split("\n")
        self._tree = ast.parse(source)
        self._ends = {each.end_lineno: each for each in statements(self._tree)}
        self._trailing: dict[int, str] = {}
        self._alone: dict[int, str] = {}
        self._note_comments(source)
        self._taken: set[int] = set()  # lines of statements that have their output

    def outputs(self) -> Iterator[Output]:
        """All of them, in order."""
        number = 1
        while number <= len(self._lines):
            text, behind = self._group(number)
            if text:
                found = self._output(text, behind)
                if found:
                    yield found
                number = max(number, text[-1][0])
            number += 1

    def _note_comments(self, source: str) -> None:
        level = 0
        for token in tokenize.generate_tokens(io.StringIO(source).readline):
            if token.type == tokenize.OP:
                level += (token.string in "([{") - (token.string in ")]}")
            if token.type == tokenize.COMMENT and level == 0:
                row, column = token.start
                alone = not token.line[:column].strip()
                (self._alone if alone else self._trailing)[row] = token.string

    def _group(self, number: int) -> tuple[Text, ast.stmt | None]:
        """The comment that begins on this line, with those that continue it, and the statement before it."""
        if number in self._trailing:
            text = [self._text(number, self._trailing[number])]
            following = number + 1
            while depth("\n".join(part for _, _, part in text)) > 0 and following in self._alone:
                text.append(self._text(following, self._alone[following]))
                following += 1
            if not has_number(text[0][2]) and len(text) == 1:
                return [], None
            return text, self._ends.get(number)
        if number in self._alone and number - 1 not in self._alone:
            text = []
            while number in self._alone:
                text.append(self._text(number, self._alone[number]))
                number += 1
            return text, self._ends.get(text[0][0] - 1)
        return [], None

    def _text(self, number: int, comment: str) -> tuple[int, int, str]:
        text = TEXT.sub("", comment, count=1)
        return number, len(self._original[number - 1]) - len(text), text

    def _output(self, text: Text, node: ast.stmt | None) -> Output | None:
        if node is None or node.lineno in self._taken:
            return None
        below = text[0][0] > (node.end_lineno or 0)
        nodes = self._prints_up_to(node) if below else [node]
        said = {word for each in nodes for word in literal_words(each)}
        shown = _beginning(text, said)
        certain = bool(shown)
        shown = shown or text
        if not any(has_number(part) for _, _, part in shown) or not self._may_have(
            node, shown, certain, below
        ):
            return None
        self._taken |= {each.lineno for each in nodes}
        spans = [[each.lineno, each.end_lineno] for each in nodes]
        return {
            "mode": "during",
            "targets": [spans[n:] for n in range(len(spans) - 1, -1, -1)],
            "text": shown,
            "certain": certain,
            "code": self._code(node),
            "shows": isinstance(node, ast.Expr) and not is_print(node),
            "assigns": isinstance(node, ast.Assign),
        }

    def _prints_up_to(self, node: ast.stmt) -> list[ast.stmt]:
        """The prints that end with this statement and stand directly below each other, in order."""
        nodes = [node]
        while is_print(nodes[0]) and len(nodes) < MOST_PRINTS:
            before = self._ends.get(nodes[0].lineno - 1)
            if before is None or not is_print(before) or before.lineno in self._taken:
                break
            nodes.insert(0, before)
        return nodes

    def _may_have(self, node: ast.stmt, text: Text, certain: bool, below: bool) -> bool:
        """Whether a statement of this kind can have such an output."""
        if isinstance(node, ast.Expr):
            return isinstance(node.value, CALLS)
        if not isinstance(node, ast.Assign) or not certain or _is_literal(node.value):
            return False
        joined = "\n".join(part for _, _, part in text)
        return (
            len(node.targets) == 1 and isinstance(node.targets[0], ast.Name) and bool(DECIMAL.search(joined))
        )

    def _code(self, node: ast.stmt) -> str:
        line = self._lines[node.lineno - 1].strip()
        line = line.removeprefix("_nncheck_try(lambda: ") if line.startswith("_nncheck_try") else line
        comment = self._trailing.get(node.lineno, "")
        line = (line[: -len(comment)] if comment and line.endswith(comment) else line).strip()
        is_tried = self._lines[node.lineno - 1].lstrip().startswith("_nncheck_try")
        return line[:-1] if is_tried else line


def _beginning(text: Text, said: set[str]) -> Text:
    """The first lines, as many as are certainly an output of something that says these words."""
    taken: Text = []
    open_brackets = 0
    for row, column, part in text:
        plain_value = is_value(part) and (has_number(part) or open_brackets > 0)
        if not plain_value and not (has_number(part) and words(part) <= said) and open_brackets <= 0:
            break
        taken.append((row, column, part))
        open_brackets += depth(part)
    return taken


def statements(tree: ast.AST) -> Iterator[ast.stmt]:
    """The simple statements, however deep inside of others."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr | ast.Assign):
            yield node


def is_print(node: ast.stmt) -> bool:
    """Whether the statement prints, be it in a call that cannot stop the program."""
    if not isinstance(node, ast.Expr) or not isinstance(node.value, ast.Call):
        return False
    return isinstance(node.value.func, ast.Name) and node.value.func.id in ("print", "pprint", "_nncheck_try")


def literal_words(node: ast.AST) -> set[str]:
    """The words in the strings of a statement."""
    strings = (each.value for each in ast.walk(node) if isinstance(each, ast.Constant))
    return {word for text in strings if isinstance(text, str) for word in words(text)}


def _is_literal(node: ast.expr) -> bool:
    return not any(isinstance(each, ast.Call | ast.BinOp | ast.Attribute) for each in ast.walk(node))


def loose_outputs(lines: Sequence[str]) -> Iterator[Output]:
    """The outputs that comments seem to show in a program that cannot be read."""
    said = {word for line in lines for found in STRINGS.findall(line) for word in words(found)}
    for number, line in enumerate(lines, start=1):
        begun = STRINGS.sub(lambda found: " " * len(found[0]), line).find("#")
        text = TEXT.sub("", line[begun:], count=1) if begun >= 0 else ""
        if has_number(text) and (is_value(text) or (words(text) and words(text) <= said)):
            shown = [(number, len(line) - len(text), text)]
            yield {"mode": "during", "targets": [], "text": shown, "certain": True, "code": text}
