"""The course as a site: every link leads somewhere, in both languages, from a folder on disk."""

import ast
import os
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import nbformat
import pytest
from browser import Opened, overflow, serious

from nncheck.errors import UsageError
from nncheck.pages.site import site
from nncheck.spec import load_exercises

ROOT = Path(__file__).resolve().parent.parent
NAMES = ("layers", "softmax")


def release(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs `nncheck release --site ARGUMENTS` to its end."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "nncheck", "release", "--site", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", timeout=300)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of two exercises, as the command writes it."""
    path = tmp_path_factory.mktemp("site") / "course"
    done = release(*NAMES, "--output", str(path))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"{path / 'index.html'}, the first of 26 files\n"
    return path


class Links(HTMLParser):
    """Where the links of a page lead."""

    def __init__(self, page: Path):
        super().__init__()
        self.found: list[str] = []
        self.feed(page.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value or "" for name, value in attrs if tag == "a" and name == "href"]


def broken(folder: Path) -> list[str]:
    """The links of all pages that lead nowhere, or out of the folder."""
    pages = sorted(folder.rglob("*.html"))
    return [
        f"{page.name}: {link}"
        for page in pages
        for link in Links(page).found
        if not link.startswith("#") and not _leads_to_a_file(page, link, folder)
    ]


def _leads_to_a_file(page: Path, link: str, folder: Path) -> bool:
    parts = urlsplit(link)
    target = (page.parent / parts.path).resolve()
    return not (parts.scheme or parts.netloc) and target.is_file() and target.is_relative_to(folder.resolve())


def test_all_links_lead_somewhere(folder: Path) -> None:
    """Relative ones, to files of the site."""
    assert broken(folder) == []


def test_meta_a_broken_link_is_found(folder: Path, tmp_path: Path) -> None:
    """One to a missing page, and one that leaves the site."""
    (tmp_path / "a.html").write_text('<a href="b.html">b</a><a href="https://example.org">c</a>', "utf-8")
    assert len(broken(tmp_path)) == 2


def test_all_pages_can_be_reached(folder: Path) -> None:
    """From the first page by links, in both languages."""
    reached, waiting = set(), [folder / "index.html"]
    while waiting:
        page = waiting.pop().resolve()
        if page in reached:
            continue
        reached.add(page)
        if page.suffix == ".html":
            links = [link for link in Links(page).found if not link.startswith("#")]
            waiting += [page.parent / link for link in links]
    assert reached == {path.resolve() for path in folder.rglob("*") if path.is_file()}


def test_starters_can_be_used(folder: Path) -> None:
    """They are what `nncheck release` writes: modules and notebooks with every function, in each language."""
    for name in ("softmax.py", "zh/softmax.py"):
        body = ast.parse((folder / name).read_text("utf-8")).body
        functions = [each.name for each in body if isinstance(each, ast.FunctionDef)]
        assert functions == ["softmax", "log_softmax", "softmax_jacobian"]
    nbformat.validate(nbformat.read(folder / "zh" / "layers.ipynb", as_version=4))


def test_one_walks_through_it(opened: Opened, folder: Path) -> None:
    """By links from page to page, by the keyboard to the text, into the other language and back."""
    with opened(folder / "index.html") as shown:
        shown.get_by_role("link", name="Fully connected layers").first.click()
        assert shown.url.endswith("/layers.html")
        shown.keyboard.press("Tab")
        assert shown.evaluate("document.activeElement.className") == "skip"
        shown.keyboard.press("Enter")
        assert shown.evaluate("document.activeElement.id") == "main"
        shown.get_by_role("link", name="linear(x, W, b)").click()
        shown.get_by_role("link", name="中文").click()
        assert shown.url.endswith("/zh/layers.linear.html")
        shown.get_by_role("link", name="下一页").click()
        assert shown.url.endswith("/zh/layers.mlp_forward.html")
        shown.get_by_role("link", name="English").click()
        assert shown.get_by_role("heading", level=1).inner_text().startswith("mlp_forward(")
        shown.get_by_role("link", name="Exercises").click()
        assert shown.url.endswith("course/index.html")


@pytest.mark.parametrize("page", ["index.html", "zh/softmax.html", "layers.linear.html"])
def test_it_fits_a_phone_in_the_dark(opened: Opened, folder: Path, page: str) -> None:
    """No page is wider than the screen, and axe finds nothing serious."""
    with opened(folder / page, width=390, dark=True) as shown:
        assert overflow(shown) == 0
        assert serious(shown) == []


def test_the_first_language_can_be_chosen() -> None:
    """With zh the Chinese pages are at the top, and the English ones in a folder of theirs."""
    exercises = load_exercises(())
    files = dict(site(exercises, ("layers",), "zh"))
    assert 'lang="zh-Hans"' in files["index.html"]
    assert '<html lang="en">' in files["en/index.html"]


def test_an_index_cannot_be_replaced() -> None:
    """An exercise whose page would be the first page is refused."""
    with pytest.raises(UsageError, match="rename it"):
        next(site(load_exercises(()), ("Index",), "en"))


def test_nothing_is_overwritten_by_chance(folder: Path) -> None:
    """A second time only with --overwrite; and a site is none of an assignment."""
    again = release(*NAMES, "--output", str(folder))
    assert again.returncode == 2
    assert "add --overwrite" in again.stderr
    wrong = release("--assignment", "hw1.toml", "--output", str(folder))
    assert wrong.returncode == 2
    assert "exercises alone" in wrong.stderr
