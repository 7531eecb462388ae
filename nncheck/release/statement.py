"""An exercise's README -> what the student reads, in one language."""

import re

from nncheck.files import read_bounded
from nncheck.spec.exercise import Exercise
from nncheck.submission import decoded

LARGEST = 1 << 20  # bytes of a README

_CHINESE = re.compile(r"^(?:---\s*\n+)?## 中文\s*$", re.MULTILINE)  # all above it is in English
_TITLE = re.compile(r"\A# .*")


def statement(exercise: Exercise, language: str) -> str:
    """The text below the title: in `language`, in English where there is no other, "" where there is none."""
    path = exercise.source.with_name("README.md")
    if not path.is_file():
        return ""
    english, *chinese = _CHINESE.split(decoded(path, read_bounded(path, LARGEST)), maxsplit=1)
    if language == "zh" and chinese:
        return chinese[0].strip()
    return _TITLE.sub("", english.lstrip(), count=1).strip()
