"""GitHub's workflow commands: lines of a log that become annotations beside the lines of a file."""

from nncheck.report.plain import visible

ESCAPES = {"%": "%25", "\r": "%0D", "\n": "%0A"}
PROPERTY_ESCAPES = {**ESCAPES, ":": "%3A", ",": "%2C"}


def command(level: str, title: str, message: str, file: str | None = None, line: int | None = None) -> str:
    """An annotation at a level (error, warning, notice); a message may have several lines."""
    named = {"file": file, "line": None if line is None else str(line), "title": title}
    properties = ",".join(
        f"{name}={_escaped(text, PROPERTY_ESCAPES)}" for name, text in named.items() if text is not None
    )
    return f"::{level} {properties}::{_escaped(message, ESCAPES)}\n"


def _escaped(text: str, escapes: dict[str, str]) -> str:
    return "".join(escapes.get(character) or _shown(character) for character in text)


def _shown(character: str) -> str:
    """What else could end a line, such as U+2028, is spelt out."""
    return visible(character) if character.isprintable() else ascii(character)[1:-1]
