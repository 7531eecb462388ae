"""pytest --nncheck, as its users run it."""

import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import nbformat
import pytest

from nncheck.authoring.new import write_new
from nncheck.integrations.pytest_plugin import beside

pytest_plugins = "pytester"

WRONG = """
import numpy as np
import matplotlib.pyplot

def relu(x):
    return np.maximum(x, 0.0) if x.dtype.kind == "f" else np.maximum(x, 0) * 1.0

def relu_grad(x):
    return x * (x > 0.0)
"""
PREFIX = "handed-in/answer.py::activations"
TANH_GRAD = """
def tanh_grad(x):
    return 1 / np.cosh(x) ** 2
"""
SWISH = "import numpy as np\n\ndef swish(x):\n    return np.logaddexp(0.0, x)\n"
MARK = "open({!r}, 'a').write(__name__)\n"  # planted code says that it was run
FILES = {
    "conftest.py": "def pytest_report_header():\n    return 'of our own'\n",
    "test_own.py": "def test_own():\n    pass\n",
    "handed-in/answer.py": WRONG + TANH_GRAD,
    "handed-in/test_planted.py": MARK.format("planted"),
}


@pytest.fixture
def answer(pytester: pytest.Pytester) -> Path:
    """A submission in a folder of its own."""
    path = pytester.mkdir("handed-in") / "answer.py"
    path.write_text(WRONG)
    return path


def ran(pytester: pytest.Pytester, *arguments: str) -> pytest.RunResult:
    """pytest in a process of its own, with the plugins that are installed."""
    return pytester.runpytest_subprocess("-p", "no:cacheprovider", *arguments)


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a conftest.py and a test of its own, two submissions, and what pytest says to them."""
    folder = tmp_path_factory.mktemp("course")
    for name, text in FILES.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text)
    cells = [nbformat.v4.new_markdown_cell("# ReLU"), nbformat.v4.new_code_cell(WRONG)]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), folder / "handed-in/notes.ipynb")
    options = ["--nncheck", "handed-in/answer.py", "--nncheck", "handed-in/notes.ipynb", "test_own.py"]
    command = [sys.executable, "-m", "pytest", *options, "-v", "-rs", "--junitxml=report.xml"]
    with (folder / "shown").open("w") as shown:
        subprocess.run(command, cwd=folder, stdout=shown, encoding="utf-8", check=False)
    return folder


@pytest.fixture(scope="module")
def shown(course: Path) -> pytest.LineMatcher:
    """The lines that pytest shows."""
    return pytest.LineMatcher((course / "shown").read_text("utf-8").splitlines())


def test_each_check_is_a_test(shown: pytest.LineMatcher) -> None:
    """With an id that names submission, exercise, function and check, and a verdict."""
    shown.fnmatch_lines([f"{PREFIX}::relu::values PASSED*", f"{PREFIX}::relu_grad::values FAILED*"])


def test_failures_read_as_in_the_report(course: Path, shown: pytest.LineMatcher) -> None:
    """Promise, sentence, inputs, both answers and the named mistake, as nncheck grade prints them."""
    command = [sys.executable, "-m", "nncheck", "grade", str(course / "handed-in/answer.py")]
    report = subprocess.run(command, capture_output=True, encoding="utf-8", check=False).stdout
    told = [
        line.strip() for line in report.splitlines() if line.strip().startswith(("x =", "got ", "expected "))
    ]
    assert len(told) >= 3
    assert set(told) <= {line.strip() for line in shown.lines}
    shown.no_fnmatch_line("*Traceback*")
    shown.no_fnmatch_line("*pytest_items.py*")


def test_skipped_checks_say_why(shown: pytest.LineMatcher) -> None:
    """As every skip does; here a slope cannot be measured on a function that is not there."""
    shown.fnmatch_lines(["SKIPPED*needs your tanh, which the submission does not define"])


def test_points_are_in_the_xml(course: Path) -> None:
    """Each test has the points that it earned, and those that it could have earned."""
    root = ElementTree.parse(course / "report.xml").getroot()
    found = [(each.get("name"), float(each.get("value") or 0)) for each in root.iter("property")]
    assert sum(value for name, value in found if name == "max_score") == pytest.approx(5.0)
    assert 3.0 < sum(value for name, value in found if name == "score") < 4.0


def test_points_and_remarks_come_at_the_end(shown: pytest.LineMatcher) -> None:
    """The score, what went wrong while the file was loaded, and how it was held."""
    expected = ["handed-in/answer.py  * / 3", "  answer.py, line 3: *matplotlib*"]
    shown.fnmatch_lines(
        [*expected, "handed-in/notes.ipynb  * / 2", "  cell 2, line 3: *matplotlib*", "*isolation*"]
    )


def test_notebooks_are_graded(shown: pytest.LineMatcher) -> None:
    """The failure names the cell."""
    shown.fnmatch_lines(["see cell 2, line 8"])


def test_other_tests_run_where_they_are_asked_for(course: Path, shown: pytest.LineMatcher) -> None:
    """And only there: what lies around is not collected."""
    shown.fnmatch_lines(["test_own.py::test_own PASSED*"])
    assert not (course / "planted").exists()
    assert "planted" in FILES["handed-in/test_planted.py"]


def test_a_conftest_of_ones_own_is_obeyed(shown: pytest.LineMatcher) -> None:
    """It lies outside the submission's folder."""
    shown.fnmatch_lines(["of our own"])


