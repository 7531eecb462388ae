"""What came and what should have -> two lines, one above the other, and the column where they part."""

from typing import Any

import msgspec
import numpy as np

from nncheck.language.language import ENGLISH, Language
from nncheck.records import Array, Opaque, Record, Tensor, Value
from nncheck.report.difference import first_difference, numbers, too_far, within
from nncheck.report.plain import plain
from nncheck.report.snippet import entry

WHOLE = 64  # entries; a larger array is only shown around the first entry that is wrong
FEW = 6  # entries of something of the wrong form
NEIGHBOURS = 8  # looked at on each side of that entry


class Comparison(Record, frozen=True, kw_only=True):
    """Two aligned texts. `caret` is the column of the first difference, None where there is no one place."""

    where: str = ""  # which part of the result this is: ["a1"], [1, 2] of shape (20, 30)
    got: str
    expected: str
    caret: int | None = None


def compare(
    got: Value,
    expected: Value,
    allowed: float | None,
    width: int,
    language: Language = ENGLISH,
    part: tuple[str | int, ...] = (),
) -> Comparison:
    """The first place in `got`, or in a `part` of it, that is further than `allowed` from `expected`."""
    begin, got, expected = within(got, expected, part)
    path, one, other = first_difference(got, expected, allowed or 0.0, begin)
    left, right = numbers(one), numbers(other)
    if left is None or right is None:
        return Comparison(where=path, got=described(one, language), expected=described(other, language))
    if left.shape != right.shape or not too_far(left, right, 0.0).any():
        both = _with_kind(left, one, language), _with_kind(right, other, language)
        return Comparison(where=path, got=both[0], expected=both[1])
    return _beside(path, left, right, allowed or 0.0, width, language)


def described(value: Value, language: Language = ENGLISH) -> str:
    """One line for something that is no array of numbers, or not of the right form."""
    say = language.say
    match value:
        case None:
            return say("nothing")
        case Opaque():
            return say("an object of type {text}", text=plain(language.sentence(value.type_name), 80))
        case str():
            return say("the text {text}", text=plain(repr(value), 60))
        case dict():
            keys = _listed([plain(repr(key), 20) for key in value])
            return say("a dict with {keys}", keys=keys) if keys else say("a dict with nothing in it")
        case list() | tuple():
            return language.sentence(f"a {type(value).__name__} of {len(value)}")
    array = numbers(value)
    return plain(repr(value), 60) if array is None else _with_kind(array, value, language)


def _beside(
    path: str, got: Array, expected: Array, allowed: float, width: int, language: Language
) -> Comparison:
    wrong = too_far(got, expected, allowed)
    place = int(np.argmax(wrong if wrong.any() else too_far(got, expected, 0.0)))
    if got.size <= WHOLE:
        pairs = [aligned(one, other) for one, other in zip(got.flat, expected.flat, strict=True)]
        whole = _lines([pair[0] for pair in pairs], [pair[1] for pair in pairs], got.shape, place)
        if len(whole.got) <= width:
            return msgspec.structs.replace(whole, where=path)
    return _around(path, got, expected, place, width, language)


def _around(path: str, got: Array, expected: Array, place: int, width: int, language: Language) -> Comparison:
    """The wrong entry and as many neighbours in its row as there is room for."""
    index = np.unravel_index(place, got.shape)
    column, row = int(index[-1]), tuple(int(i) for i in index[:-1])
    got_row, expected_row = got[row], expected[row]
    entry_name = f"{path}[{', '.join(str(int(i)) for i in index)}]"
    where = language.say("{where} of shape {shape}", where=entry_name, shape=got.shape)
    low, high = max(0, column - NEIGHBOURS), min(len(got_row), column + NEIGHBOURS + 1)
    while True:
        window = zip(got_row[low:high], expected_row[low:high], strict=True)
        pairs = [aligned(one, other) for one, other in window]
        before, after = ["..."] * (low > 0), ["..."] * (high < len(got_row))
        tops, bottoms = [before + [pair[i] for pair in pairs] + after for i in (0, 1)]
        lines = _lines(tops, bottoms, (len(tops),), len(before) + column - low)
        if len(lines.got) <= width or high - low == 1:
            return msgspec.structs.replace(lines, where=where)
        low, high = (low + 1, high) if column - low >= high - 1 - column else (low, high - 1)


def _lines(tops: list[str], bottoms: list[str], shape: tuple[int, ...], place: int) -> Comparison:
    """Both rows of entries with their brackets; entries are as wide as the ones that they face."""
    marked = [entry if i != place else "\0" * len(entry) for i, entry in enumerate(tops)]
    start = _nested(marked, shape).index("\0")
    offset = first_different_digit(tops[place], bottoms[place])
    return Comparison(got=_nested(tops, shape), expected=_nested(bottoms, shape), caret=start + offset)


def _nested(entries: list[str], shape: tuple[int, ...]) -> str:
    if not shape:
        return entries[0]
    step = len(entries) // shape[0]
    rows = [_nested(entries[i * step : (i + 1) * step], shape[1:]) for i in range(shape[0])]
    return f"[{', '.join(rows)}]"


def aligned(got: Any, expected: Any) -> tuple[str, str]:
    """Two numbers padded to one width, with their decimal points in one column."""
    pair = [entry(number).replace("np.", "") for number in (got, expected)]
    if all(_positional(text) for text in pair):
        points = [f"{text}.".index(".") for text in pair]
        pair = [" " * (max(points) - point) + text for text, point in zip(pair, points, strict=True)]
    width = max(map(len, pair))
    return pair[0].ljust(width), pair[1].ljust(width)


def first_different_digit(got: str, expected: str) -> int:
    """The first column in which two aligned numbers differ; a missing digit is a zero."""
    if _positional(got.strip()) and _positional(expected.strip()) and "." in got and "." in expected:
        got, expected = (text.rstrip().ljust(len(text), "0") for text in (got, expected))
    return next((i for i, (one, other) in enumerate(zip(got, expected, strict=True)) if one != other), 0)


def _positional(text: str) -> bool:
    return set(text) <= set("-0123456789.")


def _with_kind(array: Array, value: Value, language: Language) -> str:
    """An array or number that differs in its form: its form first, then a few entries."""
    entries = [entry(number).replace("np.", "") for number in array.flat[:FEW]]
    if not array.shape:
        return f"{entries[0]} ({_placed(str(array.dtype), value, language)})"
    tensor = isinstance(value, Tensor)
    words = "{dtype} tensor of shape {shape}" if tensor else "{dtype} array of shape {shape}"
    form = _placed(language.say(words, dtype=array.dtype, shape=array.shape), value, language)
    if array.size > FEW:
        return f"{form}: {', '.join(entries)}, ..."
    return f"{form}: {_nested(entries, array.shape)}" if entries else form


def _placed(form: str, value: Value, language: Language) -> str:
    """With the device, where it is not the usual one."""
    if not isinstance(value, Tensor) or value.device == "cpu":
        return form
    device = plain(value.device, 20).rstrip(": ")  # a colon may follow
    return language.say("{value} on {device}", value=form, device=device)


def _listed(items: list[str], most: int = 8) -> str:
    return ", ".join(items[:most]) + (", ..." if len(items) > most else "")
