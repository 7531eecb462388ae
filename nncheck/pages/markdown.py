"""Markdown of an exercise's statement -> HTML, with its TeX as MathML. Raw HTML in it stays text."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from nncheck.pages.tex import tex_mathml

_TEX = re.compile(r"\$\$(?P<display>[^$]+)\$\$|\$(?P<inline>(?!\s)[^$]+?)(?<!\s)\$(?!\d)")
_TOP = 2  # the level of a statement's highest headings: the page's title is the first
_LOWEST = 6


def html(markdown: str) -> str:
    """The statement as markup. Wide tables and formulas stand in boxes of their own."""
    parser = _parser()
    tokens = parser.parse(markdown)
    _level(tokens)
    rendered: str = parser.renderer.render(tokens, parser.options, {})
    return rendered


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable("table").disable(["image", "html_inline"])
    parser.inline.ruler.before("escape", "math", _math)
    parser.add_render_rule("math", _show_math)
    parser.add_render_rule("table_open", lambda *_: '<div class="wide"><table>\n')
    parser.add_render_rule("table_close", lambda *_: "</table></div>\n")
    return parser


def _math(state: StateInline, silent: bool) -> bool:
    """Takes $...$ or $$...$$ where one begins."""
    found = _TEX.match(state.src, state.pos)
    if found is None:
        return False
    if not silent:
        token = state.push("math", "math", 0)
        token.content = (found["inline"] or found["display"]).strip()
        token.meta = {"display": found["inline"] is None}
    state.pos = found.end()
    return True


def _show_math(_renderer: RendererHTML, tokens: Sequence[Token], index: int, *_: Any) -> str:
    token = tokens[index]
    if token.meta["display"]:
        return f'<span class="wide formula">{tex_mathml(token.content, display=True)}</span>'
    return tex_mathml(token.content)


def _level(tokens: Sequence[Token]) -> None:
    """Moves all headings, so that the highest ones come right below the page's title."""
    headings = [each for each in tokens if each.type in ("heading_open", "heading_close")]
    by = _TOP - min((int(each.tag[1]) for each in headings), default=_TOP)
    for each in headings:
        each.tag = f"h{min(int(each.tag[1]) + by, _LOWEST)}"