def test_workers_grade_for_themselves(pytester: pytest.Pytester, answer: Path) -> None:
    """pytest-xdist needs the same tests in every worker; a named exercise counts whole; -k chooses."""
    options = ["--nncheck-exercise=activations", "-k", "sigmoid and values and not grad", "-n", "2", "-v"]
    done = ran(pytester, "--nncheck=handed-in/answer.py", *options)
    done.stdout.fnmatch_lines([f"*FAILED {PREFIX}::sigmoid::values*"])
    done.assert_outcomes(failed=2)


def test_the_submission_is_never_imported(pytester: pytest.Pytester) -> None:
    """Not even one whose name is that of a test, or of a library, in the folder where pytest runs."""
    planted = pytester.path / "planted"
    trap = "import sys\nif 'pytest' in sys.modules or 'pluggy' in sys.modules:\n    " + MARK.format(
        str(planted)
    )
    for name in ("test_answer.py", "numpy.py", "msgspec.py", "__init__.py"):
        (pytester.path / name).write_text(trap + WRONG)
    done = ran(pytester, "--nncheck=test_answer.py")
    assert done.parseoutcomes()["failed"] > 1
    assert not planted.exists()


PLACES = [
    ("class/alice/conftest.py", True),
    ("class/alice/hw/conftest.py", True),
    ("class/alice/hw/tests/conftest.py", True),
    ("class/alice/hw/other/conftest.py", False),  # pytest does not look there
    ("class/bob/conftest.py", False),
    ("conftest.py", False),  # that of the course
]


@pytest.mark.parametrize(("place", "refused"), PLACES)
def test_files_that_the_author_may_have_written(tmp_path: Path, place: str, refused: bool) -> None:
    """A conftest.py with the submission, above it below the root, or where pytest looks for tests."""
    planted = tmp_path / place
    (tmp_path / "class/alice/hw").mkdir(parents=True)
    planted.parent.mkdir(parents=True, exist_ok=True)
    planted.touch()
    assert list(beside(tmp_path / "class/alice/hw", tmp_path, None)) == [planted] * refused


@pytest.mark.parametrize("folder", [".", "handed-in"])
def test_a_conftest_of_the_author_is_not_run(pytester: pytest.Pytester, answer: Path, folder: str) -> None:
    """Wherever pytest is started, it is refused before."""
    planted = answer.with_name("conftest.py")
    planted.write_text(MARK.format(str(pytester.path / "planted")))
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        done = ran(pytester, "--nncheck", str(answer))
    assert done.ret == pytest.ExitCode.USAGE_ERROR
    done.stderr.fnmatch_lines([f"ERROR: {planted} lies with the submission, so its author may*"])
    assert not (pytester.path / "planted").exists()


