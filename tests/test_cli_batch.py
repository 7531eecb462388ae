"""`nncheck grade` over many submissions: resumed after any kill, and shared between graders."""

import json
import os
import pty
import re
import signal
import sqlite3
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "benchmarks"))

from batch import problems_of_gradebook, stored  # noqa: E402
from batch import run as run_with_kills  # noqa: E402
from classroom import ASSIGNMENT, objections, write_class  # noqa: E402

HONEST = {"hanging": 0.0, "crashing": 0.1, "wrong": 0.2}


def command(*arguments: object) -> list[str]:
    """`nncheck grade` with these arguments, on the functions of the made-up class."""
    return [sys.executable, "-m", "nncheck", "grade", *map(str, arguments), *ASSIGNMENT]


def grade(*arguments: object) -> subprocess.CompletedProcess[str]:
    """It has run."""
    return subprocess.run(command(*arguments), capture_output=True, text=True, check=False, timeout=300)


def submissions(done: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    """Those of a JSON report."""
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)["submissions"]
    return found


def test_a_grading_that_is_killed_three_times_is_resumed(tmp_path: Path) -> None:
    """With -9, in the midst of it: every grade is right, and there exactly once."""
    said: list[str] = []
    assert run_with_kills(tmp_path, 80, 3, 2, said.append) == []
    assert sum(line.startswith("killed with -9") for line in said) == 3


def test_objections_are_found(tmp_path: Path) -> None:
    """The benchmark's judge would see a wrong grade, a missing one, and one that is there twice."""
    students = write_class(tmp_path, 2, hanging=0.0, crashing=0.0, wrong=0.0)
    one, other = students
    functions = [
        {"function": name, "score": 0.5, "max_score": 1.0} for name in ("sigmoid", "relu", "softmax")
    ]
    graded: dict[str, Any] = {"submission": one, "exercises": [{"functions": functions}]}
    found = objections(students, [graded, graded])
    assert f"{other} has no grade" in found
    assert "some submissions have two grades" in found
    assert f"{one}: a right relu got 0.50 of its points" in found


