"""Text and corrections -> the corrected text, every other character as it was."""

from collections.abc import Iterable

from nncheck.verify.notes.results import Correction


def corrected(text: str, corrections: Iterable[Correction]) -> str:
    """The text with each correction made; of two for the same place the first counts."""
    parts, end = [], 0
    for each in sorted(corrections, key=lambda each: each.start):
        if each.start >= end:
            parts += [text[end : each.start], each.text]
            end = each.end
    return "".join([*parts, text[end:]])
