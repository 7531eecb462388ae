"""Student text is shown, never obeyed."""

import re
import unicodedata

import pytest
import report_samples as samples
from hostile_texts import BUILD_SERVERS, SHOWN, TEXT, offence, submissions
from hypothesis import given, settings
from hypothesis import strategies as st

from nncheck.records import SubmissionResult
from nncheck.report import FORMATS, Screen
from nncheck.report.plain import LIMIT, plain


@pytest.mark.parametrize(("text", "shown"), SHOWN + BUILD_SERVERS)
def test_text_is_inert(text: str, shown: str) -> None:
    """Control, bidi and invisible characters are spelt out; build servers see no command."""
    assert plain(text) == shown


def test_long_text_is_capped() -> None:
    """A long message says how much of it was left out."""
    assert plain("a" * (LIMIT + 1500)) == "a" * LIMIT + "... (1,500 more characters)"
    assert plain("\x1b" * (LIMIT + 1)) == "\\x1b" * LIMIT + "... (1 more characters)"


@pytest.mark.parametrize("mark", ["\u0301", "\u20dd", "\u1ab0", "\u0e49", "\u0488", "\ufe0f", "\U000e0100"])
def test_piled_marks_are_thinned(mark: str) -> None:
    """Combining marks of whatever script cannot climb over the lines above, nor can selectors hide a text."""
    assert plain(f"e{mark * 50}é{mark}") == f"e{mark * 2}é{mark}"


@settings(deadline=None)
@given(st.lists(submissions(), min_size=1, max_size=2), st.sampled_from([50, 80, 200]), st.booleans())
def test_no_line_of_a_text_report_is_obeyed(
    results: list[SubmissionResult], width: int, unicode: bool
) -> None:
    """Whatever a student writes wherever it is shown, no line begins with a command or steers a terminal."""
    screen = Screen(width=width, unicode=unicode)
    assert offence(FORMATS["text"].render(samples.report(*results), screen)) == ""


@settings(deadline=None)
@given(submissions())
def test_colour_adds_only_colour(result: SubmissionResult) -> None:
    """In a terminal with colour the only escape sequences are ours."""
    written = FORMATS["text"].render(samples.report(result), Screen(colour=True))
    assert offence(re.sub(r"\x1b\[[0-9;]*m", "", written)) == ""


@settings(deadline=None)
@given(TEXT)
def test_plain_text_stays_plain(text: str) -> None:
    """What is plain is printable, on one line, without blank letters, and stays as it is."""
    shown = plain(text, limit=10_000)
    assert offence(shown) == ""
    assert "::" not in shown
    assert unicodedata.category((shown or " ")[-1])[0] != "C"
    assert plain(shown, limit=10_000) == shown


def test_meta_offences_are_found() -> None:
    """The checker is able to object to each of the things that it is for."""
    for line in ("::error::", "  ::x", "a ##[error]", "##vso[x]", "\x1b[2J", "\u202e", "\u200b", "\r"):
        assert offence(f"fine\n{line}\nfine") == line
    assert offence("fine: x::y\n  # fine") == ""
