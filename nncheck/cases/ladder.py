"""Function -> a ladder of inputs, the simplest first: on which of them does a wrong function go wrong?

Few entries come before many, and numbers that are short to write before longer ones. The ladder is the
same for every seed, and needs no library that is slow to import.
"""

from collections.abc import Iterator
from itertools import combinations, count
from random import Random
from typing import Any

import numpy as np

from nncheck.cases.filled import UNNAMED, Sizes, Style, filled
from nncheck.spec.domain import ANY_SHAPE, Batches, Domain, Positive, Reals, Weights
from nncheck.spec.exercise import Function
from nncheck.spec.trees import leaves

Arguments = tuple[Any, ...]
Pattern = tuple[Style, ...]  # a style for each array and number of the arguments

_DEFAULT_SIZES = (1, 4)
_MOST_ENTRIES = 200  # more are no simple inputs
_SHAPES: tuple[tuple[int, ...], ...] = ((1,), (1, 1), (2,), (2, 2))
_HIDDEN: tuple[tuple[int, ...], ...] = ((1,), (2,), (2, 1, 3))
_MIXTURES = 4  # patterns without a system, for mistakes that the others do not show
_TRIED = 32  # arguments that differ in one place, about
_ZERO, _ONE, _MINUS, _LAST = Style(0), Style(1), Style(2), Style(-1)
_MIXED, _VARIED = Style(0, 1), Style(1, 1)


def ladder(function: Function) -> list[Arguments]:
    """Arguments of calls in order of simplicity, each of them once."""
    found: dict[str, Arguments] = {}
    for sizes, single in _all_sizes(function):
        slots, entries = _counted(function, sizes, single)
        if entries > _MOST_ENTRIES:
            continue
        patterns = _few_patterns if found else _patterns
        for pattern in patterns(slots):
            arguments = filled(function.domain, sizes, single, iter(pattern))
            if _curved(function, arguments):
                found.setdefault(repr(arguments), arguments)
    return sorted(found.values(), key=complexity)


def _counted(function: Function, sizes: Sizes, single: bool) -> tuple[int, int]:
    """How many arrays and numbers there are to be filled, and how many entries they have."""
    slots = count()
    arguments = filled(function.domain, sizes, single, (_ZERO for _ in slots))
    return next(slots), sum(int(np.size(leaf)) for _, leaf in leaves(arguments))


def _curved(function: Function, arguments: Arguments) -> bool:
    """Whether no argument is 0 along which another one must be curved."""
    given = dict(zip(function.domain, arguments, strict=True))
    bent = [each for each in function.domain.values() if isinstance(each, Positive) and each.along]
    return all(np.any(given[each.along]) for each in bent)


def complexity(arguments: Arguments) -> tuple[int, int, float]:
    """How many numbers and words there are, how many characters they take, and how large the numbers are."""
    parts = [leaf for _, leaf in leaves(arguments)]
    words = [str(part) for part in parts if not isinstance(part, np.ndarray | float)]
    arrays = [np.ravel(part) for part in parts if isinstance(part, np.ndarray | float)]
    numbers = [float(each) for array in arrays for each in array]
    written = words + [f"{each:.15g}" for each in numbers]
    return len(written), sum(map(len, written)), sum(map(abs, numbers))


# --- sizes ------------------------------------------------------------------------------------


def _all_sizes(function: Function) -> Iterator[tuple[Sizes, bool]]:
    """Lengths of all axes, and whether a single row stands alone: the shortest, one longer, all different."""
    names = sorted({name for domain in function.domain.values() for name in _names(domain)})
    choices = {name: _lengths(name, function) for name in names}
    smallest = {name: lengths[0] for name, lengths in choices.items()}
    for single in _rows(function):
        yield smallest, single
        for shift in range(2):
            places = {name: 1 + (place + shift) % 2 for place, name in enumerate(names)}
            yield {name: choices[name][min(places[name], len(choices[name]) - 1)] for name in names}, single
    for name in names:
        yield from ((smallest | {name: more}, False) for more in choices[name][1:])
    yield {name: lengths[:2][-1] for name, lengths in choices.items()}, False


def _rows(function: Function) -> tuple[bool, ...]:
    """Whether a single row may stand alone."""
    single = any(getattr(each, "one_row", False) for each in function.domain.values())
    return (False, True) if single else (False,)


def _names(domain: Domain) -> set[str]:
    """The names of all axes, and what stands for those that have none."""
    if isinstance(domain, dict):
        return {name for part in domain.values() for name in _names(part)}
    if isinstance(domain, Reals) and domain.dims is None:
        return {UNNAMED}
    return {*domain.dims, *({UNNAMED} if isinstance(domain, Weights | Batches) else ())}


def _lengths(name: str, function: Function) -> tuple[tuple[int, ...], ...]:
    """What an axis may be, the smallest first."""
    if name == ANY_SHAPE or (name == UNNAMED and function.elementwise):
        return _SHAPES
    if name == UNNAMED:
        return _HIDDEN
    low, high = function.sizes.get(name, _DEFAULT_SIZES)
    return tuple((length,) for length in range(low, min(high, low + 2) + 1))


# --- patterns ---------------------------------------------------------------------------------


def _patterns(slots: int) -> Iterator[Pattern]:
    """For the smallest sizes: all of one style, but for one or two places."""
    yield from _few_patterns(slots)
    others = [Style(place) for place in range(max(5, _TRIED // max(slots, 1)))] + [_MIXED]
    for base in (_ZERO, _ONE, _MINUS):
        yield from (_with(base, other, (slot,), slots) for other in others for slot in range(slots))
    yield from (_with(_ZERO, _ONE, pair, slots) for pair in combinations(range(slots), 2))


def _few_patterns(slots: int) -> Iterator[Pattern]:
    """Zeros, ones, rounded numbers, all numbers different, and some without a system."""
    yield from ((style,) * slots for style in (_ZERO, _ONE, _LAST, _MIXED, _VARIED))
    random = Random(slots)
    for _ in range(_MIXTURES):
        yield tuple(Style(random.randrange(6), random.randrange(3)) for _ in range(slots))


def _with(base: Style, other: Style, places: tuple[int, ...], slots: int) -> Pattern:
    """One style everywhere but in some places."""
    return tuple(other if slot in places else base for slot in range(slots))
