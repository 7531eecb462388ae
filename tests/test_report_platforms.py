"""Grades as learning platforms import them, and as tables; no cell is a formula."""

import csv
import io

import pytest
from report_samples import exercise, failed, function, passed, report, right, submission, wrong_sigmoid

from nncheck.errors import UsageError
from nncheck.records import SubmissionResult
from nncheck.report import FORMATS, canvas, moodle
from nncheck.report.cells import inert, read
from nncheck.report.csv import COLUMNS, table
from nncheck.report.grades import Grade, grades
from nncheck.report.students import students

EVIL = '=HYPERLINK("http://x","you")'
CANVAS = """Student,ID,SIS User ID,SIS Login ID,Section,Homework 1 (501),Homework 2 (502),Current Score
    Points Possible,,,,,100,10,(read only)
"Doe, Jane",11,s-11,jdoe3,A,,7,55
"Müller, Jan",12,s-12,jan@uni.example,A,3,,44
"Student, Test",13,,abc,A,,,
"""
MOODLE = """Identifier,"Full name","Email address",Status,Grade,"Maximum Grade","Grade can be changed",\
"Last modified (submission)","Last modified (grade)","Feedback comments"
"Participant 11","Jane Doe",jane@uni.example,"Submitted for grading",,100.00,Yes,"Saturday, 21 November",-,
"Participant 12","Jan Müller",jan@uni.example,"No submission",-,100.00,Yes,-,-,old
"""


def named(result: SubmissionResult, name: str) -> SubmissionResult:
    """The result under another name."""
    return submission(name, *result.exercises, notes=result.notes)


def graded(*results: SubmissionResult) -> list[Grade]:
    """Grades for the students of these submissions."""
    return grades(results, students([each.submission for each in results]))


def rows(text: str) -> list[list[str]]:
    """As a spreadsheet reads it."""
    return list(csv.reader(io.StringIO(text)))


def part(name: str, score: float, most: float = 1.0) -> SubmissionResult:
    """An exercise with this score."""
    checks = passed("a", points=score), failed("b")
    one = function("f", *checks)
    return submission("x", exercise(name, one)) if most else submission("x")


# --- one grade a student ------------------------------------------------------------------------


def test_of_several_files_the_best_counts_for_each_exercise() -> None:
    """And what was lost in the others is not held against them."""
    found = graded(
        named(part("softmax", 0.2), "s/ann/1.py"),
        named(part("softmax", 0.6), "s/ann/2.py"),
        named(part("losses", 0.5), "s/ann/3.py"),
        named(part("losses", 0.1), "s/bob/1.py"),
    )
    assert [(each.student.name, round(each.score, 6)) for each in found] == [("ann", 1.1), ("bob", 0.1)]
    assert len(found[0].reasons) == 2


def test_a_file_that_cannot_be_read_counts_where_there_is_no_other() -> None:
    """Its reason is the feedback."""
    unreadable = SubmissionResult(
        submission="s/ann/1.py", sha256="", score=0, max_score=5, exercises=(), notes=("no UTF-8",)
    )
    [alone] = graded(unreadable)
    assert (alone.score, alone.max_score, alone.feedback) == (0, 5, "no UTF-8")
    found = graded(unreadable, named(part("losses", 0.5), "s/ann/2.py"), named(right(), "s/bob/1.py"))
    assert (found[0].score, found[0].max_score) == (0.5, 0.8)


def test_feedback_is_one_line_of_reasons() -> None:
    """Function, checks and the mistake's name; nothing where all is right."""
    [wrong] = graded(wrong_sigmoid())
    assert wrong.feedback == (
        "sigmoid: values, values_float32, torch, monotone [NN101 the sign in the exponential]"
    )
    [good] = graded(right())
    assert good.feedback == ""


# --- cells --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "cell", [EVIL, "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "+", "=1"]
)
def test_formulas_are_made_inert(cell: str) -> None:
    """With an apostrophe, as spreadsheets know it."""
    assert inert(cell) == f"'{cell}"


@pytest.mark.parametrize(
    "cell", ["-1.5", "+3", "-", "1,5", "-1e-3", "Jane", "a=b", "", "    Points Possible"]
)
def test_harmless_cells_are_kept(cell: str) -> None:
    """Numbers among them."""
    assert inert(cell) == cell


