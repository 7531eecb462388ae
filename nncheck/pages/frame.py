"""Template and what it shows -> a whole page, in one file that loads nothing.

A page states in a policy of its own which style and script it has, by their hashes: nothing else in it can
run, load or be sent, whatever text it shows.
"""

from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from nncheck.errors import UsageError
from nncheck.pages import inert, words
from nncheck.report.scores import points

try:
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup
except ImportError:
    raise UsageError(
        "pages need Jinja2, which is not installed; install it with: pip install 'nncheck[pages]'"
    ) from None

_TEMPLATES = files("nncheck.pages") / "templates"


@cache
def environment() -> Environment:
    """Templates in which all text is escaped, and a name that is not given is an error."""
    made = Environment(
        loader=PackageLoader("nncheck.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"inert": inert.inert, "points": points, "value": inert.value}
    return made


def page(
    template: str,
    *,
    title: str,
    language: str = "en",
    script: str = "",
    styles: Sequence[str] = (),
    **context: Any,
) -> str:
    """`templates/<template>.html` with what it shows.

    `styles` are names of further stylesheets and `script` of the one script, "class" for class.css and
    class.js. In a template `say("Score")` is a word in the language of the page.
    """
    made = environment()
    style = "\n".join(_asset(f"{name}.css") for name in ("style", *styles))
    code = _asset(f"{script}.js") if script else ""
    return made.get_template(f"{template}.html").render(
        **context,
        title=title,
        language=words.tag(language),
        say=words.words(language),
        policy=policy(style, code),
        style=trusted(style),
        script=trusted(code),
    )


def policy(style: str, script: str) -> str:
    """The content-security policy of a page with this style and script."""
    allowed = f"script-src {_hash(script)}" if script else "script-src 'none'"
    return (
        f"default-src 'none'; style-src {_hash(style)}; {allowed}; img-src data:;"
        " base-uri 'none'; form-action 'none'"
    )


def trusted(markup: str) -> Markup:
    """Markup of our own making, which a template is to take as it is. Never for a student's text."""
    return Markup(markup)


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


@cache
def _asset(name: str) -> str:
    return (_TEMPLATES / name).read_text("utf-8").strip()