def test_settings_of_the_author_are_refused(pytester: pytest.Pytester, answer: Path) -> None:
    """A pytest.ini beside the submission could name plugins."""
    (answer.parent / "pytest.ini").write_text("[pytest]\naddopts = -q\n")
    done = ran(pytester, "--nncheck", "handed-in/answer.py")
    assert done.ret == pytest.ExitCode.USAGE_ERROR
    done.stderr.fnmatch_lines(["*handed-in/pytest.ini lies with the submission*use nncheck grade"])


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--nncheck=missing.py", "-n2"], "missing.py cannot be read: No such file or directory"),
        (["--nncheck=a\x1b[2J.py"], r"a\x1b[[]2J.py has characters in its name that a terminal*"),
        (["--nncheck=notes.txt"], "notes.txt is neither a .py nor an .ipynb file"),
        (["--nncheck=handed-in/answer.py", "--nncheck-exercise=activatoins"], "did you mean activations?"),
        (["--nncheck=handed-in/answer.py", "--nncheck-exercises=none"], "none holds no folder exercises/*"),
    ],
)
def test_wrong_usage(pytester: pytest.Pytester, answer: Path, arguments: list[str], sentence: str) -> None:
    """One sentence, and the exit code that pytest has for it."""
    (pytester.path / "notes.txt").touch()
    done = ran(pytester, *arguments)
    assert done.ret == pytest.ExitCode.USAGE_ERROR
    done.stderr.fnmatch_lines([f"ERROR: nncheck: *{sentence}"])


def test_exercises_of_ones_own(pytester: pytest.Pytester) -> None:
    """Those of the folder that is named, and none that lie around; a wrong one is a sentence."""
    course = pytester.mkdir("course")
    write_new("swish", course, ())
    (pytester.mkdir("handed-in") / "answer.py").write_text(SWISH)
    options = ["--nncheck=handed-in/answer.py", "--nncheck-exercise=swish", "-k", "values"]
    done = ran(pytester, *options, "--nncheck-exercises=course", "-v")
    done.stdout.fnmatch_lines(["*::swish::swish::values PASSED*", "*::swish::swish_grad::values FAILED*"])
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(course)
        done = ran(pytester, "--nncheck=../handed-in/answer.py", "--nncheck-exercise=swish")
    done.stderr.fnmatch_lines(["ERROR: nncheck: unknown exercise 'swish'*"])
    (course / "exercises" / "swish" / "exercise.py").write_text("EXERCISE = 1 / 0\n")
    done = ran(pytester, *options, "--nncheck-exercises=course")
    done.stderr.fnmatch_lines(["ERROR: nncheck: *exercise.py:1: ZeroDivisionError*"])


@pytest.mark.parametrize("source", ["import os\nos._exit(0)\n", "x = 1\n"])
def test_a_submission_without_functions_is_an_error(
    pytester: pytest.Pytester, answer: Path, source: str
) -> None:
    """No tests must not look like no failures."""
    answer.write_text(source)
    done = ran(pytester, "--nncheck=handed-in/answer.py")
    assert done.ret != pytest.ExitCode.OK
    assert done.parseoutcomes().get("passed") is None


def test_without_the_option_it_costs_nothing(pytester: pytest.Pytester) -> None:
    """Beside the plugin itself nothing of ours is imported."""
    pytester.makepyfile(
        """
        import sys

        def test_modules():
            ours = {name for name in sys.modules if name.partition(".")[0] == "nncheck"}
            assert ours == {"nncheck", "nncheck.integrations", "nncheck.integrations.pytest_plugin"}
            assert "msgspec" not in sys.modules
        """
    )
    ran(pytester, "-p", "no:hypothesispytest").assert_outcomes(passed=1)
