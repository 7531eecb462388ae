"""A sentence with holes -> what stands in them, in a sentence that somebody else has finished.

The name of a hole says what fits: `text...` anything, such as what a student wrote; `...number` a number;
`sentence...` words that are translated as well, `said...` such words or a name, `place` a cell or a file.
Any other hole is for code or a name: no prose.
"""

import re

HOLE = re.compile(r"\{(\w+)\}")
NUMBER = re.compile(r"[-+]?(?:\d[\d,]*(?:\.\d*)?(?:e[-+]?\d+)?|inf|nan)%?")
PROSE = re.compile(r"[A-Za-z']{2} [A-Za-z']{2}|: ")  # or an exception's text


class Template:
    """A sentence with holes, such as "{part} has shape {shape}, expected {wanted}", and its translation."""

    def __init__(self, original: str, translation: str):
        self.original, self.translation = original, translation
        pieces = HOLE.split(original)
        self._begins, self._names, self._literals = pieces[0], pieces[1::2], pieces[2::2]
        self.weight = len("".join(pieces[::2]))  # the more is said outside of holes, the surer is a match

    def holes(self, text: str) -> dict[str, str] | None:
        """What stands in each hole, if `text` is this sentence.

        A hole ends where the next words first come: that takes no longer for hostile texts than for others.
        """
        if not text.startswith(self._begins):
            return None
        found, position = {}, len(self._begins)
        for number, (name, literal) in enumerate(zip(self._names, self._literals, strict=True), 1):
            last = number == len(self._names)
            end = _last_place(literal, text) if last else text.find(literal, position)
            if end < position or not fits(name, text[position:end]):
                return None
            found[name], position = text[position:end], end + len(literal)
        return found


def _last_place(literal: str, text: str) -> int:
    return len(text) - len(literal) if text.endswith(literal) else -1


def fits(name: str, content: str) -> bool:
    """Whether something can stand in the hole of that name."""
    if name.startswith("text"):
        return True
    if name.endswith("number"):
        return NUMBER.fullmatch(content) is not None
    return bool(content) and (is_said(name) or not PROSE.search(content))


def is_said(name: str) -> bool:
    """Whether what stands in the hole is prose of ours, to be translated as well."""
    return name.startswith(("sentence", "said", "place"))


def may_stay(name: str, content: str) -> bool:
    """Whether what stands in such a hole is right as it is, where there is no translation of it."""
    return name.startswith("place") or (name.startswith("said") and not PROSE.search(content))
