"""Where a function's arguments come from."""

from types import EllipsisType
from typing import Any

from nncheck.records import Record

ANY_SHAPE = "..."  # the name of any number of axes, which arguments that name them share


class Reals(Record, frozen=True, kw_only=True):
    """An array of real numbers from `low` to `high`.

    `dims` names its axes, so that arguments which share a name share a size; () is a scalar given
    as a Python float, None any shape at all. With `one_row` the first axis may be left out.
    """

    low: float
    high: float
    dims: tuple[str, ...] | None = None
    one_row: bool = False


class Choice(Record, frozen=True, kw_only=True):
    """A number, or a word, out of a list; with `dims`, an array of such numbers."""

    values: tuple[Any, ...]
    dims: tuple[str, ...] = ()


class Distribution(Record, frozen=True, kw_only=True):
    """Rows of probabilities that sum to 1 exactly, each in (0, 1); classes lie along the last axis.

    With `one_hot` a single class of each row has it all.
    """

    dims: tuple[str, ...]
    one_hot: bool = False


class Whole(Record, frozen=True, kw_only=True):
    """A Python int."""

    low: int
    high: int
    dims: tuple[str, ...] = ()


class Words(Record, frozen=True, kw_only=True):
    """A list of words out of a few, as long as its axis."""

    values: tuple[str, ...]
    dims: tuple[str, ...]


class Weights(Record, frozen=True, kw_only=True):
    """The weights of the layers of a network, first layer first; each is (out, in).

    `depth` names their number, `first` the inputs of the first layer, `last` the outputs of the last one
    (any number of them where it is ""); widths in between are drawn. With `biases` each layer is a pair
    of weights and biases.
    """

    low: float
    high: float
    depth: str
    first: str
    last: str
    biases: bool

    @property
    def dims(self) -> tuple[str, ...]:
        return tuple(name for name in (self.depth, self.first, self.last) if name)


class Positive(Record, frozen=True, kw_only=True):
    """A symmetric positive definite matrix, well conditioned.

    With `along`, the name of an argument before it, a vector in its place: such a matrix times that
    argument, so that their product is positive.
    """

    dims: tuple[str, ...]
    along: str = ""


class Batches(Record, frozen=True, kw_only=True):
    """A list of pairs of x (n, d) and y (n,); the number n of samples differs from pair to pair."""

    low: float
    high: float
    dims: tuple[str, ...]  # the number of batches, the number of features


class Length(Record, frozen=True, kw_only=True):
    """The length of a named axis, a Python int."""

    dims: tuple[str, ...]


class Shape(Record, frozen=True, kw_only=True):
    """A shape, a tuple of Python ints: the lengths of named axes, or any."""

    dims: tuple[str, ...]


class Generator(Record, frozen=True, kw_only=True):
    """A random number generator."""

    dims: tuple[str, ...] = ()


Domain = Any  # one of the records above, or a dict of names to domains


def reals(low: float, high: float, *dims: str | EllipsisType, one_row: bool = False) -> Reals:
    """An array of real numbers whose axes are named `dims`; any shape where none is named.

    `...` among them stands for any number of axes, the same ones wherever it is written.
    """
    return Reals(low=low, high=high, dims=_names(dims) or None, one_row=one_row)


def number(low: float, high: float) -> Reals:
    """A scalar, given as a Python float."""
    return Reals(low=low, high=high, dims=())


def one_of(*values: float | str | bool | None) -> Choice:
    """One of these."""
    return Choice(values=values)


def labels(*dims: str | EllipsisType) -> Choice:
    """An array of 0.0 and 1.0."""
    return Choice(values=(0.0, 1.0), dims=_names(dims))


def probabilities(dim: str, *dims: str) -> Distribution:
    """Rows of probabilities, each strictly between 0 and 1; a row sums to 1."""
    return Distribution(dims=(dim, *dims))


def one_hot(dim: str, *dims: str) -> Distribution:
    """Rows with a single 1.0 among zeros."""
    return Distribution(dims=(dim, *dims), one_hot=True)


def whole(low: int, high: int) -> Whole:
    """A Python int from `low` to `high`."""
    return Whole(low=low, high=high)


def words(dim: str, *values: str) -> Words:
    """A list of these words."""
    return Words(values=values, dims=(dim,))


def weights(low: float, high: float, depth: str, first: str, last: str = "", biases: bool = False) -> Weights:
    """The weights of `depth` layers, a list of matrices, or of pairs (W, b) with `biases`."""
    return Weights(low=low, high=high, depth=depth, first=first, last=last, biases=biases)


def positive_definite(dim: str) -> Positive:
    """A symmetric positive definite matrix."""
    return Positive(dims=(dim, dim))


def curved_along(argument: str, dim: str) -> Positive:
    """A vector whose product with another argument, a vector, is positive."""
    return Positive(dims=(dim,), along=argument)


def batches(low: float, high: float, number: str, features: str) -> Batches:
    """Batches of samples x and their targets y, of different sizes."""
    return Batches(low=low, high=high, dims=(number, features))


def length(dim: str) -> Length:
    """How long the axes of that name are, such as a number of inputs."""
    return Length(dims=(dim,))


def shape(*dims: str | EllipsisType) -> Shape:
    """The shape of an array with these axes; any shape where none is named."""
    return Shape(dims=_names(dims) or (ANY_SHAPE,))


def generator() -> Generator:
    """A random number generator; what is drawn from it has a law, which the formula returns."""
    return Generator()


def _names(dims: tuple[str | EllipsisType, ...]) -> tuple[str, ...]:
    return tuple(each if isinstance(each, str) else ANY_SHAPE for each in dims)
