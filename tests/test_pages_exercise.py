"""Pages of exercises and functions that stand alone, in a real browser."""

import ast
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import nbformat
import pytest
from browser import Opened, overflow, serious

from nncheck.pages.exercise import Author
from nncheck.spec import load_exercises

ROOT = Path(__file__).resolve().parent.parent
PHONE = 390


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    """A function with a curve, one with a network, and an exercise with wide tables, in both languages."""
    exercises = load_exercises(())
    found = {}
    for code in ("en", "zh"):
        author = Author(exercises, code)
        sigmoid = exercises["activations"].functions["sigmoid"]
        backward = exercises["backprop"].functions["backward"]
        found[f"sigmoid {code}"] = author.function(exercises["activations"], sigmoid)
        found[f"backward {code}"] = author.function(exercises["backprop"], backward)
        found[f"losses {code}"] = author.exercise(exercises["losses"])
    return found


def nncheck(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs `nncheck ARGUMENTS` to its end."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "nncheck", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", timeout=300)


def downloaded(shown: Any, name: str, folder: Path) -> str:
    """The content of a file that the page offers."""
    with shown.expect_download() as waiting:
        shown.get_by_role("link", name=name).click()
    assert waiting.value.suggested_filename == name
    waiting.value.save_as(folder / name)
    return (folder / name).read_text("utf-8")


def test_a_function_has_all_there_is(opened: Opened, pages: dict[str, str]) -> None:
    """Signature, statement, typeset formula, curve, derivation with numbers, and a stub."""
    with opened(pages["sigmoid en"]) as shown:
        assert shown.get_by_role("heading", level=1).inner_text() == "sigmoid(x)"
        assert shown.get_by_text("Squash each number into (0, 1)").count() == 2  # also in the stub
        assert shown.locator(".formula math mfrac").count() == 1
        assert shown.get_by_role("img", name="Picture of sigmoid").bounding_box()["height"] > 100
        assert "quotient rule" in shown.locator(".derivation").inner_text()
        assert "0.88079708" in shown.locator(".values").inner_text()
        assert "raise NotImplementedError" in shown.locator("pre").inner_text()


def test_a_network_is_drawn_and_derived(opened: Opened, pages: dict[str, str]) -> None:
    """The worked example, with the numbers of the notes."""
    with opened(pages["backward en"]) as shown:
        assert shown.get_by_role("img", name="Picture of backward").count() == 1
        assert "0.29837111" in shown.locator(".derivation").inner_text()


def test_an_exercise_lists_its_functions(opened: Opened, pages: dict[str, str]) -> None:
    """The statement with its formulas, then every function with its points; raw TeX is nowhere."""
    with opened(pages["losses en"]) as shown:
        assert shown.locator(".functions li").count() == 14
        assert shown.locator(".statement math").count() > 10
        assert "$" not in shown.locator("main").inner_text()
        assert shown.locator(".functions small").first.inner_text() == "1 point"


def test_starters_are_in_the_page(opened: Opened, pages: dict[str, str], tmp_path: Path) -> None:
    """A page alone brings its files along: a module with the stub, and a notebook."""
    with opened(pages["sigmoid en"]) as shown:
        module = ast.parse(downloaded(shown, "sigmoid.py", tmp_path))
        assert [each.name for each in module.body if isinstance(each, ast.FunctionDef)] == ["sigmoid"]
        nbformat.validate(nbformat.reads(downloaded(shown, "sigmoid.ipynb", tmp_path), as_version=4))


def test_chinese_pages_are_chinese(opened: Opened, pages: dict[str, str]) -> None:
    """Their headings, statements and derivations, and what screen readers are told."""
    with opened(pages["sigmoid zh"]) as shown:
        headings = shown.get_by_role("heading").all_inner_texts()
        assert [each for each in headings[1:] if each.isascii()] == []
        assert not shown.locator(".statement p").first.inner_text().isascii()
        assert shown.locator("html").get_attribute("lang") == "zh-Hans"
        assert shown.get_by_role("img", name="sigmoid 的图").count() == 1


@pytest.mark.parametrize("name", ["sigmoid en", "backward zh", "losses en", "losses zh"])
def test_phones_show_everything(opened: Opened, pages: dict[str, str], name: str) -> None:
    """Nothing is wider than the screen but what scrolls by itself, and that can be reached by keyboard."""
    with opened(pages[name], width=PHONE, dark=True) as shown:
        assert overflow(shown) == 0
        wide = (
            "[...document.querySelectorAll('.wide, .display')].filter(e => e.scrollWidth > e.clientWidth + 1)"
        )
        assert shown.evaluate(f"{wide}.length") > 0
        assert shown.evaluate(f"{wide}.filter(e => e.tabIndex !== 0).length") == 0
        assert serious(shown) == []


@pytest.mark.parametrize("name", ["sigmoid en", "backward en", "losses zh"])
def test_everybody_can_read_it(opened: Opened, pages: dict[str, str], name: str) -> None:
    """Axe finds nothing serious on a large screen; the keyboard stops at no box that needs no scrolling."""
    with opened(pages[name]) as shown:
        assert serious(shown) == []
        assert shown.locator(".formula[tabindex]").count() == 0


def test_the_command_writes_a_page(tmp_path: Path) -> None:
    """`nncheck show NAME --format html`, of an exercise with its dot as well."""
    path = tmp_path / "page.html"
    done = nncheck("show", "layers.linear", "--format", "html", "--output", str(path))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert "<h1><code>linear(x, W, b)</code></h1>" in path.read_text("utf-8")


def test_unknown_names_are_refused() -> None:
    """With the nearest one there is."""
    done = nncheck("show", "sigmoidd", "--format", "html")
    assert done.returncode == 2
    assert "sigmoid" in done.stderr


@pytest.mark.parametrize("other", ["--stub", "--plot"])
def test_a_page_is_neither_stub_nor_plot(other: str) -> None:
    """One of them at a time."""
    done = nncheck("show", "relu", "--format", "html", other)
    assert done.returncode == 2
    assert "ask for one at a time" in done.stderr


@pytest.mark.parametrize("library", ["jinja2", "latex2mathml", "markdown_it", "matplotlib"])
def test_what_is_missing_is_named(library: str) -> None:
    """Without one of the libraries a sentence says what to install."""
    program = (
        f"import sys; sys.modules[{library!r}] = None\n"
        "sys.argv = ['nncheck', 'show', 'relu', '--format', 'html']\n"
        "from nncheck.cli.commands import run; run()"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, encoding="utf-8")
    assert done.returncode == 2
    assert library in done.stderr.lower()
    assert "pip install 'nncheck[pages]'" in done.stderr
