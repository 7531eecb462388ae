"""JSON reports are read again, also those that somebody has made up."""

import json
from math import inf, nan
from typing import Any

import pytest
import report_samples as samples

from nncheck.errors import UsageError
from nncheck.report import FORMATS
from nncheck.report.stored import read

EVIL = "\x1b]0;evil\x07\ud800"


def forged(*path: str | int, value: Any) -> bytes:
    """A report in which one thing is another."""
    report = json.loads(FORMATS["json"].render(samples.report(samples.wrong_sigmoid())))
    part = report
    for key in path[:-1]:
        part = part[key]
    part[path[-1]] = value
    return json.dumps(report).encode()


@pytest.mark.parametrize("make", [samples.right, samples.wrong_sigmoid, samples.crashed, samples.hostile])
def test_what_we_write_is_read(make: Any) -> None:
    """With its points and sentences."""
    result = make()
    found, _ = read(FORMATS["json"].render(samples.report(result)).encode(), "report.json")
    assert [each.score for each in found.submissions] == pytest.approx([result.score])


EXERCISE = ("submissions", 0, "exercises", 0)
CHECK = (*EXERCISE, "functions", 0, "checks", 0)


@pytest.mark.parametrize(
    "path",
    [
        *[(*EXERCISE, "exercise"), (*EXERCISE, "functions", 0, "function"), ("environment", "numpy")],
        *[(*CHECK, "check"), (*CHECK, "device"), (*CHECK, "misconceptions", 0, "id")],
        ("environment", "isolation", "level"),
    ],
    ids=lambda path: str(path[-1]),
)
def test_names_that_would_steer_a_terminal_are_refused(path: tuple[str | int, ...]) -> None:
    """They are printed as they are; sentences and names of files are not."""
    with pytest.raises(UsageError, match="neither a gradebook nor a report"):
        read(forged(*path, value=EVIL), "report.json")
    for harmless in (*CHECK, "message"), ("submissions", 0, "submission"):
        read(forged(*harmless, value=EVIL), "report.json")


@pytest.mark.parametrize("value", [nan, inf, 1e308, -1, 10**400, "1", None])
@pytest.mark.parametrize("path", [("submissions", 0), (*EXERCISE, "functions", 0), CHECK], ids=len)
def test_points_that_are_none_are_refused(path: tuple[str | int, ...], value: Any) -> None:
    """No page has to draw them."""
    with pytest.raises(UsageError, match="neither a gradebook nor a report"):
        read(forged(*path, "score", value=value), "report.json")


def test_not_attempted_functions_have_names() -> None:
    """As the others have."""
    with pytest.raises(UsageError):
        read(forged(*EXERCISE, "not_attempted", value=[EVIL]), "report.json")
