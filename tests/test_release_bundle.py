"""Bundles: every statement and stub, in both forms, and no solution."""

import ast
from math import isclose
from pathlib import Path

import nbformat
import pytest
from students import EXERCISES

from nncheck.errors import UsageError
from nncheck.pipeline import Grader
from nncheck.release.assignment import Assignment, chosen
from nncheck.release.bundle import Bundle
from nncheck.release.proof import prove_empty, prove_readable, prove_solved
from nncheck.release.publish import instructor_files, student_files
from nncheck.release.statement import statement
from nncheck.release.stub import stub
from nncheck.spec import Function, reals
from nncheck.submission import read_submission


def bundle(*names: str, language: str = "en", **fields: object) -> Bundle:
    """The bundle of these exercises."""
    assignment = Assignment(exercises=names, **fields)  # type: ignore[arg-type]
    functions = chosen(assignment, EXERCISES)
    return Bundle(assignment=assignment, functions=functions, exercises=EXERCISES, language=language)


def written(folder: Path, files: dict[str, str]) -> list[Path]:
    """The files on disk."""
    for name, content in files.items():
        (folder / name).write_text(content, "utf-8")
    return [folder / name for name in files]


@pytest.mark.parametrize("name", EXERCISES)
def test_every_function_is_a_stub(name: str, tmp_path: Path) -> None:
    """In both forms: signature, statement, and an exception; there is no other code than an import."""
    for path in written(tmp_path, dict(student_files(bundle(name), name))):
        prove_readable(path, EXERCISES[name].functions)
        submission = read_submission(path)
        assert submission.only == (name,)
        body = [node for cell in submission.cells for node in ast.parse(cell.source).body]
        found = [node for node in body if isinstance(node, ast.FunctionDef)]
        assert [type(node) for node in body if node not in found] == [ast.Import]
        assert [node.name for node in found] == list(EXERCISES[name].functions)
        for node in found:
            assert ast.get_docstring(node) == EXERCISES[name].functions[node.name].statement
            assert [type(each) for each in node.body[1:]] == [ast.Raise]


def test_notebooks_are_valid_and_the_same_each_time(tmp_path: Path) -> None:
    """By nbformat's own schema, in its newest version, without outputs."""
    first, second = (dict(student_files(bundle("softmax"), "hw"))["hw.ipynb"] for _ in range(2))
    notebook = nbformat.reads(first, as_version=nbformat.NO_CONVERT)
    nbformat.validate(notebook)
    assert first == second
    assert notebook.cells[0].source.startswith("# ")
    assert not any(cell.get("outputs") for cell in notebook.cells)


def test_students_are_told_what_the_assignment_says() -> None:
    """Title, deadline, prerequisites, points, hidden inputs, how to grade."""
    told = dict(
        student_files(
            bundle(
                "softmax",
                "losses",
                title="Homework 7",
                deadline="2026-03-01",
                prerequisites=("the chain rule",),
                points={"mse": 2.5},
                hidden=True,
            ),
            "hw7",
        )
    )["hw7.py"]
    for words in (
        "# # Homework 7",
        "**2026-03-01**",
        "the chain rule",
        "| losses | `mse(p, y)` | 2.5 |",
        "other inputs as well",
        "# nncheck grade hw7.py",
        "# nncheck: softmax, losses",
    ):
        assert words in told
    assert "submission.py" not in told
    assert "COURSE" not in told  # students have these exercises


def test_statements_come_in_two_languages() -> None:
    """Each without the other, and the title stands once."""
    english, chinese = (statement(EXERCISES["softmax"], language) for language in ("en", "zh"))
    assert "What to write" in english
    assert "中文" not in english + chinese
    assert "要写的函数" in chinese
    assert not english.startswith("# ")
    told = dict(student_files(bundle("softmax", language="zh"), "hw"))["hw.py"]
    assert "练习" in told
    assert "What to write" not in told


def hard(x: object, name: str = "a") -> None: ...


hard.__doc__ = 'A backslash \\d, quotes """ and \'.\n\nA second paragraph, "quoted"'


def test_any_statement_fits_into_a_docstring() -> None:
    """Backslashes and quotes arrive as they were written."""
    function = Function(hard, {"x": reals(0, 1), "name": reals(0, 1)})
    (node,) = ast.parse(stub(function)).body
    assert isinstance(node, ast.FunctionDef)
    assert ast.get_docstring(node) == function.statement
    assert ast.unparse(node.args) == "x: object, name: str='a'"


# --- the proofs -----------------------------------------------------------------------------------


def test_stubs_earn_nothing_and_solutions_everything(tmp_path: Path, grader: Grader) -> None:
    """In both forms; each proof objects to the other's files."""
    two = bundle("softmax")
    stubs = written(tmp_path, dict(student_files(two, "hw")))
    solved = written(tmp_path, dict(instructor_files(two, "hw")))
    for path in stubs:
        prove_empty(path, two.names, grader)
        with pytest.raises(UsageError, match="lose points in softmax, log_softmax"):
            prove_solved(path, two.names, grader)
    for path in solved:
        prove_solved(path, two.names, grader)
        with pytest.raises(UsageError, match="earns 3 points as it stands"):
            prove_empty(path, two.names, grader)


def test_a_missing_function_is_noticed(tmp_path: Path) -> None:
    """A file that lost one on its way is refused."""
    (path, _) = written(tmp_path, dict(student_files(bundle("softmax"), "hw")))
    path.write_text(path.read_text("utf-8").replace("def log_softmax", "def logsoftmax"), "utf-8")
    with pytest.raises(UsageError, match="does not define log_softmax"):
        prove_readable(path, EXERCISES["softmax"].functions)


def test_stubs_are_answered_kindly(tmp_path: Path, grader: Grader) -> None:
    """What is not written yet is called that; no misconception is seen in it."""
    path = written(tmp_path, dict(student_files(bundle("softmax"), "hw")))[0]
    result = grader.grade(read_submission(path))
    assert isclose(result.score, 0.0, abs_tol=0.0)
    checks = [check for function in result.exercises[0].functions for check in function.checks]
    failed = [check for check in checks if check.message and check.status == "failed"]
    assert {check.message for check in failed} == {
        "it is not written yet: put your code where it says raise NotImplementedError"
    }
    assert not any(check.misconceptions for check in checks)
