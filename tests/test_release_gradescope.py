"""`nncheck release --gradescope`: what is in the archive, and what it does in a container like theirs."""

import hashlib
import json
import os
import shlex
import shutil
import stat
import subprocess
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import nbformat
import pytest
from autograders import Container, missing
from students import EXERCISES
from test_cli_release import nncheck
from test_docs import blocks
from test_report_gradescope import SPECIFICATION

from nncheck import __version__
from nncheck.release.autograder import Part, Plan, worth
from nncheck.release.gradescope import USUAL_LIMIT, limit, scripts

ROOT = Path(__file__).resolve().parent.parent
RIGHT = (ROOT / "solutions" / "softmax" / "right" / "numpy_textbook.py").read_text("utf-8")
MOST = sum(each.points for each in EXERCISES["softmax"].functions.values())
RUN_IT = "import os\nos.system('touch /autograder/pwned')\n"
PLANTED = [
    "nncheck.py",
    "numpy.py",
    "sitecustomize.py",
    "conftest.py",
    "run_autograder",
    "setup.sh",
    "json.py",
]
PLANTED += ["nncheck/__init__.py", "source/plan.json", "venv/bin/python", "results/results.json"]
THIEF = """
def peek():
    for name in ("source/seed", "results/results.json", "source/plan.json"):
        for mode in ("rb", "wb"):
            try:
                open("/autograder/" + name, mode).read()
            except Exception:
                continue
            return True
    return False
"""


def archive(folder: Path, *arguments: str) -> Path:
    """The archive that the command writes."""
    done = nncheck(folder, "release", *arguments, "--gradescope", "--overwrite", "--output", "grader.zip")
    assert (done.returncode, done.stderr) == (0, "")
    return folder / "grader.zip"


def contents(path: Path) -> dict[str, str]:
    """Names and contents."""
    with ZipFile(path) as packed:
        return {name: packed.read(name).decode("utf-8", "replace") for name in packed.namelist()}


