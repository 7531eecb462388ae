"""A new exercise holds as it stands, and nothing is overwritten."""

from pathlib import Path

import pytest

from nncheck.authoring.findings import ERROR
from nncheck.authoring.new import TEMPLATE, write_new
from nncheck.authoring.outcomes import KINDS
from nncheck.authoring.selfcheck import selfcheck
from nncheck.errors import UsageError
from nncheck.spec import load_exercises


def test_a_new_exercise_holds(tmp_path: Path) -> None:
    """selfcheck finds no error in it, right solutions pass, and wrong ones fail as they state."""
    written = write_new("bend", tmp_path, ())
    assert len(written) == len(list(TEMPLATE.rglob("*.txt")))
    assert not [path for path in written if "NAME" in path.read_text("utf-8")]
    findings = selfcheck(
        load_exercises([tmp_path]), ["bend"], tmp_path / "solutions", on_progress=lambda text: None
    )
    assert [each.message for each in findings if each.severity == ERROR] == []
    assert "solutions: 2 right, 3 wrong" in findings[0].message


def test_a_broken_solution_of_a_new_exercise_is_found(tmp_path: Path) -> None:
    """The check above is able to fail: a right solution that is wrong is an error."""
    solutions = [path for path in write_new("bend", tmp_path, ()) if path.parent.name in KINDS]
    right = tmp_path / "solutions" / "bend" / "right" / "numpy_textbook.py"
    for other in set(solutions) - {right}:  # one is enough to be found
        other.unlink()
    right.write_text(right.read_text("utf-8").replace("np.maximum(x, 0)", "np.minimum(x, 0)"), "utf-8")
    findings = selfcheck(
        load_exercises([tmp_path]), ["bend"], tmp_path / "solutions", on_progress=lambda text: None
    )
    assert any("right/numpy_textbook.py" in each.message for each in findings if each.severity == ERROR)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("Swish", "cannot name an exercise"),
        ("../swish", "cannot name an exercise"),
        ("2d", "cannot name an exercise"),
        ("", "cannot name an exercise"),
        ("a" * 41, "cannot name an exercise"),
        ("softmax", "there is an exercise or function softmax already"),
        ("lambda", "has a meaning"),
        ("abs", "has a meaning"),
        ("exp", "has a meaning"),
        ("sigmoid", "has a meaning"),
    ],
)
def test_names_that_cannot_be_had(tmp_path: Path, name: str, reason: str) -> None:
    """They are refused before anything is written."""
    with pytest.raises(UsageError, match=reason):
        write_new(name, tmp_path, {"softmax"})
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kind", ["exercises", "solutions"])
def test_nothing_is_overwritten(tmp_path: Path, kind: str) -> None:
    """A folder that is there already stays as it is, and the other one is not made."""
    (tmp_path / kind / "bend").mkdir(parents=True)
    with pytest.raises(UsageError, match="is there already"):
        write_new("bend", tmp_path, ())
    assert [path.name for path in tmp_path.rglob("*")] == [kind, "bend"]


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    """One sentence, for instance where a file is in the way."""
    (tmp_path / "exercises").write_text("", "utf-8")
    with pytest.raises(UsageError, match="cannot write to"):
        write_new("bend", tmp_path, ())
