"""English sentences -> the same in the language of a report.

Results are kept in English, the same for everybody. What is translated is what people read of them:
fixed words by `say`, and by `sentence` what a check has said, with all the numbers and names in it.
"""

from collections.abc import Mapping
from functools import lru_cache

from nncheck.language.known import ENGLISH_CODE
from nncheck.language.template import HOLE, Template, is_said, may_stay

MOST_REMEMBERED = 4096  # sentences: those of a class repeat
DEEPEST = 4  # sentences within sentences


class Language:
    """A language: its code, the words of nncheck itself and the strings of exercises, each by its English.

    Words may have holes; strings of exercises have none. What has no translation stays English.
    """

    def __init__(self, code: str, words: Mapping[str, str], strings: Mapping[str, str]):
        self.code, self._words, self._strings = code, words, strings
        templates = (Template(*each) for each in words.items() if HOLE.search(each[0]))
        self._templates = sorted(templates, key=lambda template: -template.weight)
        self._remembered = lru_cache(MOST_REMEMBERED)(self._translated)

    def say(self, words: str, **fields: object) -> str:
        """Fixed words of a report, with their holes filled."""
        return self._words.get(words, words).format(**fields)

    def sentence(self, text: str) -> str:
        """A finished sentence of a result or an exercise; what a student wrote in it stays as it is."""
        return (self._remembered(text) if self._words else None) or text

    def knows(self, text: str) -> bool:
        """Whether there is a translation of just this text."""
        return text in self._strings or text in self._words

    def _translated(self, text: str, depth: int = 0) -> str | None:
        """The translation; None where there is none for some part of it."""
        if self.knows(text):
            return self._strings.get(text) or self._words[text]
        for template in self._templates if depth < DEEPEST else ():
            filled = self._filled(template.holes(text), depth)
            if filled is not None:
                return template.translation.format(**filled)
        return None

    def _filled(self, holes: Mapping[str, str] | None, depth: int) -> dict[str, str] | None:
        """What is put into the holes of a translation; None where that would be English prose."""
        if holes is None:
            return None
        filled = dict(holes)
        for name, content in holes.items():
            said = self._translated(content, depth + 1) if is_said(name) else content
            if said is None and not may_stay(name, content):
                return None
            filled[name] = content if said is None else said
        return filled


ENGLISH = Language(ENGLISH_CODE, {}, {})
