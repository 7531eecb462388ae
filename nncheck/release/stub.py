"""A function of an exercise -> the definition that the student completes."""

import re
import textwrap

from nncheck.spec.exercise import Function

AROUND = len('    """"""')  # beside a statement on its line
PARAGRAPHS = re.compile(r"\n[ \t]*\n")
LAID_OUT = re.compile(r"^(?:\s|[-*>|]|\d+\.)", re.MULTILINE)  # lists, tables and examples keep their lines


def stub(function: Function, width: int | None = None) -> str:
    """Signature, statement, and an exception in place of the body.

    With a `width` the statement is wrapped so that no line of it is longer.
    """
    text = function.statement if width is None else wrapped(function.statement, width - AROUND)
    statement = text.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    ending = "\n" if "\n" in statement or statement.endswith('"') else ""
    docstring = textwrap.indent(f'"""{statement}{ending}"""', "    ")
    return f"def {function.signature}:\n{docstring}\n    raise NotImplementedError\n"


def wrapped(statement: str, width: int) -> str:
    """The statement in lines of at most `width` characters, where its paragraphs are plain text."""
    return "\n\n".join(
        each if LAID_OUT.search(each) else textwrap.fill(each, width, break_on_hyphens=False)
        for each in PARAGRAPHS.split(statement)
    )
