"""Formats of a derivation: every printed number is right, and what is printed runs, loads and fits."""

import contextlib
import io
import json
import re
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree

import nbformat
import pytest
from derivations import PAGES, known_page, page
from rich.cells import cell_len

from nncheck.derive.formats import rendered
from nncheck.derive.page import figures
from nncheck.derive.text import as_text
from nncheck.verify.printed import Agreement, agreement, parse

FORMATS = ("text", "markdown", "html", "notebook")


def printed_numbers(text: str, kind: str) -> list[str]:
    """Every decimal number of a rendered page, without its sign, as it stands there."""
    if kind == "html":
        text = " ".join(
            re.findall(r'<mn class="number">[^<]*</mn>(?:<mo>×</mo><msup><mn>10</mn>.*?</msup>)?', text)
        )
        text = re.sub(
            r"<mo>×</mo><msup><mn>10</mn>(?:<mrow><mo>(−)</mo>)?<mn>(\d+)</mn>.*?</msup>", r"e\1\2", text
        )
        text = re.sub(r"<[^>]*>", "", text).replace("e−", "e-")
    if kind == "notebook":
        cells = json.loads(text)["cells"]
        text = "\n".join(cell["source"] for cell in cells if cell["cell_type"] == "markdown")
    text = re.sub(r" \\times 10\^\{(-?\d+)\}", r"e\1", text)
    return re.findall(r"\d+\.\d+(?:e-?\d+)?", text)


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize(("name", "wrt"), PAGES)
def test_every_printed_number_is_the_exact_one_rounded(name: str, wrt: str | None, kind: str) -> None:
    """What a reader sees is read again and judged by the code that judges claims; nothing is left out."""
    found = known_page(name, wrt)
    expected = [each for each in figures(found) if "." in each.text]
    shown = printed_numbers(rendered(found, kind), kind)
    assert len(shown) == len(expected)
    assert len(shown) > 0 or name in ("gradients", "identity", "gradient_norms")
    for text, figure in zip(shown, expected, strict=True):
        assert agreement(parse(text), abs(figure.exact)) is Agreement.ROUNDING, (text, figure)
        assert figure.negative == bool(figure.exact < 0)


@pytest.mark.parametrize(("name", "wrt"), PAGES)
def test_notebooks_run_from_top_to_bottom(name: str, wrt: str | None) -> None:
    """Plain Python runs every cell; the last one asserts that a finite difference agrees."""
    text = rendered(known_page(name, wrt), "notebook")
    nbformat.validate(nbformat.reads(text, as_version=4))
    code = [cell["source"] for cell in json.loads(text)["cells"] if cell["cell_type"] == "code"]
    assert "assert abs(" in code[-1]
    namespace: dict[str, object] = {}
    with contextlib.redirect_stdout(io.StringIO()) as output:
        for source in code:
            exec(source, namespace)
    assert output.getvalue()


def test_notebooks_compute_what_the_page_prints() -> None:
    """The gradient and the update that the code finds are those of the formulas above it."""
    namespace: dict[str, Any] = {}
    cells = json.loads(rendered(page("backprop", "W1[0,0]"), "notebook"))["cells"]
    with contextlib.redirect_stdout(io.StringIO()):
        for cell in cells:
            if cell["cell_type"] == "code":
                exec(cell["source"], namespace)
    assert abs(namespace["gradient"] - 0.0004385677344743468) < 1e-15
    assert abs(namespace["signal_w1_11"] - namespace["gradient"]) < 1e-15
    assert abs(namespace["w1_11_new"] - 0.1497807161327628) < 1e-15


class Tags(HTMLParser):
    """Collects tags that are opened and never closed, and what is loaded from elsewhere."""

    VOID = ("meta", "br", "hr")

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.loaded: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.loaded += [f"{tag} {name}" for name, _ in attrs if name in ("src", "href")]
        self.open += [] if tag in self.VOID else [tag]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize(("name", "wrt"), PAGES)
def test_html_needs_nothing_else(name: str, wrt: str | None) -> None:
    """The page is balanced, its MathML is XML, and nothing is loaded: it can be read offline."""
    text = rendered(known_page(name, wrt), "html")
    tags = Tags()
    tags.feed(text)
    assert tags.open == []
    assert tags.loaded == []
    assert not re.search(r"<script|https?:|@import|url\(", text)
    formulas = re.findall(r"<math.*?</math>", text, re.S)
    assert len(formulas) > 3
    for each in formulas:
        ElementTree.fromstring(each)


@pytest.mark.parametrize("width", [60, 80, 110])
@pytest.mark.parametrize(("name", "wrt"), PAGES)
def test_text_keeps_to_the_screen(name: str, wrt: str | None, width: int) -> None:
    """No line is wider than the terminal."""
    lines = as_text(known_page(name, wrt), width, colour=False).splitlines()
    assert [line for line in lines if cell_len(line) > width] == []


@pytest.mark.parametrize(("name", "wrt"), PAGES)
def test_latex_is_balanced(name: str, wrt: str | None) -> None:
    """Braces, brackets and environments of every formula close."""
    text = rendered(known_page(name, wrt), "markdown")
    for formula in re.findall(r"\$\$(.*?)\$\$", text, re.S):
        assert formula.count("{") == formula.count("}")
        assert formula.count(r"\left") == formula.count(r"\right") + formula.count(r"\leftarrow")
        assert (
            re.findall(r"\\begin\{(\w+)\}", formula).sort() == re.findall(r"\\end\{(\w+)\}", formula).sort()
        )
    assert text.count("$") % 2 == 0
