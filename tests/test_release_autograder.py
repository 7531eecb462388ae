"""Which file of a student's is graded for which part of a plan."""

from pathlib import Path

import pytest

from nncheck.errors import UsageError
from nncheck.records import Submission
from nncheck.release.autograder import Part, Plan, handed_in, read_plan, written

PART = Part(stem="hw1", exercises=("softmax", "layers"))


def files(*names: str, only: tuple[str, ...] = ()) -> list[Submission]:
    """Submissions of these names; the first has a line that names exercises."""
    first, *others = names
    usual = [Submission(name=name, sha256="", cells=()) for name in others]
    return [Submission(name=first, sha256="", cells=(), only=only), *usual]


@pytest.mark.parametrize(
    ("found", "only_part", "chosen"),
    [
        (files("hw1.py"), False, "hw1.py"),
        (files("a/b c/hw1.ipynb", "numpy.py"), True, "a/b c/hw1.ipynb"),
        (files("mine.py", "hw1.py", only=("layers",)), True, "hw1.py"),
        (files("mine.py", "helpers.py", only=("layers",)), False, "mine.py"),
        (files("mine (1).py"), True, "mine (1).py"),
    ],
)
def test_one_file_is_chosen(found: list[Submission], only_part: bool, chosen: str) -> None:
    """By its name, else by its line, else because there is no other and nothing else to grade."""
    assert handed_in(PART, found, only_part).name == chosen


@pytest.mark.parametrize(
    ("found", "only_part", "reason"),
    [
        ([], True, "hand in one file hw1.py or hw1.ipynb; none was found"),
        (files("mine.py"), False, "none was found"),
        (files("hw1.py", "hw1.ipynb"), True, "there are hw1.py, hw1.ipynb"),
        (files("a.py", "b.py"), True, "there are a.py, b.py"),
    ],
)
def test_nothing_is_guessed(found: list[Submission], only_part: bool, reason: str) -> None:
    """A file that is graded twice would have its points twice."""
    with pytest.raises(UsageError, match=reason):
        handed_in(PART, found, only_part)


def test_a_plan_is_read_as_it_was_written(tmp_path: Path) -> None:
    """With the points that it has."""
    plan = Plan(parts=(PART, Part(stem="b", exercises=("losses",), functions=("mae",), points={"mae": 2})))
    (tmp_path / "plan.json").write_bytes(written(plan))
    assert read_plan(tmp_path) == plan
