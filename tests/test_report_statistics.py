"""What many submissions came to, check by check; and what was handed in over time."""

from report_samples import crashed, everything, right, submission, wrong_sigmoid

from nncheck.report.history import Version, as_csv, as_text
from nncheck.report.statistics import gathered, render


def test_counts_of_a_check() -> None:
    """Asked, passed, failed, skipped, the share, and the mean of its points."""
    found = gathered([right(), wrong_sigmoid(), wrong_sigmoid()])
    values = found.checks["activations", "sigmoid"]["values"]
    assert (values.asked, values.statuses["passed"], values.statuses["failed"]) == (3, 1, 2)
    assert found.functions["activations", "relu"].statuses["passed"] == 3
    lines = render(found).splitlines()
    assert lines[0].startswith("3 submissions, ")
    [row] = [line for line in lines if line.startswith("  values ")][:1]
    assert row.split() == ["values", "3", "1", "2", "0", "33.3", "0.1", "/", "0.3"]
    [cuda] = [line.split() for line in lines if line.startswith("  torch on cuda")][:1]
    assert cuda == ["torch", "on", "cuda", "3", "0", "0", "3", "-", "0", "/", "0"]


def test_mistakes_by_frequency() -> None:
    """Each counted once a submission, with one as an example."""
    found = gathered(everything().submissions)
    found.add(wrong_sigmoid())
    text = render(found)
    assert text.index("2  NN101  sigmoid: the sign") < text.index("1  NN312  train_step: weights updated")
    assert "for example in sigmoid.py" in text


def test_errors_of_ours_are_no_failures() -> None:
    """They count as neither passed nor failed; nothing at all is no division by zero."""
    found = gathered([crashed()])
    tally = found.checks["softmax", "log_softmax"]["torch"]
    assert (tally.asked, tally.statuses["failed"]) == (1, 0)
    assert render(gathered([])) == "0 submissions, 0.0 % of all points\n"
    assert "1 submissions" in render(gathered([submission("empty.py")]))


def test_hostile_text_is_inert() -> None:
    """Names come from students."""
    assert "\x1b" not in render(gathered(everything().submissions))


def test_history_as_table_and_csv() -> None:
    """Times in UTC, names inert."""
    versions = [
        Version(submission="你/a.py", student="你", since=0, graded=60, score=1, max_score=2),
        Version(submission="=1\x1b.py", student="=1", since=90061, graded=90062, score=0, max_score=0),
    ]
    lines = as_text(versions).splitlines()
    assert lines[1].split() == (
        ["你/a.py", "你", "1970-01-01", "00:00:00Z", "1970-01-01", "00:01:00Z", "1", "2", "50"]
    )
    assert lines[0].index("student") == lines[2].index("=1", 1)
    assert "\x1b" not in as_text(versions)
    assert as_csv(versions).splitlines()[2].startswith("'=1\\x1b.py,'=1,1970-01-02 01:01:01Z")
