"""Students' text in pages: seen, bounded, and never more than text."""

import unicodedata

import pytest
from hostile_texts import SHOWN, TEXT
from hypothesis import given

from nncheck.pages.frame import environment
from nncheck.pages.inert import inert, line, lines, value
from nncheck.report.plain import BLANK, INERT


@pytest.mark.parametrize(("text", "shown"), SHOWN)
def test_what_cannot_be_seen_is_spelt_out(text: str, shown: str) -> None:
    """Controls, bidi overrides, blank letters and surrogates, as on a terminal."""
    assert inert(text) == shown


@given(TEXT)
def test_nothing_unseen_is_left(text: str) -> None:
    """Whatever is written, every character of the result can be seen, and it can be encoded."""
    for shown in (inert(text), line(text), *lines(text)):
        assert not {each for each in shown if unicodedata.category(each) in INERT or each in BLANK}
        shown.encode("utf-8")


def test_code_keeps_its_form() -> None:
    """Blanks, colons and tabs of a line stay as they are."""
    assert line("    x[::2]  # a") == "    x[::2]  # a"
    assert line("\tif x:") == "    if x:"
    assert lines("a\r\n  b\n") == ["a", "  b", ""]


def test_a_line_of_code_is_one_line() -> None:
    """What other programs may take for its end is a comment to Python, and must look like one."""
    assert line("# a\u2028return 1\u2029\x0c\x85b") == "# a\\u2028return 1\\u2029\\x0c\\x85b"


def test_long_text_is_cut_and_counted() -> None:
    """What is left out is said; blanks that are written as one are not counted as left out."""
    assert inert("x" * 1_000_000, 10) == "x" * 10 + "… (+999,990)"
    assert inert("a" + " " * 9 + "b", 10) == "a b"
    assert line("y" * 201) == "y" * 200 + "… (+1)"
    assert lines("z\n" * 5, most=2) == ["z", "z", "… (+4)"]


def test_values_are_python() -> None:
    """A value as one would paste it, with the text in it as harmless."""
    assert value({"a": [1.0, "\u202e"]}) == "{'a': [1.0, '\\u202e']}"


def test_templates_escape_what_is_inert() -> None:
    """The filters give text, not markup."""
    made = environment().from_string("{{ x | inert }}{{ x | value }}")
    assert "<" not in made.render(x="<script>")
