"""What a notebook shows for a result."""

from html.parser import HTMLParser

import pytest
from hostile_texts import SHOWN

from nncheck.integrations.card import Card
from nncheck.records import CheckResult, FunctionResult, Status

TAGS = {"div", "span", "pre"}


def checked(status: Status, message: str | None = None, points: float = 1.0) -> FunctionResult:
    """A function with a single check."""
    check = CheckResult(
        check="values", kind="reference", device="cpu", status=status, promise="every answer is right",
        score=points * (status == Status.PASSED), max_score=points, message=message,
    )  # fmt: skip
    return FunctionResult(function="relu", score=check.score, max_score=check.max_score, checks=(check,))


class Page(HTMLParser):
    """The tags, the attributes and the text of some HTML."""

    def __init__(self, html: str):
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Take note of a tag."""
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attributes)

    def handle_data(self, data: str) -> None:
        """Take note of text."""
        self.text += data


def test_a_function_that_is_right() -> None:
    """One line: the mark, the name and the points."""
    card = Card(functions=(checked(Status.PASSED),))
    assert repr(card) == "✓ relu  1 / 1"
    assert Page(card._repr_html_()).text == repr(card)
    assert (card.score, card.max_score) == (1.0, 1.0)


def test_a_function_that_is_wrong() -> None:
    """The promise and what came instead, on a page as in a terminal."""
    card = Card(functions=(checked(Status.FAILED, "answer[0] = 1.0, expected 0.0"),))
    for text in (repr(card), Page(card._repr_html_()).text):
        assert text.startswith("✗ relu  0 / 1")
        assert "values: every answer is right" in text
        assert "answer[0] = 1.0, expected 0.0" in text
    assert (card.score, card.max_score) == (0.0, 1.0)


def test_what_nncheck_could_not_judge_is_no_failure() -> None:
    """It has a mark of its own."""
    assert repr(Card(functions=(checked(Status.ERROR, "a fault", 0.0),))).startswith("! relu  0 / 0")


def test_functions_that_no_cell_defines_are_named() -> None:
    """And what went wrong in cells, too."""
    card = Card(functions=(), missing=("relu",), notes=("In [2], line 1: NameError: x",))
    for text in (repr(card), Page(card._repr_html_()).text):
        assert "! relu is not defined in the cells that have been run" in text
        assert "! In [2], line 1: NameError: x" in text


@pytest.mark.parametrize(
    "hostile",
    [*(text for text, _ in SHOWN), "</pre><script>alert(1)</script>", "$\\href{x}{y}$", "&lt;b&gt;"],
)
def test_texts_of_students_do_nothing(hostile: str) -> None:
    """They are text on the page: no tags, no links, no formulas, and no escape sequences in a terminal."""
    card = Card(functions=(checked(Status.FAILED, hostile),), notes=(hostile,))
    page = Page(card._repr_html_())
    assert page.tags == TAGS
    assert page.attributes == {"class", "style"}
    assert "mathjax_ignore" in card._repr_html_()
    assert all(character.isprintable() or character == "\n" for character in repr(card) + page.text)