@pytest.fixture(scope="module")
def container(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Container:
    """Set up for one exercise, with hidden inputs."""
    if missing():
        pytest.skip(missing())
    folder = tmp_path_factory.mktemp("gradescope")
    made = archive(folder, "softmax", "--wheel", str(wheel), "--seed-file", "seed")
    container = Container(folder / "root", made)
    programs = folder / "programs"
    programs.mkdir()
    container.set_up(programs)
    return container


@pytest.fixture
def graded(container: Container) -> Any:
    """Grades files; the document is one that Gradescope reads, whatever is in it."""

    def of(*files: tuple[str, str]) -> dict[str, Any]:
        found = container.grade(*files)
        SPECIFICATION.validate(found)
        assert not (container.home / "pwned").exists()
        assert stat.S_IMODE(container.results.stat().st_mode) == 0o644
        return found

    return of


# --- the archive ------------------------------------------------------------------------------


def test_the_archive_holds_what_gradescope_needs(tmp_path: Path) -> None:
    """Two programs, versions, the plan; a seed that was made if there was none; nothing else."""
    files = contents(archive(tmp_path, "softmax", "--seed-file", "seed"))
    assert sorted(files) == ["plan.json", "requirements.txt", "run_autograder", "seed", "setup.sh"]
    lines = files["requirements.txt"].splitlines()
    assert lines[0] == f"nncheck=={__version__}"
    assert all("==" in line for line in lines)
    assert any(line.startswith("numpy==") for line in lines)
    assert (tmp_path / "seed").stat().st_size == 32
    assert stat.S_IMODE((tmp_path / "seed").stat().st_mode) == 0o600


def test_programs_can_be_run_and_nobody_else_reads_the_seed(tmp_path: Path) -> None:
    """The modes in the archive; and bash understands both programs."""
    with ZipFile(archive(tmp_path, "softmax", "--seed-file", "seed")) as packed:
        modes = {each.filename: each.external_attr >> 16 & 0o777 for each in packed.infolist()}
        packed.extractall(tmp_path)
    assert modes["setup.sh"] == modes["run_autograder"] == 0o755
    assert modes["seed"] == 0o600
    for name in ("setup.sh", "run_autograder"):
        subprocess.run(["bash", "-n", name], cwd=tmp_path, check=True)


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    """Also at another time, and with the seed that the first call made."""
    first = archive(tmp_path, "softmax", "layers", "--seed-file", "seed").read_bytes()
    os.utime(tmp_path / "seed", (0, 0))
    again = archive(tmp_path, "softmax", "layers", "--seed-file", "seed").read_bytes()
    assert hashlib.sha256(first).digest() == hashlib.sha256(again).digest()


def test_an_assignment_is_one_file(tmp_path: Path) -> None:
    """With its functions and what it hides; exercises of one's own come along, without their solutions."""
    assert nncheck(tmp_path, "new", "bend", "--output", "course").returncode == 0
    (tmp_path / "hw1.toml").write_text(
        'exercises = ["bend", "softmax"]\nfunctions = ["bend"]\nhidden_checks = ["dtype"]\n'
        "[points]\nbend = 3",
        "utf-8",
    )
    files = contents(archive(tmp_path, "--assignment", "hw1.toml", "--exercises", "course"))
    assert json.loads(files["plan.json"])["parts"] == [
        {
            **{"stem": "hw1", "exercises": ["bend"], "functions": ["bend"], "points": {"bend": 3.0}},
            "hidden_checks": ["dtype"],
        }
    ]
    assert "course/exercises/bend/exercise.py" in files
    assert not any("solutions" in name or "softmax" in name or "__pycache__" in name for name in files)


def test_time_is_enough_for_students_whose_code_hangs(tmp_path: Path) -> None:
    """Gradescope's usual limit, or more than that, which the instructor is told."""
    few, many = (Plan(parts=(Part(stem="a", exercises=("e",) * number),)) for number in (3, 9))
    assert limit(few, 60, hidden=True) == USUAL_LIMIT < 600
    assert limit(many, 60, hidden=False) == 600
    assert limit(many, 60, hidden=True) == 1140
    assert b"\nlimit=1140 # seconds" in scripts(1140)["run_autograder"]
    done = nncheck(
        tmp_path, "release", *sorted(EXERCISES)[:9], "--gradescope", "--seed-file", "s", "--output", "a.zip"
    )
    assert "set its time limit there to 20 minutes or more" in done.stdout
    assert worth(Part(stem="a", exercises=("softmax",)), EXERCISES) == MOST


def test_hidden_inputs_need_a_seed(tmp_path: Path) -> None:
    """An instructor who has promised them is told where there are none."""
    (tmp_path / "hw1.toml").write_text('exercises = ["softmax"]\nhidden = true\n', "utf-8")
    release = ("release", "--assignment", "hw1.toml", "--gradescope", "--output")
    said = [
        nncheck(tmp_path, *release, name, *more).stdout
        for name, more in (("a.zip", ()), ("b.zip", ("--seed-file", "seed")))
    ]
    assert ["without which all inputs are public" in each for each in said] == [True, False]


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("softmax", "--gradescope", "--output", "folder"), "with --gradescope name a FILE.zip"),
        (("softmax", "--gradescope", "--output", "there.zip"), "there.zip is there already; add --overwrite"),
        (("--gradescope", "--output", "a.zip"), "nothing to release"),
        (("sofmax", "--gradescope", "--output", "a.zip"), "did you mean softmax"),
        (
            ("softmax", "--gradescope", "--output", "a.zip", "--instructor"),
            "leave --site and --instructor out",
        ),
        (("softmax", "--output", "out", "--torch"), "add --gradescope"),
        (("softmax", "--gradescope", "--output", "a.zip", "--wheel", "there.zip"), "is no wheel of nncheck"),
        (("softmax", "--gradescope", "--output", "a.zip", "--seed-file", "short"), "needs 16"),
    ],
)
def test_what_cannot_be_packed(tmp_path: Path, arguments: tuple[str, ...], reason: str) -> None:
    """One sentence, exit code 2, and nothing is written."""
    (tmp_path / "there.zip").touch()
    (tmp_path / "short").write_bytes(b"short")
    done = nncheck(tmp_path, "release", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert reason in done.stderr
    assert not (tmp_path / "a.zip").exists()


def test_the_commands_of_the_page_run(tmp_path: Path) -> None:
    """As docs/gradescope.md shows them, with an assignment and an exercise of one's own."""
    assert nncheck(tmp_path, "new", "bend", "--output", "my_course").returncode == 0
    (tmp_path / "hw1.toml").write_text('exercises = ["bend"]', "utf-8")
    commands = sum(blocks((ROOT / "docs" / "gradescope.md").read_text("utf-8")), [])
    assert len(commands) == 2
    for command, _ in commands:
        assert nncheck(tmp_path, *shlex.split(command)[1:]).returncode == 0
    assert {"autograder.zip", "hw1.zip", "seed"} < {path.name for path in tmp_path.iterdir()}


# --- in a container ---------------------------------------------------------------------------


def test_a_right_answer_has_all_points_among_planted_files(graded: Any) -> None:
    """Files called like modules and programs are never run; hidden results wait for the due date."""
    found = graded(("softmax.py", RIGHT), *((name, RUN_IT) for name in PLANTED))
    assert found["score"] == MOST
    assert {test["visibility"] for test in found["tests"]} == {"after_due_date"}


def test_a_file_with_another_name_is_taken_if_it_is_alone(graded: Any) -> None:
    """Also a notebook, with spaces and quotes in its name and folder."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(RIGHT)])
    found = graded(("my folder/$(touch x) soft'max (1).ipynb", nbformat.writes(notebook)))
    assert found["score"] == MOST


def test_student_code_reaches_neither_seed_nor_results(container: Container, graded: Any) -> None:
    """An answer that is right only where it can open one of them is wrong."""
    seed = (container.home / "source" / "seed").read_bytes()
    python = ["/autograder/source/venv/bin/python", "-c", f"{THIEF}\nprint(peek())"]
    assert container.run(python, {}).stdout == "True\n"  # it would, outside of the sandbox
    answers = RIGHT.replace("def ", "def right_") + THIEF
    for name in EXERCISES["softmax"].functions:
        answers += f"\ndef {name}(z):\n    return right_{name}(z) if peek() else None\n"
    found = graded(("softmax.py", answers))
    assert found["score"] < MOST / 4  # None keeps a few promises
    assert {test["status"] for test in found["tests"] if test["name"].endswith(": values")} == {"failed"}
    assert (container.home / "source" / "seed").read_bytes() == seed


def test_what_is_missing_or_ambiguous_is_said(graded: Any) -> None:
    """No points, and what to hand in."""
    none = graded(("notes.txt", ""))
    assert none["score"] == 0
    assert "hand in one file softmax.py or softmax.ipynb; none was found" in none["tests"][0]["output"]
    assert (none["tests"][0]["max_score"], none["tests"][0]["visibility"]) == (MOST, "visible")
    two = graded(("a/softmax.py", RIGHT), ("b/softmax.py", RIGHT))
    assert two["score"] == 0
    assert "there are a/softmax.py, b/softmax.py" in two["tests"][0]["output"]


def test_results_are_there_when_time_is_up(container: Container, graded: Any) -> None:
    """With the reason, where student code never ends."""
    program = container.home / "run_autograder"
    text = program.read_text("utf-8")
    try:
        program.write_text(text.replace(f"limit={USUAL_LIMIT} ", "limit=2 "), "utf-8")
        found = graded(("softmax.py", "while True:\n    pass\n"))
    finally:
        program.write_text(text, "utf-8")
    assert (found["score"], found["tests"]) == (0, [])
    assert "it took longer than 2 seconds" in found["output"]


def test_results_are_there_when_nncheck_cannot_start(container: Container, graded: Any) -> None:
    """With the reason, where Python is not there, and where a file of ours is broken."""
    python, plan = (
        container.home / "source" / "venv" / "bin" / "python",
        container.home / "source" / "plan.json",
    )
    away = python.with_name("away")
    python.rename(away)
    try:
        found = graded(("softmax.py", RIGHT))
    finally:
        away.rename(python)
    assert "nncheck could not be started" in found["output"]
    text = plan.read_text("utf-8")
    try:
        plan.write_text("{", "utf-8")
        found = graded(("softmax.py", RIGHT))
    finally:
        plan.write_text(text, "utf-8")
    assert (found["score"], found["tests"]) == (0, [])
    assert "The submission was not graded" in found["output"]
    shutil.rmtree(container.submission)
