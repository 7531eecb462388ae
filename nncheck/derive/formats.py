"""The formats of a derivation by name."""

from nncheck.derive.html import as_html
from nncheck.derive.markdown import as_markdown
from nncheck.derive.notebook import as_notebook
from nncheck.derive.page import Page
from nncheck.derive.text import as_text

_FORMATS = {"markdown": as_markdown, "notebook": as_notebook, "html": as_html}


def rendered(page: Page, name: str, width: int = 80, colour: bool = False) -> str:
    """The page in a format: text, markdown, notebook or html."""
    return as_text(page, width, colour) if name == "text" else _FORMATS[name](page)
