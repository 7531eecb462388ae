"""Domain + sizes + styles -> arguments of simple numbers.

A style says with which numbers of its domain an array is filled, the simplest number being the first.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from math import ceil, floor, log2
from typing import Any, NamedTuple

import numpy as np

from nncheck.spec.domain import (
    Batches,
    Choice,
    Distribution,
    Domain,
    Positive,
    Reals,
    Shape,
    Weights,
    Whole,
    Words,
)

Sizes = Mapping[str, tuple[int, ...]]

UNNAMED = ""  # the size of what no axis names: hidden layers, the samples of a batch
# Short to write before longer; the last one is rounded, in every type.
_NUMBERS = (0.0, 1.0, -1.0, 2.0, 0.5, -2.0, -0.5, 3.0, 0.25, 0.75, 0.125, -3.0, 8.0, -8.0, 0.1)
_WHOLE = (0, 1, 2, 3, 4, 5, 7, 10)
_ENOUGH = 3  # numbers, to tell sums from products and one argument from another


class Style(NamedTuple):
    """The place of the first entry's number, and how many places further each next one is."""

    first: int
    step: int = 0

    def chosen(self, values: Sequence[Any], entry: int = 0) -> Any:
        """The value of an entry."""
        return values[(self.first + self.step * entry) % len(values)]


Styles = Iterator[Style]


def filled(domains: Mapping[str, Domain], sizes: Sizes, single: bool, styles: Styles) -> tuple[Any, ...]:
    """All arguments of a call. Each array and number in them takes the next of `styles`.

    With `single` the first axis is left out where it may be.
    """
    found: dict[str, Any] = {}
    for name, domain in domains.items():
        if isinstance(domain, Positive) and domain.along:
            found[name] = _positive(domain, sizes, next(styles)) @ found[domain.along]
        else:
            found[name] = _value(domain, sizes, single, styles)
    return tuple(found.values())


def _value(domain: Domain, sizes: Sizes, single: bool, styles: Styles) -> Any:
    if isinstance(domain, dict):
        return {name: _value(part, sizes, single, styles) for name, part in domain.items()}
    if isinstance(domain, Weights):
        return _weights(domain, sizes, styles)
    if isinstance(domain, Batches):
        return _batches(domain, sizes, styles)
    if isinstance(domain, Reals):
        return _reals(domain, sizes, single, next(styles))
    fill = _FILL.get(type(domain))
    return fill(domain, sizes, next(styles)) if fill else _of_sizes(domain, sizes)


def _shape(domain: Domain, sizes: Sizes) -> tuple[int, ...]:
    return tuple(length for name in domain.dims for length in sizes[name])


def _numbers(low: float, high: float) -> list[float]:
    """The simple numbers of an interval; where it has few, multiples of a power of two."""
    simple = [each for each in _NUMBERS if low <= each <= high]
    if len(simple) >= _ENOUGH or low == high:
        return simple or [low]
    step = 2.0 ** floor(log2((high - low) / _ENOUGH))
    multiples = [step * factor for factor in range(ceil(low / step), floor(high / step) + 1)]
    return simple + [each for each in multiples if each not in simple]


def _array(values: Sequence[Any], shape: tuple[int, ...], style: Style) -> Any:
    entries = [style.chosen(values, entry) for entry in range(int(np.prod(shape)))]
    return np.array(entries, dtype=np.float64).reshape(shape)


def _reals(domain: Reals, sizes: Sizes, single: bool, style: Style) -> Any:
    numbers = _numbers(domain.low, domain.high)
    if domain.dims == ():
        return style.chosen(numbers)
    shape = sizes[UNNAMED] if domain.dims is None else _shape(domain, sizes)
    return _array(numbers, shape[1:] if single and domain.one_row else shape, style)


def _choice(domain: Choice, sizes: Sizes, style: Style) -> Any:
    return _array(domain.values, _shape(domain, sizes), style) if domain.dims else style.chosen(domain.values)


def _whole(domain: Whole, sizes: Sizes, style: Style) -> int:
    simple = [each for each in _WHOLE if domain.low <= each <= domain.high]
    return int(style.chosen(simple or [domain.low, domain.high]))


def _words(domain: Words, sizes: Sizes, style: Style) -> list[str]:
    (length,) = _shape(domain, sizes)
    return [style.chosen(domain.values, entry) for entry in range(length)]


def _distribution(domain: Distribution, sizes: Sizes, style: Style) -> Any:
    """Rows that sum to 1 exactly, their largest share in one place or another."""
    *rows, classes = _shape(domain, sizes)
    shares = [1.0] + [0.0] * (classes - 1) if domain.one_hot else _shares(classes)
    turns = [style.first + style.step * row for row in range(int(np.prod(rows)))]
    return np.array([np.roll(shares, turn) for turn in turns]).reshape(*rows, classes)


def _shares(classes: int) -> list[float]:
    """1/2, 1/4, ... 1/2^k and the same once more; of two classes 1/4 and 3/4, since halves tell little."""
    if classes == 2:
        return [0.25, 0.75]
    return [2.0**-place for place in range(1, classes)] + [2.0 ** (1 - classes)]


def _positive(domain: Positive, sizes: Sizes, style: Style) -> Any:
    """Diagonal matrices, and others with entries beside the diagonal; no eigenvalue is below 1."""
    length = _shape(domain, sizes)[0]
    unit, beside = np.eye(length), np.eye(length, k=1) + np.eye(length, k=-1)
    kinds = [unit, 2 * unit, np.diag(np.arange(1.0, length + 1)), unit + 1, 3 * unit - beside]
    return style.chosen(kinds)


def _weights(domain: Weights, sizes: Sizes, styles: Styles) -> list[Any]:
    (depth,), hidden = sizes[domain.depth], sizes[UNNAMED]
    inner = [hidden[layer % len(hidden)] for layer in range(depth)]
    if domain.last:
        inner[-1] = sizes[domain.last][0]
    widths, numbers = [*sizes[domain.first], *inner], _numbers(domain.low, domain.high)
    style = next(styles)
    shapes = list(zip(widths[1:], widths, strict=False))
    matrices = [_array(numbers, shape, _later(style, layer)) for layer, shape in enumerate(shapes)]
    if not domain.biases:
        return matrices
    style = next(styles)
    return [
        (matrix, _array(numbers, (len(matrix),), _later(style, layer)))
        for layer, matrix in enumerate(matrices)
    ]


def _batches(domain: Batches, sizes: Sizes, styles: Styles) -> list[Any]:
    number, features = _shape(domain, sizes)
    samples, numbers = sizes[UNNAMED], _numbers(domain.low, domain.high)
    of_x, of_y = next(styles), next(styles)
    lengths = [samples[batch % len(samples)] for batch in range(number)]
    return [
        (
            _array(numbers, (length, features), _later(of_x, batch)),
            _array(numbers, (length,), _later(of_y, batch)),
        )
        for batch, length in enumerate(lengths)
    ]


def _later(style: Style, place: int) -> Style:
    """The style of a later one of several arrays: they differ where entries do."""
    return style._replace(first=style.first + place * style.step)


def _of_sizes(domain: Domain, sizes: Sizes) -> Any:
    """A length, or a shape."""
    lengths = _shape(domain, sizes)
    return lengths if isinstance(domain, Shape) else lengths[0]


_FILL: dict[type, Callable[[Any, Sizes, Style], Any]] = {
    Choice: _choice,
    Distribution: _distribution,
    Whole: _whole,
    Words: _words,
    Positive: _positive,
}
