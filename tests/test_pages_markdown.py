"""Statements of exercises as HTML."""

import pytest

from nncheck.pages.markdown import html

TABLE = "| a | b |\n|---|---|\n| $\\frac{1}{2}$ | `x | y` |\n"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("some *text* and `$x$`", "<p>some <em>text</em> and <code>$x$</code></p>\n"),
        ("# A\n\n### B", "<h2>A</h2>\n<h4>B</h4>\n"),
        ("### A\n\n#### B", "<h2>A</h2>\n<h3>B</h3>\n"),
        ("```\n<b>\n```", "<pre><code>&lt;b&gt;\n</code></pre>\n"),
        (r"it costs \$5 and $6", "<p>it costs $5 and $6</p>\n"),
    ],
)
def test_markdown(written: str, shown: str) -> None:
    """Ordinary Markdown, its highest headings below the page's title, and money that is no formula."""
    assert html(written) == shown


@pytest.mark.parametrize(
    ("written", "display"), [("so $a_1 * b_1$ and *c*", "inline"), ("$$a_1 * b_1\n= c$$", "block")]
)
def test_formulas(written: str, display: str) -> None:
    """What stands between dollars is mathematics, and its signs are no Markdown."""
    assert f'<math display="{display}">' in html(written)
    assert "<msub><mi>a</mi><mn>1</mn></msub><mo>*</mo>" in html(written)


def test_wide_things_have_boxes() -> None:
    """Tables and displayed formulas scroll by themselves on a phone."""
    assert html(TABLE).startswith('<div class="wide"><table>')
    assert '<span class="wide formula"><math display="block">' in html("$$x$$")


@pytest.mark.parametrize(
    "written",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "![x](https://example.org/a.png)",
        '<https://example.org/"onclick=alert(1)>',
        "a <b onclick=alert(1)>b</b>",
    ],
)
def test_raw_html_stays_text(written: str) -> None:
    """No markup of the statement's own, no script in a link, and no picture from elsewhere."""
    shown = html(written)
    assert not any(each in shown for each in ("<script", "<img", "<b", 'href="javascript', '"onclick'))