def test_two_graders_share_a_gradebook(tmp_path: Path) -> None:
    """At the same time: neither grades what the other one does, and both reports have all of it."""
    students = write_class(tmp_path / "class", 60, **HONEST)
    book = tmp_path / "grades.db"
    options = (tmp_path / "class", "--gradebook", book, "--format", "json")
    graders = [
        subprocess.Popen(command(*options), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    reports = [grader.communicate(timeout=300) for grader in graders]
    assert [grader.returncode for grader in graders] == [0, 0], reports
    for output, _ in reports:
        assert objections(students, json.loads(output)["submissions"]) == []
    assert problems_of_gradebook(book, students) == []
    with sqlite3.connect(book) as connection:
        shares = connection.execute("SELECT run_id, count(*) FROM results GROUP BY run_id").fetchall()
    assert len(shares) == 2


def test_a_rerun_grades_what_changed(tmp_path: Path) -> None:
    """And nothing else; what was handed in before stays in the history."""
    students = write_class(tmp_path / "class", 6, **HONEST)
    book = tmp_path / "grades.db"
    options = (tmp_path / "class", "--gradebook", book, "--format", "json")
    before = submissions(grade(*options))
    changed = Path(next(iter(students)))
    changed.write_text(changed.read_text() + "\n# better\n")
    after = submissions(grade(*options))
    assert [each["sha256"] for each in before[1:]] == [each["sha256"] for each in after[1:]]
    assert before[0]["sha256"] != after[0]["sha256"]
    assert stored(book) == 7
    with sqlite3.connect(book) as connection:
        (entries,) = connection.execute(
            "SELECT count(*) FROM history WHERE name = ?", [str(changed)]
        ).fetchone()
        (all_entries,) = connection.execute("SELECT count(*) FROM history").fetchone()
    assert (entries, all_entries) == (2, 7)


def test_other_settings_are_graded_anew(tmp_path: Path) -> None:
    """The seed is a part of what a result follows from."""
    write_class(tmp_path / "class", 2, **HONEST)
    book = tmp_path / "grades.db"
    grade(tmp_path / "class", "--gradebook", book)
    grade(tmp_path / "class", "--gradebook", book, "--seed", 7)
    assert stored(book) == 4


def test_an_unreadable_file_loses_what_is_asked_for_now(tmp_path: Path) -> None:
    """Not what was asked for when the gradebook first saw it."""
    (tmp_path / "class").mkdir()
    (tmp_path / "class" / "a.py").write_bytes(b"\xff")
    (tmp_path / "class" / "b.py").write_text("def relu(x):\n    return x\n")
    lost = []
    for exercise in ("softmax", "backprop"):
        asked = ["--exercise", exercise, "--gradebook", str(tmp_path / "g.db"), "--format", "json"]
        whole = [sys.executable, "-m", "nncheck", "grade", str(tmp_path / "class"), *asked]
        done = subprocess.run(whole, capture_output=True, text=True, check=False)
        lost.append(submissions(done)[0]["max_score"])
    assert lost == [3.0, 9.0]


def test_the_report_is_the_same_with_a_gradebook_and_without(tmp_path: Path) -> None:
    """Byte for byte, from a folder graded by two processes, and from results that are read back."""
    write_class(tmp_path / "class", 12, **HONEST)
    (tmp_path / "class" / "bad.ipynb").write_text("{")
    options = (tmp_path / "class", "--format", "json")
    plain = grade(*options)
    kept = [grade(*options, "--gradebook", tmp_path / "g.db", "--jobs", 2) for _ in range(2)]
    assert len(submissions(plain)) == 13
    assert kept[0].stdout == kept[1].stdout == plain.stdout


def test_an_export_is_graded_like_the_folder_in_it(tmp_path: Path) -> None:
    """A zip archive's submissions have the archive's name before theirs."""
    students = write_class(tmp_path / "class", 5, **HONEST)
    archive = tmp_path / "export.zip"
    with zipfile.ZipFile(archive, "w") as file:
        for path in students:
            file.write(path, Path(path).relative_to(tmp_path / "class"))
    found = submissions(grade(archive, "--format", "json"))
    moved = {path.replace(str(tmp_path / "class"), str(archive)): each for path, each in students.items()}
    assert objections(moved, found) == []


def test_a_name_that_is_no_utf8_is_graded(tmp_path: Path) -> None:
    """It is spelt out in the report, and in the gradebook."""
    students = write_class(tmp_path / "class", 1, **HONEST)
    source = Path(next(iter(students))).read_bytes()
    strange = os.path.join(os.fsencode(tmp_path), b"class", b"caf\xe9.py")
    with open(strange, "wb") as file:
        file.write(source + b"\nraise ValueError\n")
    found = submissions(grade(tmp_path / "class", "--format", "json", "--gradebook", tmp_path / "g.db"))
    assert found[0]["submission"].endswith("caf\\udce9.py")
    assert found[0]["score"] == found[1]["score"] > 0


def test_an_interrupt_says_how_to_go_on(tmp_path: Path) -> None:
    """Ctrl-C: exit 130, one line, and what was graded is kept."""
    write_class(tmp_path / "class", 200, **HONEST)
    book = tmp_path / "grades.db"
    with subprocess.Popen(
        command(tmp_path / "class", "--gradebook", book), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as grader:
        while stored(book) < 3:
            time.sleep(0.05)
        grader.send_signal(signal.SIGINT)
        _, errors = grader.communicate(timeout=20)
    assert grader.returncode == 130
    assert b"the same command goes on from there" in errors
    assert len(errors.splitlines()) == 1
    assert 3 <= stored(book) < 200


def test_a_gradebook_that_cannot_be_is_one_sentence(tmp_path: Path) -> None:
    """Exit code 2, before anything is graded."""
    write_class(tmp_path / "class", 1, **HONEST)
    (tmp_path / "notes.txt").write_text("no gradebook")
    for where in (tmp_path / "notes.txt", tmp_path, tmp_path / "none" / "g.db", "mongodb://x/y"):
        done = grade(tmp_path / "class", "--gradebook", where)
        assert done.returncode == 2, (where, done.stderr)
        assert len(done.stderr.strip().splitlines()) == 1, done.stderr


def test_progress_has_a_rate_and_the_time_left(tmp_path: Path) -> None:
    """On stderr, in a terminal, and nothing of it in the report."""
    write_class(tmp_path / "class", 40, **HONEST)
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        command(tmp_path / "class"),
        stdout=subprocess.PIPE,
        stderr=theirs,
        env=os.environ | {"TERM": "xterm", "COLUMNS": "120", "LINES": "30"},
    ) as grader:
        os.close(theirs)
        shown = b""
        while chunk := _read(ours):
            shown += chunk
        assert grader.stdout is not None
        report = grader.stdout.read().decode()
    os.close(ours)
    text = re.sub(rb"\x1b\[[0-9;?]*[A-Za-z]", b"", shown).decode()
    assert re.search(r"\d+/40 +\d+\.\d/s +\d\d:\d\d", text), text[-500:]
    assert "40 submissions" in report
    assert "grading:" not in report


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 1 << 16)
    except OSError:  # the other side has been closed
        return b""
