"""gettext catalogues -> a language. English has none: nothing of this is loaded for it."""

from collections.abc import Iterable
from pathlib import Path

import polib

from nncheck.errors import UsageError, unknown_name
from nncheck.language.known import CATALOGUES, ENGLISH_CODE, languages
from nncheck.language.language import ENGLISH, Language
from nncheck.language.typography import full_width


def language_of(code: str, exercises: Iterable[Path] = ()) -> Language:
    """A language with the strings of all exercises in some folders, from their <name>/<code>.po.

    An exercise without that file stays English.

    Raises UsageError for a language that there is not, and for a catalogue that cannot be read.
    """
    if code == ENGLISH_CODE:
        return ENGLISH
    if code not in languages():
        raise unknown_name("language", code, languages())
    strings: dict[str, str] = {}
    for folder in exercises:
        for path in sorted(folder.glob(f"*/{code}.po")):
            strings |= translations(path)
    return Language(code, translations(CATALOGUES / f"{code}.po"), strings)


def translations(path: Path) -> dict[str, str]:
    """What a catalogue translates, as it is printed.

    Raises UsageError naming the file where it is no catalogue.
    """
    return {msgid: full_width(msgstr) for msgid, msgstr in raw_translations(path).items()}


def raw_translations(path: Path) -> dict[str, str]:
    """The same as it is written in the file; entries that are fuzzy or empty do not count.

    Raises UsageError naming the file where it is no catalogue.
    """
    try:
        entries = polib.pofile(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:  # polib raises OSError for a wrong line as well
        raise UsageError(f"{path} is no gettext catalogue: {error}") from None
    return {entry.msgid: entry.msgstr for entry in entries if entry.translated()}
