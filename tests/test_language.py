"""English sentences become those of another language, with the student's own words untouched."""

import pytest

from nncheck.language.language import ENGLISH, Language

WORDS = {
    "it is {sentence} times {number}": "{number} 倍的{sentence}",
    "right but for {said}": "除了{said}都对",
    "the second time": "第二次",
    "it raised {error}: {text}": "引发了 {error}：{text}",
    "it raised EOFError: nobody is there": "没有人",
    "got": "得到",
    "see {place}": "请看 {place}",
    "after step {number}: {sentence}": "第 {number} 步之后：{sentence}",
}
STRINGS = {"the root forgotten": "忘了开方", "Squash {x} into (0, 1).": "把 {x} 压到 (0, 1)。"}
CHINESE = Language("zh", WORDS, STRINGS)


def test_fixed_words_are_said_with_their_holes_filled() -> None:
    """`say` translates the template, not what is filled in; what nobody translated stays English."""
    assert CHINESE.say("see {place}", place="got") == "请看 got"
    assert CHINESE.say("unheard of {place}", place=1) == "unheard of 1"
    assert ENGLISH.say("see {place}", place="x") == "see x"


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("the root forgotten", "忘了开方"),
        ("Squash {x} into (0, 1).", "把 {x} 压到 (0, 1)。"),
        ("it raised ValueError: the second time", "引发了 ValueError：the second time"),
        ("it raised ValueError: {text} {0}", "引发了 ValueError：{text} {0}"),
        ("it raised EOFError: nobody is there", "没有人"),
        ("it is the second time times 3", "3 倍的第二次"),
        ("it is z1 times 3", "it is z1 times 3"),
        ("right but for z1", "除了z1都对"),
        ("right but for the second time", "除了第二次都对"),
        ("right but for one thing", "right but for one thing"),
        ("it is an unheard of thing times 3", "it is an unheard of thing times 3"),
        ("something else", "something else"),
        ("", ""),
    ],
)
def test_sentences(english: str, chinese: str) -> None:
    """What is known is translated, also inside of a sentence; exceptions are quoted; the rest stays."""
    assert CHINESE.sentence(english) == chinese
    assert ENGLISH.sentence(english) == english


def test_sentences_within_sentences_have_an_end() -> None:
    """A student's text that looks like thousands of our sentences is left alone, and quickly."""
    nested = "after step 1: " * 2000
    assert CHINESE.sentence(nested) == nested
