"""A function of an exercise -> the definition that the student completes."""

import textwrap

from nncheck.spec.exercise import Function


def stub(function: Function) -> str:
    """Signature, statement, and an exception in place of the body."""
    statement = function.statement.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    ending = "\n" if "\n" in statement or statement.endswith('"') else ""
    docstring = textwrap.indent(f'"""{statement}{ending}"""', "    ")
    return f"def {function.signature}:\n{docstring}\n    raise NotImplementedError\n"
