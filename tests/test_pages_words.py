"""The words of all pages, in Chinese as well."""

import re
from pathlib import Path

import polib

import nncheck.pages
from nncheck.pages.words import CATALOGUES

FOLDER = Path(nncheck.pages.__file__).parent
SAID = re.compile(r'\bsay\(\s*"((?:[^"\\]|\\.)*)"')
HOLE = re.compile(r"\{\w+\}")
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def said() -> set[str]:
    """What templates and modules say in so many words."""
    files = [*FOLDER.glob("templates/*.html"), *FOLDER.glob("*.py")]
    return {words for path in files for words in SAID.findall(path.read_text("utf-8"))}


def untranslated(words: set[str], catalogue: polib.POFile) -> set[str]:
    """Those without an entry in Chinese characters that has the same holes."""
    known = {entry.msgid: entry.msgstr for entry in catalogue if not entry.fuzzy}
    return {
        each
        for each in words
        if not CHINESE.search(known.get(each, ""))
        or set(HOLE.findall(each)) != set(HOLE.findall(known[each]))
    }


def test_all_words_are_translated() -> None:
    """Whatever a page says, it can say in Chinese."""
    words = said()
    assert len(words) > 50
    assert untranslated(words, polib.pofile(str(CATALOGUES["zh"]))) == set()


def test_no_words_are_translated_twice() -> None:
    """The pages share their catalogue, and a word has one translation in it."""
    names = [entry.msgid for entry in polib.pofile(str(CATALOGUES["zh"]))]
    assert len(names) == len(set(names))


def test_meta_what_is_missing_is_found() -> None:
    """No entry, an English one, and one that has lost its hole."""
    catalogue = polib.POFile()
    for words, translation in [("a", "中"), ("b", "b"), ("{c}", "中")]:
        catalogue.append(polib.POEntry(msgid=words, msgstr=translation))
    assert untranslated({"a", "b", "{c}", "d"}, catalogue) == {"b", "{c}", "d"}
