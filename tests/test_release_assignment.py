"""Assignment files: what they say is understood, and what they misspell is named."""

from pathlib import Path

import pytest
from students import EXERCISES

from nncheck.errors import UsageError
from nncheck.release.assignment import Assignment, chosen, points, read_assignment


def read(folder: Path, content: str) -> Assignment:
    """The assignment of this content."""
    path = folder / "hw.toml"
    path.write_text(content, "utf-8")
    return read_assignment(path)


@pytest.mark.parametrize("deadline", ["2026-03-01", "2026-03-01T18:00:00", '"2026-03-01T18:00"'])
def test_deadlines_are_days_or_moments(tmp_path: Path, deadline: str) -> None:
    """As TOML has them, or as a text."""
    assert read(tmp_path, f"deadline = {deadline}").deadline.startswith("2026-03-01")


REFUSED = [
    ('titel = "x"', "unknown key 'titel'; did you mean title"),
    ("title = 3", "Expected `str`, got `int` - at `title`"),
    ('exercises = "softmax"', "Expected a list"),
    ('deadline = "soon"', "'soon' is no date"),
    ("deadline = 18:00:00", "is no date"),
    ("[points]\nsoftmax = 'two'", "Expected `float`"),
    ("[points]\nsoftmax = -1", "Expected `float` >= 0.0"),
    ("[points]\nsoftmax = nan", "Expected `float` >= 0.0"),
    ("title", "is not TOML"),
]


@pytest.mark.parametrize(("content", "reason"), REFUSED)
def test_wrong_files_are_refused(tmp_path: Path, content: str, reason: str) -> None:
    """In one sentence that names the file."""
    with pytest.raises(UsageError, match=reason) as caught:
        read(tmp_path, content)
    assert "hw.toml" in str(caught.value)


UNKNOWN = [
    ({"exercises": ("sofmax",)}, "unknown exercise 'sofmax'; did you mean softmax"),
    ({"functions": ("softmacks",)}, "unknown function 'softmacks'; did you mean softmax"),
    ({"functions": ("sigmoid",)}, "unknown function 'sigmoid'"),  # of another exercise
    ({"points": {"sigmoid": 2.0}}, "unknown function 'sigmoid'"),
]


@pytest.mark.parametrize(("fields", "reason"), UNKNOWN)
def test_unknown_names_are_refused(fields: dict[str, tuple[str, ...]], reason: str) -> None:
    """With the nearest ones that there are."""
    with pytest.raises(UsageError, match=reason):
        chosen(Assignment(**{"exercises": ("softmax",), **fields}), EXERCISES)


def test_functions_and_points() -> None:
    """Only the named functions, in the order of the exercises; points from the file where it has them."""
    assignment = Assignment(
        exercises=("softmax", "activations"), functions=("tanh", "softmax"), points={"tanh": 2.5}
    )
    found = chosen(assignment, EXERCISES)
    assert {name: list(each) for name, each in found.items()} == {
        "softmax": ["softmax"],
        "activations": ["tanh"],
    }
    assert points(assignment, found["activations"]["tanh"]) == 2.5
    assert points(assignment, found["softmax"]["softmax"]) == EXERCISES["softmax"].functions["softmax"].points
