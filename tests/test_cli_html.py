"""`nncheck grade --format html`: the file, the exit code, and what is said where it cannot be."""

from pathlib import Path

from test_cli import HOSTILE, RIGHT, WRONG, assert_one_sentence, nncheck


def test_a_page_is_written(tmp_path: Path) -> None:
    """To the file named, with code, curve and formula; the exit code is that of any grading."""
    page = tmp_path / "page.html"
    done = nncheck("grade", WRONG, "--format", "html", "--output", page, "--device", "cpu")
    assert (done.returncode, done.stdout) == (1, "")
    html = page.read_text("utf-8")
    for part in ("<h1>", 'class="curve"', "<math", "def sigmoid", "NN101"):
        assert part in html


def test_standard_output_and_chinese() -> None:
    """Without --output, the page and nothing else, in UTF-8; a crash at import is a page as well."""
    plain = nncheck("grade", RIGHT, "--function", "relu", "--format", "html", PYTHONIOENCODING="ascii")
    assert plain.returncode == 0
    assert "✓" in plain.stdout
    done = nncheck("grade", HOSTILE, "--format", "html", "--lang", "zh", "--device", "cpu")
    assert done.returncode == 1
    assert done.stdout.startswith("<!doctype html>")
    assert done.stdout.rstrip().endswith("</html>")
    assert 'lang="zh-Hans"' in done.stdout


def test_a_folder_of_submissions_is_a_folder_of_pages(tmp_path: Path) -> None:
    """The class, and a page for each student."""
    (tmp_path / "all").mkdir()
    for name in ("ann", "ben"):
        (tmp_path / "all" / f"{name}.py").write_text(WRONG.read_text("utf-8"), "utf-8")
    done = nncheck("grade", "all", "--format", "html", "--output", "pages", "--device", "cpu", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "ann" in (tmp_path / "pages" / "index.html").read_text("utf-8")
    assert len(list((tmp_path / "pages" / "students").iterdir())) == 2


def test_what_is_missing_is_said_before_the_work(tmp_path: Path) -> None:
    """A folder that is not there."""
    done = nncheck("grade", WRONG, "--format", "html", "--output", tmp_path / "no" / "page.html")
    assert done.returncode == 2
    assert_one_sentence(done, "there is no folder")
