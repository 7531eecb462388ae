"""Page -> a Jupyter notebook: the sentences and formulas, and code that computes the same in plain Python."""

import json
from typing import Any

from nncheck.derive.markdown import block_text, sentence
from nncheck.derive.page import Block, Page, Program


def as_notebook(page: Page) -> str:
    """The notebook as JSON; it runs from top to bottom with nothing but Python."""
    cells = [_markdown(f"# {sentence(page.title)}"), _code(["import math"])]
    for block in page.blocks:
        cells += _cells(block)
    for number, cell in enumerate(cells):
        cell["id"] = f"derivation-{number}"
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    notebook = {
        "cells": cells,
        "metadata": {"kernelspec": kernel, "language_info": {"name": "python"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(notebook, ensure_ascii=False, indent=1) + "\n"


def _cells(block: Block) -> list[dict[str, Any]]:
    text = sentence(block.words) if isinstance(block, Program) else block_text(block)
    code = getattr(block, "code", ())
    return [_markdown(text), *([_code(list(code))] if code else [])]


def _markdown(text: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "metadata": {}, "source": text}


def _code(lines: list[str]) -> dict[str, Any]:
    return {
        "cell_type": "code",
        "execution_count": None,
        "metadata": {},
        "outputs": [],
        "source": "\n".join(lines),
    }
