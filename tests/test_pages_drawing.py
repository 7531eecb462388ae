"""Pictures by matplotlib within pages."""

import re

import pytest
from browser import Opened

from nncheck.pages.drawing import inline
from nncheck.pages.frame import page
from nncheck.plots.picture import picture
from nncheck.plots.style import svg
from nncheck.spec import load_exercises


@pytest.fixture(scope="module")
def drawn() -> str:
    """As matplotlib writes it."""
    return svg(picture("sigmoid", load_exercises(())))


def test_it_needs_no_style(drawn: str) -> None:
    """The original has styles, which a page's policy refuses; what is put into a page has none."""
    made = inline(drawn, "a curve")
    assert "style=" in drawn
    assert not re.search(r"style=|<style|xlink|metadata|<\?xml", made)


def test_it_can_be_read_out(drawn: str) -> None:
    """A label of any text says what it shows."""
    assert 'aria-label="&lt;b&gt; &amp; &quot;"' in inline(drawn, '<b> & "')


def test_every_reference_has_its_target(drawn: str) -> None:
    """Names that nothing refers to are gone, and all others are there, once."""
    made = inline(drawn, "a curve")
    names = re.findall(r' id="([^"]*)"', made)
    assert set(names) == set(re.findall(r"#([\w.-]+)[\")]", made)) - set(re.findall(r'"#(\w{6})"', made))
    assert len(names) == len(set(names))


def test_a_page_shows_it_in_its_own_colours(opened: Opened, drawn: str) -> None:
    """The curve is as wide as it was drawn, and black on white is light on dark at night."""
    html = page("frame", title="A curve", styles=("course",)).replace(
        "</main>", f"{inline(drawn, 'a curve')}</main>"
    )
    seen = {}
    for dark in (False, True):
        with opened(html, dark=dark) as shown:
            tick = shown.locator('.plot [stroke="#6b6b6b"]').first
            seen[dark] = tick.evaluate("each => getComputedStyle(each).stroke")
            assert shown.locator(".plot").bounding_box()["width"] > 300
    assert seen[False] != seen[True]
