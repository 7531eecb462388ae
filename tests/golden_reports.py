"""The report that the golden files show in every format. Run as a program, it writes them anew."""

from pathlib import Path

import report_samples as samples
from msgspec.structs import replace

from nncheck.records import Report, SubmissionResult
from nncheck.report import FORMATS

GOLDEN = Path(__file__).resolve().parent / "golden"
FILES = {
    "classroom": "classroom.txt",
    "github": "github.txt",
    "gradescope": "gradescope.json",
    "junit": "junit.xml",
    "sarif": "sarif.json",
}


def unreadable() -> SubmissionResult:
    """A file that could not be graded."""
    note = "bad.py is not UTF-8 text (line 2); save it as UTF-8"
    return replace(samples.submission("bad.py", notes=(note,)), sha256="", max_score=5.0)


def without_points() -> SubmissionResult:
    """An exercise for practice: its checks pass and fail, and nothing is to be earned."""
    wrong = replace(samples.failed("values"), max_score=0.0)
    function = samples.function("sigmoid", wrong, samples.passed("shapes", "contract", 0.0))
    return samples.submission("practice.py", samples.exercise("activations", function))


def golden() -> Report:
    """Several submissions: right, wrong, a notebook, crashed, hostile, unreadable, for practice."""
    return samples.report(*samples.everything().submissions, unreadable(), without_points(), level="basic")


def main() -> None:
    """Write the golden files; look at what changed before you keep it."""
    GOLDEN.mkdir(exist_ok=True)
    for name, file in FILES.items():
        (GOLDEN / file).write_text(FORMATS[name].render(golden()), "utf-8")
    summary = FORMATS["github"].summary(golden())
    assert summary is not None
    (GOLDEN / "job_summary.md").write_text(summary, "utf-8")


if __name__ == "__main__":
    main()
