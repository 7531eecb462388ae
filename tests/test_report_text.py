"""The text report: what a student needs is there, in any terminal."""

import re
from math import inf
from typing import Any

import pytest
import report_samples as samples
from msgspec.structs import replace
from rich.cells import cell_len

from nncheck.records import Counterexample, Location, SubmissionResult
from nncheck.report import FORMATS, Screen
from nncheck.report.failure import check_lines, failure_lines, first_failure, same_reason

PIPE = Screen()


def text(*submissions: SubmissionResult, screen: Screen = PIPE, level: str = "strong") -> str:
    """The text report on `submissions`."""
    return FORMATS["text"].render(samples.report(*submissions, level=level), screen)


def test_passing_functions_are_one_line_each() -> None:
    """Full marks: a header, a line for each function, what was not attempted, and the environment."""
    lines = text(samples.right()).splitlines()
    assert lines[0].startswith("right.py ───")
    assert lines[0].endswith(" 3.6 / 3.6")
    assert lines[3] == "  ✓ sigmoid       0.9 / 0.9  ✓✓✓✓✓✓✓–"
    assert "  not attempted: tanh, gelu" in lines
    assert len(lines) == 11


def test_a_failure_says_everything_once() -> None:
    """Promise, input, got above expected with the digit, size of the error, diagnosis, hint, line."""
    shown = text(samples.wrong_sigmoid())
    wanted = """\
        x = np.array([1.0])
        sigmoid(x)
        got       [0.2689414213699951]
        expected  [0.7310585786300049]
                     ^

      NN101  the sign in the exponential
"""
    assert wanted in shown
    assert "values: the value is the exact one" in shown
    assert "see sigmoid.py, line 4" in shown
    assert shown.count("NN101") == 1
    assert "      also failed\n        for the same reason: values_float32" in shown
    assert "skipped: gradient (values is wrong)" in shown


@pytest.mark.parametrize(
    ("error", "allowed", "told"),
    [
        (2e-5, 3e-16, "6.7e10 times"),
        (0.5, 3e-16, ""),
        (0.5, 1e-6, "5e5 times"),
        (0.5, 0.0, "no error is"),
        (inf, 1e-9, "not finite"),
    ],
)
def test_the_size_of_an_error_is_told_where_it_could_pass_for_rounding(
    error: float, allowed: float, told: str
) -> None:
    """Nobody takes 0.27 in place of 0.73 for rounding."""
    wrong = samples.wrong_sigmoid()
    check = first_failure(wrong.exercises[0].functions[0])
    assert check is not None
    assert check.counterexample is not None
    example = replace(check.counterexample, error=error, allowed=allowed)
    lines = [str(line) for line in check_lines("sigmoid", replace(check, counterexample=example), 80)]
    found = [line for line in lines if line.startswith("  the error")]
    assert bool(found) == bool(told)
    assert all(told in line for line in found)


ALIKE = [
    ({"message": "it raised ValueError: matmul: 2 is not 3"}, True),
    ({"message": "it raised TypeError: no"}, False),
    ({"message": "it raised ValueError: no", "location": Location(cell="a.py", line=9)}, False),
    ({"message": "answer is a list", "misconceptions": (samples.SIGN,)}, True),
    ({"message": "answer is a list", "misconceptions": (samples.EARLY,)}, False),
    ({"message": "it was not called (an earlier call ended its process)"}, True),
    ({"message": "0.1 is less than 0.2"}, False),
    ({"message": "it raised ValueError: matmul: 3 is not 4"}, True),
]


@pytest.mark.parametrize(("other", "alike"), ALIKE)
def test_what_failed_for_the_same_reason_is_named_in_one_line(other: dict[str, Any], alike: bool) -> None:
    """The same exception in the same place, or the same mistake; anything else is told by itself."""
    place = Location(cell="a.py", line=3)
    said = "it raised ValueError: matmul: 3 is not 4"
    first = samples.failed("values", message=said, misconceptions=(samples.SIGN,), location=place)
    second = replace(samples.failed("shapes", message=""), **{"location": place} | other)
    lines = [str(line) for line in failure_lines(samples.function("sigmoid", first, second), 80)]
    assert ("  for the same reason: shapes" in lines) == alike
    assert any(line.startswith("  shapes: ") for line in lines) == (not alike)


@pytest.mark.parametrize(
    ("failed", "leads"),
    [
        ([("dtype", "contract", True), ("values", "reference", False)], "values"),
        ([("unchanged_inputs", "contract", True), ("values", "reference", False)], "values"),
        ([("values", "reference", False), ("torch", "torch", True)], "torch"),
        ([("dtype", "contract", True), ("unchanged_inputs", "contract", True)], "unchanged_inputs"),
        ([("slope", "property", False), ("shapes", "contract", True)], "shapes"),
        ([("range", "property", False), ("slope", "property", False)], "range"),
    ],
)
def test_a_report_leads_with_the_check_that_tells_most(
    failed: list[tuple[str, str, bool]], leads: str
) -> None:
    """Named mistakes in numbers, wrong numbers, what a call does to its inputs, then shapes and types."""
    checks = [
        replace(samples.failed(name, misconceptions=(samples.SIGN,) * named), kind=kind)
        for name, kind, named in failed
    ]
    first = first_failure(samples.function("sigmoid", *checks))
    assert first is not None
    assert first.check == leads


