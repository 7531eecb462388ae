"""The fixed words of the pages, in the language of the page."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import polib

from nncheck.language.typography import full_width

CATALOGUES = {"zh": Path(__file__).with_name("zh.po")}  # English is in the templates
TAGS = {"zh": "zh-Hans"}  # what browsers and screen readers call a language

Say = Callable[..., str]


def words(language: str) -> Say:
    """The function `say("{count} checks passed", count=3)` of a language; English where it knows no other."""
    known = _catalogue(language) if language in CATALOGUES else {}

    def say(template: str, **fields: object) -> str:
        """The words with their holes filled."""
        return known.get(template, template).format(**fields)

    return say


def tag(language: str) -> str:
    """The language as an attribute `lang` has it."""
    return TAGS.get(language, language)


@cache
def _catalogue(language: str) -> dict[str, str]:
    entries = polib.pofile(str(CATALOGUES[language]), encoding="utf-8")
    return {entry.msgid: full_width(entry.msgstr) for entry in entries if entry.translated()}
