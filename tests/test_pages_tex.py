"""TeX of statements as MathML: what is right is typeset, and nothing else gets through."""

import re

import pytest

from nncheck.pages.markdown import _TEX
from nncheck.pages.tex import tex_mathml
from nncheck.release.statement import statement
from nncheck.spec import load_exercises

TAG = re.compile(r"<[^>]*>")


@pytest.mark.parametrize(
    ("tex", "parts"),
    [
        (r"\frac{1}{2}", ["<mfrac>", "<mn>1</mn>"]),
        (r"a<b", ["<mo>&lt;</mo>"]),
        (r"\text{if } x", ["<mtext>if", "<mi>x</mi>"]),
        (r"\log p", ["<mi>log</mi><mspace", "<mi>p</mi>"]),
        (r"\operatorname{erf}(x)", ['<mi>erf</mi><mo stretchy="false">(']),
        (r"f'(x)", ["<mrow><mi>f</mi><mo>′</mo></mrow>"]),
        (r"\partial E/\partial w", ["<mi>∂</mi>", '<mo lspace="0" rspace="0">/</mo>']),
        (r"y\log(p)", ["<mi>y</mi><mspace", '<mi>log</mi><mo stretchy="false">(']),
    ],
)
def test_tex_becomes_mathml(tex: str, parts: list[str]) -> None:
    """Fractions, signs as text, words, and names of functions with a space beside them."""
    for part in parts:
        assert part in tex_mathml(tex)


@pytest.mark.parametrize(
    "tex",
    [
        r"<script>alert(1)</script>",
        r"\text{<img src=x onerror=alert(1)>}",
        r"\href{javascript:alert(1)}{x}",
        r"\style{background:url(https://example.org)}{x}",
        r"\class{a}{x}",
        r"\mathrm{\char`<}",
    ],
)
def test_tex_can_do_nothing_but_typeset(tex: str) -> None:
    """No element of HTML, no link, no style and no class comes out."""
    tags = TAG.findall(tex_mathml(tex))
    assert tags
    assert all(re.match(r"</?(m[a-z]+|code)\b", each) for each in tags)
    assert not any(re.search(r"\b(href|style|class|id|on\w+|src)=", each) for each in tags)


def test_what_cannot_be_read_is_shown() -> None:
    """Half a formula stands there as it was written."""
    assert tex_mathml(r"\left( <x") == r"<code>\left( &lt;x</code>"


def test_all_statements_can_be_typeset() -> None:
    """No formula of our exercises is left as TeX, or with a command that is not known."""
    texts = [statement(each, code) for each in load_exercises(()).values() for code in ("en", "zh")]
    formulas = [found["inline"] or found["display"] for text in texts for found in _TEX.finditer(text)]
    assert len(formulas) > 300
    assert [tex for tex in formulas if re.search(r"<code>|\\[a-zA-Z]", tex_mathml(tex))] == []
