"""Reports in Chinese: nothing but code, names and exceptions is left in English, and columns stay columns."""

from pathlib import Path

import pytest
import report_samples as samples
from rich.cells import cell_len
from said import ROOT, left_in_english
from test_cli import nncheck

from nncheck.language.catalogue import language_of
from nncheck.pipeline import Grader
from nncheck.records import Report
from nncheck.report import FORMATS, Screen
from nncheck.report.failure import size_of_error
from nncheck.submission import read_submission

CHINESE = language_of("zh", [ROOT / "exercises"])
WIDE = Screen(width=4000, language=CHINESE)  # where no sentence is cut off
ENDING = "\uff0c\u3002\uff1a\uff1b\uff1f\uff09\u3001"  # marks
GRADED = [  # of few exercises, since cases are built for each
    "activations/wrong/exponent-sign.py",
    "activations/hostile/segmentation-fault.py",
    "backprop/wrong/absolute-error.py",
    "backprop/hostile/lying-dictionary.py",
    "initializers/wrong/normal-unseeded-generator.py",
    "softmax/wrong/changes-its-input.py",
    "softmax/wrong/printed-not-returned.py",
    "softmax/wrong/integer-truncation.py",
    "softmax/hostile/raises-at-import.py",
    "softmax/hostile/sys-exit-at-import.py",
    "softmax/hostile/syntax-error-in-a-cell.ipynb",
]


def english_in(report: Report) -> list[str]:
    """The runs of English words in the text report."""
    return left_in_english(FORMATS["text"].render(report, WIDE))


def test_reports_on_many_mistakes(grader: Grader) -> None:
    """Every sentence is Chinese, and every row fits into its columns; one test, for it has to grade."""
    results = tuple(grader.grade(read_submission(ROOT / "solutions" / each)) for each in GRADED)
    report = Report(submissions=results, environment=grader.environment())
    assert english_in(report) == []
    for width in (50, 80):
        assert misfits(FORMATS["text"].render(report, Screen(width=width, language=CHINESE)), width) == []


def misfits(shown: str, width: int) -> list[str]:
    """Rows of prose that are too wide, or begin with a mark that ends what stands before it."""
    prose = [line for line in shown.splitlines() if any("\u4e00" <= each <= "\u9fff" for each in line)]
    assert prose
    return [line for line in prose if cell_len(line) > width or line.strip()[0] in ENDING]


def test_meta_misfits_are_found() -> None:
    """Two columns for a Chinese character; the mark at the beginning."""
    assert misfits("一二三\nabc\n\uff0c一", 5) == ["一二三", "\uff0c一"]


def test_meta_english_is_found() -> None:
    """Sentences that no catalogue knows, an instructor's for instance, do not pass."""
    message = "answer = 1.0, expected 2.0 as anybody knows"
    check = samples.failed("values", promise="an unheard of promise is kept", message=message)
    result = samples.submission("a.py", samples.exercise("e", samples.function("f", check)))
    assert english_in(samples.report(result)) == ["an unheard of promise is kept", "as anybody knows"]


def test_results_stay_english() -> None:
    """What programs read is the same in every language."""
    for name in ("json", "csv", "sarif"):
        assert FORMATS[name].render(samples.everything(), WIDE) == FORMATS[name].render(samples.everything())


def test_a_failure_reads_well() -> None:
    """Fixed words, labels and sentences of a hand-made report; the caret points at the digit."""
    check = samples.failed(
        "values",
        promise="the same inputs give the same answer again",
        message="answer[0] = 0.2689414213699951, expected 0.7310585786300049; off by 0.46, allowed 2.2e-16",
        counterexample=samples.wrong_sigmoid().exercises[0].functions[0].checks[0].counterexample,
    )
    result = samples.submission("a.py", samples.exercise("activations", samples.function("sigmoid", check)))
    shown = FORMATS["text"].render(samples.report(result), Screen(width=100, language=CHINESE))
    wanted = """\
      values: 相同的输入再次得到相同的结果
      answer[0] = 0.2689414213699951\uff0c应为 0.7310585786300049\uff1b误差 0.46\uff0c允许 2.2e-16

        x = np.array([1.0])
        sigmoid(x)
        得到  [0.2689414213699951]
        应为  [0.7310585786300049]
                 ^
"""
    assert wanted in shown
    assert size_of_error(3e-9, 1e-9, CHINESE) == "误差 3e-9 是容差 1e-9 的 3 倍"


def test_a_students_words_are_neither_translated_nor_obeyed() -> None:
    """An exception that says what we say is quoted; what would steer a terminal is spelt out."""
    quoted = "ValueError: in b.py, line 4: it did not return in time; x = 3, expected 4"
    result = samples.submission("a.py", notes=(f"cell 2, line 3: {quoted}\x1b[31m",))
    shown = FORMATS["text"].render(samples.report(result), WIDE)
    assert f"单元格 2 第 3 行\uff1a{quoted}\\x1b[31m" in shown


def test_tables_of_submissions_are_aligned() -> None:
    """Headings stand over their columns whichever language they are in."""
    named = samples.submission("作业.py", notes=("x",))
    results = (samples.right(), samples.wrong_sigmoid(), named)
    shown = FORMATS["text"].render(samples.report(*results), Screen(language=CHINESE)).splitlines()
    heading = next(line for line in shown if line.startswith("提交"))
    row = next(line for line in shown if line.startswith("right.py ") and "─" not in line)
    assert _column(heading, "得分") + 4 == _column(row, "3.6 / 3.6") + 9
    assert _column(heading, "失分") == _column(row, "无")


def _column(line: str, word: str) -> int:
    return cell_len(line[: line.index(word)])


# --- the command line ---------------------------------------------------------------------------


@pytest.fixture
def stored(tmp_path: Path) -> Path:
    """A stored report, so that nothing has to be graded."""
    path = tmp_path / "report.json"
    path.write_text(FORMATS["json"].render(samples.report(samples.crashed())), "utf-8")
    return path


def test_stored_reports_and_lists_are_shown_in_chinese(stored: Path) -> None:
    """`report`, `list` and `show` take --lang; English is the default whatever the locale says."""
    assert "隔离" in nncheck("report", stored, "--lang", "zh").stdout
    assert "activations: 激活函数" in nncheck("list", "--lang", "zh").stdout
    assert "把每个数压到 (0, 1) 之间" in nncheck("show", "sigmoid", "--lang", "zh").stdout
    assert "Activation functions" in nncheck("list", LANG="zh_CN.UTF-8", LANGUAGE="zh").stdout


def test_output_that_cannot_show_it_is_refused(stored: Path, tmp_path: Path) -> None:
    """A sentence rather than escape sequences; a file is always UTF-8."""
    done = nncheck("report", stored, "--lang", "zh", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("nncheck: standard output is ascii, which cannot show --lang zh; ")
    written = tmp_path / "report.txt"
    arguments = ("report", stored, "--lang", "zh", "--output", written)
    assert nncheck(*arguments, PYTHONIOENCODING="ascii").returncode == 0
    assert "隔离" in written.read_text("utf-8")


def test_unknown_languages_are_refused(stored: Path) -> None:
    """The known ones are listed."""
    done = nncheck("report", stored, "--lang", "de")
    assert done.returncode == 2
    assert "'de' is not one of 'en', 'zh'" in done.stderr
