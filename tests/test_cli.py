"""The command line as a person or a script meets it: outputs, exit codes, one-sentence errors."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from processes import wait_for_children

from nncheck import __version__

ROOT = Path(__file__).resolve().parent.parent
ACTIVATIONS = ROOT / "solutions" / "activations"
RIGHT = ACTIVATIONS / "right" / "numpy_textbook.py"
DRAWING = ROOT / "solutions" / "initializers" / "right" / "numpy_vectorised.py"
WRONG = ACTIVATIONS / "wrong" / "exponent-sign.py"
HOSTILE = ACTIVATIONS / "hostile" / "exit-at-import.py"
HANGING = "while True:\n    pass\n"
HANGING_SIGMOID = """
import numpy as np


def sigmoid(x):
    while True:
        pass


def relu(x):
    return np.maximum(x, 0)
"""
UNREADABLE = b"def sigmoid(x):\n    return '\xff\xfe'\n"

Done = subprocess.CompletedProcess[str]


def command(*arguments: str | Path) -> list[str]:
    """The command line of `nncheck ARGUMENTS`."""
    return [sys.executable, "-m", "nncheck", *map(str, arguments)]


def environment(**extra: str) -> dict[str, str]:
    """Ours, with nncheck from this checkout and UTF-8 output."""
    return os.environ | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"} | extra


def nncheck(*arguments: str | Path, cwd: Path = ROOT, **extra: str) -> Done:
    """Runs nncheck to its end."""
    return subprocess.run(
        command(*arguments),
        cwd=cwd,
        env=environment(**extra),
        capture_output=True,
        encoding="utf-8",
        errors="backslashreplace",
        check=False,
        timeout=300,
    )


def assert_one_sentence(done: Done, *words: str) -> None:
    """Nothing on stdout; on stderr one line without a traceback that has these words."""
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr
    for word in words:
        assert word in done.stderr


# --- grade: exit codes ------------------------------------------------------------------------


def test_full_marks_are_exit_0() -> None:
    """A right submission passes, and the report says so on stdout alone."""
    done = nncheck("grade", RIGHT)
    assert (done.returncode, done.stderr) == (0, "")
    assert "✓ sigmoid" in done.stdout
    assert "✗" not in done.stdout


def test_lost_points_are_exit_1() -> None:
    """A wrong submission fails, unless --fail-under asks for less."""
    done = nncheck("grade", WRONG)
    assert done.returncode == 1
    assert "✗ sigmoid" in done.stdout
    assert nncheck("grade", WRONG, "--fail-under", "0").returncode == 0


def test_several_have_no_threshold_by_default() -> None:
    """For several submissions exit 1 needs --fail-under."""
    assert nncheck("grade", RIGHT, WRONG).returncode == 0
    assert nncheck("grade", RIGHT, WRONG, "--fail-under", "99").returncode == 1


def test_attacks_are_graded() -> None:
    """A submission that ends its process is a graded one: never 2 or 3."""
    assert nncheck("grade", HOSTILE).returncode in (0, 1)


@pytest.mark.parametrize(
    ("name", "content"),
    [("bytes.py", UNREADABLE), ("broken.ipynb", b"{"), ("notes.txt", b"sigmoid"), ("missing.py", None)],
)
def test_one_unreadable_file_is_exit_2(tmp_path: Path, name: str, content: bytes | None) -> None:
    """The one file named cannot be read: one sentence that names it."""
    if content is not None:
        (tmp_path / name).write_bytes(content)
    done = nncheck("grade", tmp_path / name)
    assert done.returncode == 2
    assert_one_sentence(done, name)


def test_an_unreadable_file_among_several_scores_0(tmp_path: Path) -> None:
    """The batch goes on; the file is named with the reason, and schema-valid without a hash."""
    (tmp_path / "a.py").write_bytes(UNREADABLE)
    (tmp_path / "b.py").write_text(WRONG.read_text("utf-8"), encoding="utf-8")
    done = nncheck("grade", tmp_path, "--format", "json")
    assert done.returncode == 0
    first, second = json.loads(done.stdout)["submissions"]
    assert (first["score"], first["sha256"], first["exercises"]) == (0, "", [])
    assert first["notes"]
    assert second["max_score"] > 0


def test_unreadable_files_count_in_a_named_exercise(tmp_path: Path) -> None:
    """With --exercise, a file that cannot be read has lost all points of it."""
    (tmp_path / "a.py").write_bytes(UNREADABLE)
    done = nncheck("grade", tmp_path, "--exercise", "activations", "--format", "json")
    assert done.returncode == 1
    assert json.loads(done.stdout)["submissions"][0]["max_score"] > 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--format", "jsn"], ["jsn", "json"]),
        (["--exercise", "activation"], ["activation", "activations"]),
        (["--function", "sigmiod"], ["sigmiod", "sigmoid"]),
        (["--output", "nowhere/report.json"], ["nowhere"]),
        (["--seed-file", "nowhere"], ["nowhere"]),
        (["--exercises", "nowhere"], ["nowhere"]),
    ],
)
def test_wrong_usage_is_exit_2(arguments: list[str], words: list[str]) -> None:
    """Misspelt names list the nearest known ones; nothing is graded."""
    done = nncheck("grade", RIGHT, *arguments)
    assert done.returncode == 2
    assert_one_sentence(done, *words)


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["x.py", "--frobnicate"],
        ["x.py", "--device", "tpu"],
        ["x.py", "--jobs", "0"],
        ["x.py", "--timeout", "0"],
    ],
)
def test_options_are_checked(arguments: list[str]) -> None:
    """What click rejects is exit 2 as well."""
    assert nncheck("grade", *arguments).returncode == 2


def test_an_empty_folder_is_exit_2(tmp_path: Path) -> None:
    """A folder without submissions is most likely the wrong folder."""
    done = nncheck("grade", tmp_path)
    assert done.returncode == 2
    assert_one_sentence(done, str(tmp_path))


def test_our_own_failure_is_exit_3(tmp_path: Path) -> None:
    """A defect of nncheck is one sentence that asks for a report; --debug shows the traceback."""
    broken = tmp_path / "nncheck"
    broken.mkdir()
    (broken / "__init__.py").write_text(
        f"__path__.append({str(ROOT / 'nncheck')!r})\n__version__ = '0'\n", encoding="utf-8"
    )
    (broken / "spec.py").write_text("raise RuntimeError('a defect\\x1b[2J')\n", encoding="utf-8")
    done = nncheck("list", cwd=tmp_path, PYTHONPATH=str(tmp_path))
    assert done.returncode == 3
    assert_one_sentence(done, "a defect\\x1b[2J", "please report")
    assert "Traceback" in nncheck("--debug", "list", cwd=tmp_path, PYTHONPATH=str(tmp_path)).stderr


# --- grade: options ---------------------------------------------------------------------------


def test_json_is_the_same_twice_and_for_any_number_of_jobs() -> None:
    """Same submissions, same seed: same bytes, in the same order."""
    arguments = ["grade", WRONG, RIGHT, "--format", "json"]
    one, again, two_jobs = nncheck(*arguments), nncheck(*arguments), nncheck(*arguments, "--jobs", "2")
    assert one.stdout == again.stdout == two_jobs.stdout
    names = [submission["submission"] for submission in json.loads(one.stdout)["submissions"]]
    assert [Path(name).name for name in names] == [WRONG.name, RIGHT.name]


def test_function_limits_what_is_graded() -> None:
    """--function leaves the others out."""
    document = json.loads(nncheck("grade", RIGHT, "--function", "relu", "--format", "json").stdout)
    functions = document["submissions"][0]["exercises"][0]["functions"]
    assert [function["function"] for function in functions] == ["relu"]


def test_output_goes_to_the_file(tmp_path: Path) -> None:
    """With --output stdout is silent, and nothing but the report is left behind."""
    done = nncheck("grade", RIGHT, "--format", "json", "--output", tmp_path / "report.json")
    assert (done.returncode, done.stdout) == (0, "")
    assert json.loads((tmp_path / "report.json").read_text("utf-8"))["schema"] == "nncheck.report/1"
    assert [path.name for path in tmp_path.iterdir()] == ["report.json"]


def test_seeds(tmp_path: Path) -> None:
    """--seed is in the report; --seed-file never is, must be long enough, and excludes --seed."""
    secret = tmp_path / "seed"
    secret.write_bytes(os.urandom(32))
    arguments = ["grade", RIGHT, "--function", "relu", "--format", "json"]
    assert json.loads(nncheck(*arguments, "--seed", "7").stdout)["environment"]["seed"] == 7
    assert json.loads(nncheck(*arguments, "--seed-file", secret).stdout)["environment"]["seed"] is None
    assert nncheck(*arguments, "--seed-file", secret, "--seed", "7").returncode == 2
    secret.write_bytes(b"short")
    assert nncheck(*arguments, "--seed-file", secret).returncode == 2


def test_isolation_can_be_required() -> None:
    """What this machine has is enough for itself; more than it has is refused before anything runs."""
    levels = ["none", "basic", "medium", "strong"]
    document = json.loads(nncheck("grade", RIGHT, "--function", "relu", "--format", "json").stdout)
    here = levels.index(document["environment"]["isolation"]["level"])
    for index, level in enumerate(levels[1:], start=1):
        done = nncheck("grade", RIGHT, "--function", "relu", "--require-isolation", level)
        assert done.returncode == (0 if index <= here else 3)


def test_timeout_is_per_call(tmp_path: Path) -> None:
    """A function that hangs loses its points after --timeout seconds; another keeps its own."""
    path = tmp_path / "hangs.py"
    path.write_text(HANGING_SIGMOID, encoding="utf-8")
    done = nncheck("grade", path, "--timeout", "0.5", "--format", "json")
    assert done.returncode == 1
    functions = json.loads(done.stdout)["submissions"][0]["exercises"][0]["functions"]
    scores = {function["function"]: function["score"] for function in functions}
    assert scores["sigmoid"] == 0
    assert scores["relu"] > 0


# --- terminals --------------------------------------------------------------------------------


def test_a_terminal_without_utf8_gets_ascii() -> None:
    """No mark of ours is outside ASCII there, and nothing fails to encode."""
    done = nncheck("grade", WRONG, PYTHONIOENCODING="ascii")
    assert done.returncode == 1
    assert done.stdout.isascii()
    assert "x sigmoid" in done.stdout


def test_a_pipe_gets_no_colour_and_no_progress() -> None:
    """Escape sequences are for terminals."""
    done = nncheck("grade", RIGHT, WRONG)
    assert "\x1b" not in done.stdout + done.stderr


def test_a_closed_pipe_is_quiet() -> None:
    """`nncheck grade ... | head -1` leaves no traceback."""
    with subprocess.Popen(
        command("grade", RIGHT), cwd=ROOT, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""


@pytest.mark.parametrize("arguments", [["1.py"], ["1.py", "2.py", "3.py", "--jobs", "2"]])
def test_an_interrupt_is_quiet_and_quick(tmp_path: Path, arguments: list[str]) -> None:
    """Ctrl-C while submissions hang: exit 130 at once, nothing on stderr."""
    for name in ("1.py", "2.py", "3.py"):
        (tmp_path / name).write_text("def sigmoid(x):\n    return x\n" + HANGING, encoding="utf-8")
    with subprocess.Popen(
        command("grade", *arguments),
        cwd=tmp_path,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert wait_for_children(process.pid)
        time.sleep(1)
        process.send_signal(signal.SIGINT)
        output, errors = process.communicate(timeout=3)
    assert (process.returncode, output, errors) == (130, b"", b"")


# --- the other commands -----------------------------------------------------------------------


def test_list_names_every_exercise_and_function() -> None:
    """What there is to implement."""
    done = nncheck("list")
    assert done.returncode == 0
    for word in (
        "activations: ",
        "softmax: ",
        "backprop: ",
        "leaky_relu_grad",
        "softmax_jacobian",
        "train_step",
    ):
        assert word in done.stdout


def test_show_a_function() -> None:
    """Its signature, its statement and its formula."""
    done = nncheck("show", "leaky_relu")
    assert done.returncode == 0
    assert "leaky_relu(x, alpha=0.01)" in done.stdout
    assert nncheck("show", "activations.leaky_relu").stdout == done.stdout


def test_show_an_exercise() -> None:
    """Every function of it, with a line on each."""
    assert "sigmoid_grad(x)" in nncheck("show", "activations").stdout


def test_show_a_misspelt_name() -> None:
    """The nearest known names are listed."""
    done = nncheck("show", "sofmax")
    assert done.returncode == 2
    assert_one_sentence(done, "sofmax", "softmax")


def test_selfcheck_a_misspelt_name() -> None:
    """The nearest known exercise is listed."""
    done = nncheck("selfcheck", "sofmax")
    assert done.returncode == 2
    assert_one_sentence(done, "sofmax", "softmax")


def test_version() -> None:
    """The version is the package's."""
    assert nncheck("--version").stdout == f"nncheck, version {__version__}\n"


@pytest.mark.parametrize("path", [RIGHT, DRAWING, WRONG], ids=["exact", "random", "wrong"])
def test_cached_grading_loads_nothing_heavy(path: Path) -> None:
    """The second grading of a numpy submission imports neither SymPy nor SciPy, hypothesis or torch."""
    nncheck("grade", path)
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "nncheck", "grade", str(path)],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    loaded = {line.rpartition("|")[2].strip().split(".")[0] for line in done.stderr.splitlines()}
    assert "numpy" in loaded
    assert loaded & {"sympy", "scipy", "hypothesis", "torch", "nbformat"} == set()