def test_nan_and_wrong_shapes_are_told_once() -> None:
    """What only meets the same NaN, or an answer of another shape again, says nothing new."""
    nan = replace(samples.failed("values", message="answer = nan"), counterexample=_example(float("nan")))
    also = replace(samples.failed("range", message="nan is not 1.0"), counterexample=_example(float("inf")))
    other = replace(samples.failed("range", message="2.0 is not 1.0"), counterexample=_example(1.0))
    assert same_reason(also, nan)
    assert not same_reason(other, nan)
    column, row = (
        samples.failed("shapes", message=f"answer has shape {each}") for each in ("(2, 1)", "(2,)")
    )
    assert same_reason(column, row)
    assert not same_reason(other, row)


def _example(error: float) -> Counterexample:
    return Counterexample(inputs={}, got=None, expected=None, error=error, allowed=1e-9)


def test_hidden_checks_do_not_fail_for_the_same_reason() -> None:
    """Each says the same, which is nothing."""
    first, second = (
        replace(samples.failed(name, message="it is hidden"), hidden=True) for name in ("values", "dtype")
    )
    lines = [str(line) for line in failure_lines(samples.function("sigmoid", first, second), 80)]
    assert not any("same reason" in line for line in lines)


def test_a_function_that_is_not_there_is_one_sentence() -> None:
    """Nobody who has not begun wants to know which promises are broken."""
    said = "it is not written yet: put your code where it says raise NotImplementedError"
    checks = [samples.failed(name, message=said, location=Location(cell="a.py", line=3)) for name in "ab"]
    lines = [str(line) for line in failure_lines(samples.function("sigmoid", *checks), 80)]
    assert lines == [said, "", "see a.py, line 3"]


def test_missing_hardware_is_said_once() -> None:
    """A check that no function could run is one line for the exercise."""
    shown = text(samples.right())
    assert shown.count("CUDA") == 1
    assert "skipped in 4 functions: torch on cuda: this machine has no CUDA device" in shown


def test_notes_on_the_file_come_first() -> None:
    """A statement that raised at the top level is named above the exercises."""
    shown = text(samples.wrong_train_step())
    assert shown.index("cell 2, line 1: ModuleNotFoundError") < shown.index("backprop")


def test_the_grader_owns_up_to_its_errors() -> None:
    """A check that failed by the grader's fault says that it costs nothing."""
    assert "torch: nncheck itself failed here, which costs no points" in text(samples.crashed())


@pytest.mark.parametrize("width", [50, 80, 120])
@pytest.mark.parametrize("unicode", [True, False])
def test_lines_fit_the_screen(width: int, unicode: bool) -> None:
    """No line is wider than the terminal, and none has trailing blanks."""
    submissions = (samples.right(), samples.wrong_sigmoid(), samples.crashed(), samples.hostile())
    lines = text(*submissions, screen=Screen(width=width, unicode=unicode)).splitlines()
    assert max(map(cell_len, lines)) <= width
    assert all(line == line.rstrip() for line in lines)


def test_ascii_terminals_get_ascii() -> None:
    """Without UTF-8 every mark and rule of ours is ASCII."""
    assert text(samples.right(), samples.wrong_train_step(), screen=Screen(unicode=False)).isascii()


def test_colour_changes_no_text() -> None:
    """With colour there are escape sequences of ours; without, none, and the words are the same."""
    plain, coloured = text(samples.wrong_sigmoid()), text(samples.wrong_sigmoid(), screen=Screen(colour=True))
    assert "\x1b" not in plain
    assert "\x1b[31m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured).split() == plain.split()


def test_student_text_stays_inert() -> None:
    """Escape sequences, bidi controls, markup and log commands come out as letters."""
    for screen in (PIPE, Screen(colour=True, width=60)):
        shown = text(samples.hostile(), screen=screen)
        assert "\x1b[2J" not in shown
        assert "\x1b]" not in shown
        assert "\u202e" not in shown
        assert "::error" not in shown
        assert "##[" not in shown
        assert "[bold red]" in text(samples.hostile(), screen=Screen(width=200))


@pytest.mark.parametrize(
    ("level", "said"),
    [
        ("strong", "isolation strong"),
        ("medium", "no system call filter"),
        ("basic", "limits only"),
        ("none", "practice only"),
    ],
)
def test_weak_isolation_is_said_plainly(level: str, said: str) -> None:
    """The last line says how well submissions were held."""
    assert said in " ".join(text(samples.right(), level=level).split())


def test_several_submissions_end_in_a_table() -> None:
    """Each has a line with its score and what to look at."""
    lines = text(samples.right(), samples.wrong_sigmoid(), samples.wrong_train_step()).splitlines()
    table = lines[lines.index(next(line for line in lines if line.startswith("submission"))) :]
    assert table[2].split()[-2:] == ["100.0", "nothing"]
    assert " ".join(table[3].split()) == "sigmoid.py 1.1 / 2.4 45.8 sigmoid (the sign in the exponential)"
    assert "ModuleNotFoundError" in table[4] or table[4].endswith("...")
    assert table[5].startswith("3 submissions, ")


def test_almost_full_marks_do_not_look_full() -> None:
    """A score is rounded down."""
    checks = (samples.passed("a", points=0.9999), samples.failed("b"))
    shown = text(samples.submission("a.py", samples.exercise("e", samples.function("f", *checks))))
    assert "0.99 / 1.29" in shown


def test_many_submissions_are_a_table_alone() -> None:
    """Details of a class would scroll the table away; the last line says where they are."""
    few, many = (text(*[samples.wrong_sigmoid()] * number) for number in (20, 21))
    assert "got" in few
    assert "got" not in many
    assert many.count("sigmoid (the sign in the exponential)") == 21
    assert "--format json" in many
    assert "--format json" not in few
