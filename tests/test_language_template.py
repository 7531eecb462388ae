"""A sentence with holes finds what stands in them, and is not taken in by what students write."""

import time

import pytest

from nncheck.language.template import Template, fits

SHAPE = Template("{part} has shape {shape}, expected {wanted}", "")
RAISED = Template("it raised {error}: {text}", "")
NUMBERS = Template("{left_number} is not {right_number}", "")


@pytest.mark.parametrize(
    ("template", "text", "holes"),
    [
        (
            SHAPE,
            "answer[0] has shape (2, 3), expected (3,)",
            {"part": "answer[0]", "shape": "(2, 3)", "wanted": "(3,)"},
        ),
        (RAISED, "it raised ValueError: one: two", {"error": "ValueError", "text": "one: two"}),
        (RAISED, "it raised ValueError: ", {"error": "ValueError", "text": ""}),
        (NUMBERS, "-inf is not 1e-05", {"left_number": "-inf", "right_number": "1e-05"}),
        (NUMBERS, "1,000 is not 12.5%", {"left_number": "1,000", "right_number": "12.5%"}),
    ],
)
def test_holes_are_found(template: Template, text: str, holes: dict[str, str]) -> None:
    """A finished sentence gives back what it was made of."""
    assert template.holes(text) == holes


@pytest.mark.parametrize(
    ("template", "text"),
    [
        (SHAPE, "answer[0] has shape (2, 3)"),
        (SHAPE, "every good answer has shape (2, 3), expected (3,)"),
        (SHAPE, " has shape (2, 3), expected (3,)"),
        (NUMBERS, "the loss is not 3"),
        (NUMBERS, "3 is not "),
        (RAISED, "it raised an error of its own: x"),
        (Template("in all {number} bytes", ""), "in all bytes"),
    ],
)
def test_other_sentences_are_not_taken_for_it(template: Template, text: str) -> None:
    """Prose fits no hole for code, and words no hole for a number."""
    assert template.holes(text) is None


def test_hostile_texts_take_no_longer() -> None:
    """A text of nothing but the words between holes is answered at once."""
    hostile = "a has shape , expected " * 20_000
    start = time.process_time()
    SHAPE.holes(hostile)
    assert time.process_time() - start < 1


def test_long_words_take_no_longer() -> None:
    """A single word without an end is looked through once."""
    start = time.process_time()
    assert fits("name", "a" * 100_000)
    assert time.process_time() - start < 1
