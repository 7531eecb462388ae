"""Text that a student may have written -> text that no terminal, log or page obeys."""

import re
import unicodedata

LIMIT = 500  # characters of one message

# Controls, format characters (bidi overrides, zero-width ones), surrogates, private and unassigned ones,
# separators of lines, which Python's lines go on after, and letters that are blank.
INERT = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")
MARKS = frozenset({"Mn", "Me"})
MOST_MARKS = 2  # on one letter; more pile up over the lines above
LOG_COMMAND = re.compile(r"([:#])(?=\1)")  # build servers obey ::error::, ##[error], ##vso[], ##teamcity[]


def plain(text: str, limit: int = LIMIT) -> str:
    """`text` on one line, capped, with everything that could steer a terminal or a log spelt out."""
    if text.isascii() and text.isprintable() and len(text) <= limit and "::" not in text and "##" not in text:
        return text
    line = " ".join(capped(text, limit).split())
    if not line.isascii():
        line = thinned(line)
    return LOG_COMMAND.sub(r"\1 ", "".join(map(visible, line)))


def capped(text: str, limit: int) -> str:
    """The first `limit` characters, and how many were left out."""
    if len(text) <= limit:
        return text
    return f"{text[:limit]}... ({len(text) - limit:,} more characters)"


def thinned(line: str) -> str:
    """Without the combining marks that are too many for their letter."""
    kept, marks = [], 0
    for character in line:
        marks = marks + 1 if unicodedata.category(character) in MARKS else 0
        if marks <= MOST_MARKS:
            kept.append(character)
    return "".join(kept)


def visible(character: str) -> str:
    """The character itself, or its escape sequence when it would do more than be seen."""
    if unicodedata.category(character) not in INERT and character not in BLANK:
        return character
    return character.encode("unicode_escape").decode("ascii")
