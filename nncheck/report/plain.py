"""Text that a student may have written -> text that no terminal, log or page obeys."""

import re
import unicodedata

LIMIT = 500  # characters of one message

# Controls, format characters (bidi overrides, zero-width ones), surrogates, private and unassigned ones.
INERT = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
COMBINING = r"[\u0300-\u036f\u0483-\u0489\u20d0-\u20ff]"
STACKED_MARKS = re.compile(rf"({COMBINING}{{2}}){COMBINING}+")  # else they pile up over the lines above
LOG_COMMAND = re.compile(r"::(?=[a-z])|##(?=\[)")  # build servers obey lines such as "::error::..."


def plain(text: str, limit: int = LIMIT) -> str:
    """`text` on one line, capped, with everything that could steer a terminal or a log spelt out."""
    if text.isascii() and text.isprintable() and len(text) <= limit and "::" not in text and "##" not in text:
        return text
    line = capped(" ".join(text.split()), limit)
    line = "".join(visible(character) for character in STACKED_MARKS.sub(r"\1", line))
    return LOG_COMMAND.sub(lambda found: " ".join(found[0]), line)


def capped(text: str, limit: int) -> str:
    """The first `limit` characters, and how many were left out."""
    if len(text) <= limit:
        return text
    return f"{text[:limit]}... ({len(text) - limit:,} more characters)"


def visible(character: str) -> str:
    """The character itself, or its escape sequence when it would do more than be seen."""
    if unicodedata.category(character) not in INERT:
        return character
    return character.encode("unicode_escape").decode("ascii")
