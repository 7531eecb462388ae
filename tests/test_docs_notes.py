"""docs/notes.md says what the code does."""

import re
from pathlib import Path

from notes_samples import checked, verdicts

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs" / "notes.md").read_text("utf-8")


def test_the_example_is_true(tmp_path: Path) -> None:
    """Every number in it is found, and right."""
    (example,) = re.findall(r"^````markdown\n(.*?)^````", PAGE, re.S | re.M)
    assert verdicts(checked(tmp_path, example)) == ["true"] * 5


def test_the_claim_is_true(tmp_path: Path) -> None:
    """The comment of the page, in notes of its own."""
    (claim,) = re.findall(r"`(<!-- nncheck: .*? -->)`", PAGE)
    assert verdicts(checked(tmp_path, f"It is {claim} 0.002467.\n")) == ["true"]


def test_what_is_said_is_said() -> None:
    """The sentences of the table are those of the code."""
    sources = "".join(path.read_text("utf-8") for path in (ROOT / "nncheck/verify/notes").rglob("*.py"))
    sources += (ROOT / "nncheck/sandbox/exchange.py").read_text("utf-8")
    rows = re.findall(r"^\| ([^|]+) \| [^|]+ \|$", PAGE, re.M)[1:]
    said = [part.strip() for row in rows for part in row.replace("needs X", "needs ").split(",")]
    assert len(said) > 8
    assert [part for part in said if part not in sources] == []


def test_the_workflow_fits_the_action() -> None:
    """The inputs that the page sets are inputs of the action; the hook is one of ours."""
    workflow, hooks = re.findall(r"^```yaml\n(.*?)^```", PAGE, re.S | re.M)
    action, ours = ((ROOT / name).read_text("utf-8") for name in ("action.yml", ".pre-commit-hooks.yaml"))
    inputs = re.findall(r"^  ([\w-]+):$", action.partition("runs:")[0], re.M)
    used = re.findall(r"^          ([\w-]+):", workflow, re.M)
    assert used
    assert set(used) <= set(inputs)
    assert re.findall(r"id: (\S+)", hooks) == re.findall(r"id: (\S+)", ours)