def test_no_writer_lets_a_formula_through() -> None:
    """Neither in a name nor in a feedback, in no format."""
    note = "=cmd|' /C calc'!A0"
    result = SubmissionResult(
        submission=f"s/{EVIL}/a.py", sha256="", score=0, max_score=1, exercises=(), notes=(note,)
    )
    other = named(right(), "s/bob/a.py")
    found = graded(result, other)
    evil_roster = CANVAS.replace('"Doe, Jane"', '"=1+1"')
    texts = [
        "".join(table([result, other], students([result.submission, other.submission]))),
        canvas.new_sheet(found, "+1+1").text,
        canvas.filled(found, "501", evil_roster, "r.csv").text,
        moodle.new_sheet(found).text,
        moodle.filled(found, MOODLE.replace("Jane Doe", "@Jane"), "w.csv").text,
    ]
    cells = [cell for text in texts for row in rows(text) for cell in row]
    assert [cell for cell in cells if cell[:1] in set("=+-@\t\r") and cell != "-"] == []
    assert any(cell.startswith("'=") for cell in cells)


@pytest.mark.parametrize("text", ["", "Student,ID\n", 'Student,ID\n"unended'])
def test_what_is_no_table_is_refused(text: str) -> None:
    """With the file's name."""
    with pytest.raises(UsageError, match=r"r\.csv"):
        read(text, "r.csv")


# --- csv ----------------------------------------------------------------------------------------


def test_a_row_for_each_function() -> None:
    """With the points, where they were lost and by which mistake."""
    results = [named(right(), "ann/a.py"), named(wrong_sigmoid(), "bob/b.py")]
    found = rows("".join(table(results, students(["ann/a.py", "bob/b.py"]))))
    assert tuple(found[0]) == COLUMNS
    assert found[1][:4] == ["ann/a.py", "ann", "activations", "sigmoid"]
    sigmoid = dict(zip(COLUMNS, found[5], strict=True))
    assert (sigmoid["student"], sigmoid["score"], sigmoid["max_score"]) == ("bob", "0.2", "1.5")
    assert sigmoid["percent"] == "13.33"
    assert sigmoid["lost_points_in"] == "values; values_float32; torch; gradient; monotone"
    assert sigmoid["misconceptions"] == "NN101"
    assert len(found) == 1 + 4 + 2


def test_csv_is_a_format_of_reports() -> None:
    """Of `nncheck grade` as well; a file that was not graded has a row that says why."""
    unread = SubmissionResult(
        submission="u.py", sha256="", score=0, max_score=2, exercises=(), notes=("cannot be read",)
    )
    found = rows(FORMATS["csv"].render(report(right(), unread)))
    assert found[-1] == ["u.py", "u", "", "", "0", "2", "0", "cannot be read", ""]


# --- Canvas -------------------------------------------------------------------------------------


def test_a_new_file_for_canvas() -> None:
    """Its columns, the row of possible points, and a row for each student."""
    found = canvas.new_sheet(
        graded(named(right(), "s/doejane_11_9_a.py"), named(wrong_sigmoid(), "s/mullerjan_12_8_a.py")), "HW"
    )
    assert found.text.splitlines() == [
        "Student,ID,SIS User ID,SIS Login ID,Section,HW",
        "    Points Possible,,,,,3.6",
        "doejane,11,,,,3.6",
        "mullerjan,12,,,,1.1",
    ]
    assert found.remarks == ()


def test_a_new_file_without_numbers_says_so() -> None:
    """Canvas then has only the logins to go by."""
    found = canvas.new_sheet(graded(named(right(), "s/jdoe3/a.py"), named(right(), "s/jan/a.py")), None)
    assert rows(found.text)[2] == ["jdoe3", "", "", "jdoe3", "", "3.6"]
    assert "2 students have no Canvas ID" in found.remarks[0]


@pytest.mark.parametrize("title", ["Homework 1", "501", "Homework 1 (501)"])
def test_canvas_own_file_is_filled_in(title: str) -> None:
    """By title or number; every other cell stays, and points are scaled to those of Canvas."""
    results = named(right(), "s/doejane_11_9_a.py"), named(wrong_sigmoid(), "s/someone_99_8_a.py")
    found = canvas.filled(graded(*results), title, CANVAS, "roster.csv")
    before, after = rows(CANVAS), rows(found.text)
    assert after[2][5] == "100"
    after[2][5] = ""
    assert after == before
    assert found.remarks == (
        "scores are scaled from 3.6 points to the platform's 100",
        "someone is not in roster.csv, or more than once; nothing is filled in for them",
    )


