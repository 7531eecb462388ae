"""What a page about all submissions knows: counted as they come, in numbers that do not grow with them."""

from msgspec.structs import replace
from report_samples import crashed, everything, failed, function, passed, right, submission, wrong_sigmoid
from report_samples import exercise as exercise_of

from nncheck.pages.bars import HEIGHT, WIDEST, bars
from nncheck.pages.distribution import distribution
from nncheck.pages.overview import Overview, State
from nncheck.pages.stuck import groups
from nncheck.pages.timeline import DAY, HOUR, MOST_PERIODS, WEEK, timeline
from nncheck.records import CheckResult, SubmissionResult

SIGMOID = ("activations", "sigmoid")


def overview(*results: SubmissionResult) -> Overview:
    """Of these, one after the other."""
    found = Overview()
    for result in results:
        found.add(result)
    return found


# --- rows ---------------------------------------------------------------------------------------


def test_a_row_says_what_a_submission_came_to() -> None:
    """Full marks, points lost with functions and misconceptions, or why it could not be graded."""
    unread = submission("unread.py", notes=("unread.py is not UTF-8",))
    found = overview(right(), wrong_sigmoid(), unread)
    full, lost, ungraded = found.rows
    assert [row.state for row in found.rows] == [State.FULL, State.LOST, State.UNGRADED]
    assert (full.lost, full.mistakes, full.percent) == ((), (), 100)
    assert [[*found.places][number] for number in lost.lost] == [SIGMOID]
    assert [[*found.mistakes][number] for number in lost.mistakes] == [("NN101", SIGMOID)]
    assert ungraded.reason == "unread.py is not UTF-8"


def test_mistakes_know_their_rows() -> None:
    """Each once a submission, in order."""
    found = overview(wrong_sigmoid(), right(), wrong_sigmoid())
    assert {key: mistake.rows for key, mistake in found.mistakes.items()} == {("NN101", SIGMOID): [0, 2]}


def test_equal_lists_are_kept_once() -> None:
    """A class has few different ones."""
    first, second = overview(wrong_sigmoid(), wrong_sigmoid()).rows
    assert first.lost is second.lost
    assert first.mistakes is second.mistakes


def test_everything_that_a_report_can_hold_is_taken() -> None:
    """Crashes, faults of the grader, hostile text."""
    assert len(overview(*everything().submissions).rows) == 5


# --- who is stuck on the same ---------------------------------------------------------------------


def test_the_same_misconception_makes_a_group_whatever_checks_fail() -> None:
    """And without one the same checks do; alone nobody is a group."""
    checks = failed("values"), passed("torch")
    other = submission("b.py", exercise_of("activations", function("relu", *checks)))
    third = submission("c.py", exercise_of("activations", function("relu", failed("torch"))))
    found = overview(wrong_sigmoid(), other, wrong_sigmoid(), other, third, crashed())
    made = groups(found.alike, [1] * 6)
    assert [(group.failings[0].function, group.rows) for group in made] == [
        ("sigmoid", (0, 2)),
        ("relu", (1, 3)),
    ]
    assert [each.id for each in made[0].failings[0].misconceptions] == ["NN101"]
    assert made[1].failings[0].checks == ("values",)


def test_hidden_checks_are_no_reason() -> None:
    """They all say the same; who fails others is in another group."""
    made = [
        submission(f"{number}.py", exercise_of("losses", function("mae", *map(hidden, names))))
        for number, names in enumerate((("a", "b"), ("a", "b"), ("a", "c"), ("a", "c")))
    ]
    found = groups(overview(*made).alike, [1] * 4)
    assert [(group.rows, group.failings[0].checks) for group in found] == [
        ((0, 1), ("a", "b")),
        ((2, 3), ("a", "c")),
    ]


def hidden(name: str) -> CheckResult:
    """One that failed, as it is told."""
    return replace(failed(name, message="this check is hidden"), hidden=True)


def test_what_the_same_submissions_fail_for_one_reason_is_one_group() -> None:
    """Functions that are not defined fail all checks: the reason is told, and not every check."""
    absent = [failed(name, message="it is not defined") for name in ("values", "shapes")]
    made = submission("a.py", exercise_of("losses", function("mae", *absent), function("mse", *absent)))
    [group] = groups(overview(made, made).alike, [1, 1])
    assert [(each.function, each.reason, each.checks) for each in group.failings] == [
        ("mae", "it is not defined", ()),
        ("mse", "it is not defined", ()),
    ]


def test_who_has_tried_again_comes_first() -> None:
    """A small group that is stuck before a large one that has just begun."""
    other = submission("b.py", exercise_of("activations", function("relu", failed("values"))))
    found = overview(other, other, other, wrong_sigmoid(), wrong_sigmoid())
    first, second = groups(found.alike, [1, 1, 1, 4, 2])
    assert (first.failings[0].function, first.again) == ("sigmoid", 2)
    assert (second.failings[0].function, second.again) == ("relu", 0)


# --- scores ---------------------------------------------------------------------------------------


def test_scores_are_counted_by_tens_and_full_marks_apart() -> None:
    """A score a little short of full marks is none."""
    found = distribution([0, 9.99, 10, 99.9999, 100, 100])
    counts = {each.label: each.count for each in found.bins if each.count}
    assert counts == {"0+": 2, "10+": 1, "90+": 1, "100": 2}
    assert found.median == (10 + 99.9999) / 2
    assert distribution([]).mean == 0


def test_bars_are_as_high_as_what_they_count() -> None:
    """The highest fills the chart, a single one among thousands can still be seen, none has no bar."""
    found = bars([("a", 5000), ("b", 2500), ("c", 1), ("d", 0)])
    assert [bar.height for bar in found] == [HEIGHT, HEIGHT / 2, 2, 0]
    assert [bar.middle for bar in found] == [12.5, 37.5, 62.5, 87.5]
    assert {bar.width for bar in found} == {WIDEST}
    assert bars([("a", 1)] * 50)[0].width < 2
    assert bars([]) == []


# --- time -----------------------------------------------------------------------------------------


def test_periods_are_as_long_as_it_takes() -> None:
    """Hours for an afternoon, days for a month, weeks for a year; always equal ones and not too many."""
    for span, first, second in (
        (5 * HOUR, "1970-01-01 00:00", "1970-01-01 01:00"),
        (30 * DAY, "1970-01-01", "1970-01-02"),
        (50 * WEEK, "1969-12-29", "1970-01-05"),
        (200 * WEEK, "1969-12-29", "1970-01-26"),
    ):
        periods = timeline([("a", 0.0), ("b", float(span)), ("b", span / 2)]).periods()
        assert [each.begin for each in periods[:2]] == [first, second]
        assert sum(each.count for each in periods) == 3
        assert 1 < len(periods) <= MOST_PERIODS + 1
    assert timeline([]).periods() == []


def test_a_submission_has_its_attempts_and_its_latest_time() -> None:
    """In its row."""
    found = Overview(timeline([("sigmoid.py", 0.0), ("right.py", 60.0), ("sigmoid.py", 3600.0)]))
    found.add(wrong_sigmoid())
    [row] = found.rows
    assert (row.versions, row.latest) == (2, "1970-01-01 01:00")
