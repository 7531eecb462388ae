"""Pages about a class, as `nncheck report` writes them: one, or a folder with a page for each student."""

import re
from html import unescape
from pathlib import Path

import pytest
from gradebooks import filled, sql
from report_samples import everything, report, right
from test_cli import assert_one_sentence, nncheck

from nncheck.cli.class_pages import page_name
from nncheck.report.json import render

DAY = 86_400


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A gradebook of four submissions, one of them handed in twice; and a report, full of hostile text."""
    folder = tmp_path_factory.mktemp("class")
    filled(str(folder / "grades.db"), 1, 2, 3, 4)
    again = f"SELECT name, key, run_id, recorded_at + {9 * DAY} FROM history WHERE name = 's/2.py'"
    sql(str(folder / "grades.db"), f"INSERT INTO history (name, key, run_id, recorded_at) {again}")
    (folder / "report.json").write_text(render(everything()), "utf-8")
    (folder / "one.json").write_text(render(report(right())), "utf-8")
    return folder


def written(folder: Path, *arguments: str) -> None:
    """Runs `nncheck report --format html`; it has nothing to say."""
    done = nncheck("report", *arguments, "--format", "html", cwd=folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def links(index: Path) -> set[str]:
    """Where the page leads to, beside places in itself."""
    found = re.findall(r'href="([^"#]+)"', index.read_text("utf-8"))
    return {unescape(each) for each in found}


@pytest.mark.parametrize(("source", "count"), [("grades.db", 4), ("report.json", 5)])
def test_a_folder_has_a_page_for_each_submission(
    folder: Path, tmp_path: Path, source: str, count: int
) -> None:
    """All links of the index lead to one, and none is left over."""
    output = tmp_path / "class"
    written(folder, source, "--output", str(output))
    pages = {str(path.relative_to(output)) for path in output.glob("students/*.html")}
    assert len(pages) == count
    assert links(output / "index.html") == pages
    assert {path.name for path in output.iterdir()} == {"index.html", "students"}


def test_pages_are_called_by_nothing_that_a_student_wrote() -> None:
    """The same name in every report, and another one for every submission."""
    names = {
        page_name(each) for each in ("../../evil", "a/../../b.html", "<script>", "\udcff", "你好.py", "")
    }
    assert len(names) == 6
    assert all(re.fullmatch(r"students/[0-9a-f]{16}\.html", name) for name in names)
    assert page_name("a.py") == page_name("a.py")


def test_written_again_it_is_the_same(folder: Path, tmp_path: Path) -> None:
    """Into a folder that is there, too: same results, same bytes."""
    written(folder, "grades.db", "--output", str(tmp_path))
    first = {path: path.read_bytes() for path in tmp_path.rglob("*.html")}
    written(folder, "grades.db", "--output", str(tmp_path))
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == first


def test_only_a_gradebook_knows_of_time(folder: Path, tmp_path: Path) -> None:
    """When and how often something was handed in; a JSON report has none of it, and shows no empty chart."""
    written(folder, "grades.db", "--output", str(tmp_path / "a.html"))
    written(folder, "report.json", "--output", str(tmp_path / "b.html"))
    first, second = ((tmp_path / name).read_text("utf-8") for name in ("a.html", "b.html"))
    assert "Over time" in first
    assert re.search(r">2</td>\s*<td class=\"time\">\d{4}-", first)
    assert "Over time" not in second


def test_a_page_by_itself_links_to_no_other(folder: Path, tmp_path: Path) -> None:
    """Nor does one on standard output; one submission is the student's page."""
    written(folder, "grades.db", "--output", str(tmp_path / "class.html"))
    assert [path.name for path in tmp_path.iterdir()] == ["class.html"]
    assert links(tmp_path / "class.html") == set()
    alone = nncheck("report", "one.json", "--format", "html", cwd=folder)
    assert "<title>right.py</title>" in alone.stdout
    several = nncheck("report", "report.json", "--format", "html", cwd=folder)
    assert "<title>Class report</title>" in several.stdout


def test_it_speaks_chinese(folder: Path, tmp_path: Path) -> None:
    """The page and those of the students."""
    written(folder, "grades.db", "--lang", "zh", "--output", str(tmp_path / "class"))
    for path in (tmp_path / "class").rglob("*.html"):
        assert '<html lang="zh-Hans">' in path.read_text("utf-8")
    assert "班级报告" in (tmp_path / "class" / "index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("output", "words"),
    [
        ("one.json", ("one.json", "is a file")),
        ("no/class", ("no", "create it")),
        ("no/a.html", ("create it",)),
    ],
)
def test_where_it_cannot_be_written_is_said_at_once(
    folder: Path, output: str, words: tuple[str, ...]
) -> None:
    """In one sentence."""
    done = nncheck("report", "grades.db", "--format", "html", "--output", output, cwd=folder)
    assert done.returncode == 2
    assert_one_sentence(done, *words)