@pytest.mark.parametrize(
    ("folder", "row"),
    [("jdoe3", 2), ("JDOE3", 2), ("Jane Doe", 2), ("Doe, Jane", 2), ("doejane", 2), ("s-12", 3), ("jan", 3)]
    + [("Jan Muller", 3), ("mullerjan", 3), ("12", 3)],
)
def test_who_is_found_in_canvas_file(folder: str, row: int) -> None:
    """By number, login, the first part of an address, or name, whatever its order, case and accents."""
    results = named(right(), f"s/{folder}/a.py"), named(right(), "s/nobody/a.py")
    found = rows(canvas.filled(graded(*results), "502", CANVAS, "r.csv").text)
    assert [number for number, cells in enumerate(found) if cells[6] == "10" and number > 1] == [row]


def test_who_is_there_twice_gets_nothing() -> None:
    """No grade goes to the wrong one of two people of one name."""
    twice = CANVAS + '"Doe, Jane",14,s-14,jdoe4,B,,,\n'
    results = named(right(), "s/Jane Doe/a.py"), named(right(), "s/jdoe4/a.py")
    found = canvas.filled(graded(*results), "501", twice, "r.csv")
    assert [row[5] for row in rows(found.text)[2:]] == ["", "3", "", "100"]
    assert "Jane Doe is not in r.csv, or more than once" in found.remarks[1]


@pytest.mark.parametrize(
    ("title", "text", "words"),
    [
        ("Homwork 1", CANVAS, "did you mean Homework 1"),
        (None, CANVAS, "--assignment is missing"),
        ("501", CANVAS.replace("ID", "Number"), "no column 'ID'"),
        ("Homework 1", CANVAS.replace("Homework 2", "Homework 1"), "2 columns are called 'Homework 1'"),
    ],
)
def test_columns_that_are_not_there(title: str | None, text: str, words: str) -> None:
    """One sentence."""
    with pytest.raises(UsageError, match=words):
        canvas.filled(graded(right()), title, text, "r.csv")


# --- Moodle -------------------------------------------------------------------------------------


def test_a_new_worksheet_for_moodle() -> None:
    """Its columns; the participant's number is in the names of the files."""
    result = named(wrong_sigmoid(), "Jane Doe_11_assignsubmission_file_/a.py")
    found = moodle.new_sheet(graded(result, named(right(), "Jan Müller_12_assignsubmission_file_/a.py")))
    first, second, _ = rows(found.text)
    assert ",".join(first) == (
        "Identifier,Full name,Email address,Status,Grade,Maximum Grade,Grade can be changed,"
        "Last modified (submission),Last modified (grade),Feedback comments"
    )
    assert second[:6] == ["Participant 11", "Jane Doe", "", "Submitted for grading", "1.1", "3.6"]
    assert second[-1].startswith("sigmoid: values")
    assert found.remarks == ()


def test_moodles_own_worksheet_is_filled_in() -> None:
    """Grade and feedback, scaled to Moodle's points; every other cell stays."""
    results = (
        named(wrong_sigmoid(), "Somebody Else_11_assignsubmission_file_/a.py"),
        named(right(), "Jan Muller_77_assignsubmission_file_/a.py"),
        named(right(), "X_99_assignsubmission_file_/a.py"),
    )
    found = moodle.filled(graded(*results), MOODLE, "w.csv")
    before, after = rows(MOODLE), rows(found.text)
    assert (after[1][4], after[1][9]) == ("30.55", graded(results[0])[0].feedback)
    assert (after[2][4], after[2][9]) == ("100", "")
    for row, old in zip(after[1:], before[1:], strict=True):
        row[4], row[9] = old[4], old[9]
    assert after == before
    assert found.remarks[0] == "scores are scaled from 3.6 points to the platform's 100"
    assert found.remarks[1].startswith("X is not in w.csv")


def test_semicolons_are_kept() -> None:
    """As Excel writes them in many countries."""
    found = moodle.filled(graded(right()), MOODLE.replace(",", ";"), "w.csv")
    assert found.text.startswith("Identifier;Full name;")
