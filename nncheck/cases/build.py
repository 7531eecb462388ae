"""Spec + seed -> bundle: every input that a function is graded on, with exact answers.

Fixed cases (edges, examples, shapes) are the same for every seed, so that no seed is blind to a
mistake; drawn ones differ with the seed, so that nobody can learn them by heart.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np

from nncheck.cases.bundle import Bundle, Case, PropertyCase
from nncheck.cases.draws import draw
from nncheck.cases.edges import edges
from nncheck.cases.maker import CHECK_OF_DTYPE, CaseMaker, with_arrays
from nncheck.cases.recorder import Recorder
from nncheck.errors import SpecError
from nncheck.reference.answer import Answer
from nncheck.spec.domain import Choice, Shape
from nncheck.spec.exercise import Example, Property
from nncheck.spec.trees import as_floats, cast_floats, leaves, map_leaves, same_infinities, without_axes
from nncheck.spec.validate import where

DRAWN_CASES, ELEMENTWISE_CASES = 3, 2
_SHAPES: tuple[tuple[int, ...], ...] = ((), (0,), (0, 3), (1,), (2, 3), (2, 1, 3))
FIXED_SEED = 0x6E6E  # draws what every seed shares


class Builder(CaseMaker):
    """Builds the bundle of one function; `torch_outputs` looks up or computes torch's answers."""

    @property
    def _draws(self) -> int:
        """How many cases are drawn: fewer of arrays whose every entry is a case of its own."""
        return ELEMENTWISE_CASES if self.function.elementwise else DRAWN_CASES

    def fixed(self) -> Bundle:
        """The cases that every seed shares."""
        parts = (
            self._edges(),
            self._examples(),
            self._grid(),
            self._fixed_draws(),
            self._shapes(),
            self._dtypes(),
            self._defaults(),
        )
        return Bundle(cases=tuple(case for part in parts for case in part))

    def drawn(self) -> Bundle:
        """The cases of this seed, and the properties with their inputs."""
        return Bundle(cases=tuple(self._drawn()), properties=tuple(self._properties()))

    # --- fixed cases --------------------------------------------------------------------------

    def _edges(self) -> Iterator[Case]:
        if not self.function.elementwise:
            return
        for dtype in ("float64", "float32"):
            for position, others in enumerate(self._other_arguments()):
                x = edges(dtype, self.function.infinities if position == 0 else ())
                name = f"edges-{dtype}" + (f"-{position}" if position else "")
                yield from self._split(name, "edges: zeros, subnormals, kinks, extremes", x, others, dtype)

    def _split(self, name: str, why: str, x: Any, others: tuple[Any, ...], dtype: str) -> Iterator[Case]:
        """One case of the ordinary entries, one of the others; entries beyond the dtype are left out."""
        answer = self._answer((x, *others), dtype)
        largest = float(np.finfo(dtype).max)
        inside = np.ones(x.shape, bool)
        ordinary = np.ones(x.shape, bool)
        for (_, exact), (_, usual) in zip(leaves(answer.exact), leaves(answer.ordinary), strict=True):
            inside &= (np.abs(exact) <= largest) | np.isinf(x)
            ordinary &= usual
        for check, chosen in ((CHECK_OF_DTYPE[dtype], ordinary & inside), ("stability", ~ordinary & inside)):
            if chosen.any():
                part = Answer(
                    *(map_leaves(lambda leaf, chosen=chosen: leaf[chosen], tree) for tree in answer)
                )
                yield self._case(f"{name}-{check}", why, check, (x[chosen], *others), part)

    def _other_arguments(self) -> list[tuple[Any, ...]]:
        """The first values that arguments after the first one may take."""
        rest = [each for each in self.function.domain.values()][1:]
        if not rest:
            return [()]
        choices = [each.values if isinstance(each, Choice) else (each.low, each.high) for each in rest]
        return list(zip(*choices, strict=False))

    def _examples(self) -> Iterator[Case]:
        for example in self.function.examples:
            for dtype in ("float64", "float32"):
                yield from self._example(example, dtype)

    def _example(self, example: Example, dtype: str) -> Iterator[Case]:
        arguments = cast_floats(example.arguments, dtype)
        if not same_infinities(arguments, example.arguments):
            return  # beyond float32
        if dtype == "float32" and not with_arrays(arguments):
            return  # the same call again
        answer = self._answer(arguments, dtype)
        ordinary = all(leaf.all() for _, leaf in leaves(answer.ordinary))
        if not all(np.isfinite(leaf).all() for _, leaf in leaves(answer.tolerance)):
            raise SpecError(
                f"{where(self.function)}: example {example.name!r} has no derived tolerance in {dtype};"
                " use smaller inputs"
            )
        check = CHECK_OF_DTYPE[dtype] if ordinary else "stability"
        if example.worked and dtype == "float64" and ordinary:
            check = "worked"
        unusual = without_axes(answer.exact) if self._takes_a_shape else without_axes(arguments)
        if all(leaf.size == 0 for _, leaf in leaves(answer.exact)) or unusual:
            check = "shapes"
        why = example.worked or example.why or example.name
        yield self._case(f"{example.name}-{dtype}", why, check, arguments, answer, worked=example.worked)

    def _grid(self) -> Iterator[Case]:
        """Evenly spaced inputs near zero, where functions of one variable differ most."""
        if self.function.elementwise:
            for others in self._other_arguments():
                name = "-".join(["grid", *map(str, others)])
                yield from self._drawn_case(
                    name, "evenly spaced inputs", (np.linspace(-2.4, 2.6, 21), *others)
                )

    def _fixed_draws(self) -> Iterator[Case]:
        for index, arguments in enumerate(draw(self.function, FIXED_SEED, self._draws)):
            yield from self._drawn_case(f"fixed-{index}", "typical inputs", arguments)

    def _shapes(self) -> Iterator[Case]:
        if not self.function.elementwise:
            for index, arguments in enumerate(draw(self.function, FIXED_SEED + 2, DRAWN_CASES)):
                yield self._case(
                    f"shape-{index}",
                    "typical shapes",
                    "shapes",
                    arguments,
                    self._answer(arguments, "float64"),
                )
            return
        others = self._other_arguments()[0]
        for shape in _SHAPES:
            x = np.linspace(-2.0, 3.0, int(np.prod(shape))).reshape(shape) if shape else np.array(0.75)
            why = f"shape {shape}" if shape else "a 0-d array"
            yield self._case(
                f"shape-{shape}", why, "shapes", (x, *others), self._answer((x, *others), "float64")
            )

    def _dtypes(self) -> Iterator[Case]:
        """float32 and whole numbers; the float64 twin of the whole numbers is asked beside them."""
        if self.function.counts:
            return
        (typical,) = draw(self.function, FIXED_SEED + 1, 1)
        if not with_arrays(typical):
            yield from self._types(typical)
            return
        if self.function.elementwise:
            typical = (np.array([-3.0, -1.0, 0.0, 2.0, 5.0]), *typical[1:])
        narrow = cast_floats(typical, "float32")
        yield self._case("float32", "float32 stays float32", "dtype", narrow, self._answer(narrow, "float32"))
        if sum(isinstance(leaf, np.ndarray) for _, leaf in leaves(typical)) > 1:
            return  # whole numbers for some of several arrays are no usual input
        for name, change in (
            ("integers", lambda x: np.rint(x).astype(np.int64)),
            ("integers-as-floats", np.rint),
        ):
            whole = map_leaves(
                lambda leaf, change=change: change(leaf) if isinstance(leaf, np.ndarray) else leaf, typical
            )
            answer = self._answer(cast_floats(as_floats(whole), "float64"), "float64")
            yield self._case(name, "integers give float64", "dtype", whole, answer)

    def _types(self, typical: tuple[Any, ...]) -> Iterator[Case]:
        """What type the numbers have that come from no array; it is that of `exact` here."""
        answer = self._answer(typical, "float64")
        yield self._case("type", "numbers are floating-point numbers", "dtype", typical, answer)
        if self.function.keeps_integers:
            whole = map_leaves(lambda leaf: round(leaf) if isinstance(leaf, float) else leaf, typical)
            exact = map_leaves(lambda leaf: leaf.astype(np.int64), self._answer(whole, "float64").exact)
            answer = self._answer(whole, "float64")._replace(exact=exact)
            yield self._case("integers", "whole numbers stay whole", "dtype", whole, answer)

    def _defaults(self) -> Iterator[Case]:
        """Calls that leave out every argument that has a default."""
        given = [each.default for each in self.function.parameters.values() if each.default is not each.empty]
        if given:
            (typical,) = draw(self.function, FIXED_SEED + 3, 1)
            required = typical[: -len(given)]
            if self.function.elementwise:
                required = (np.array([-3.0, -1.0, -0.25, 0.5, 2.0]), *required[1:])
            exact = self._answer((*required, *given), "float64")
            yield self._case("defaults", "keyword arguments left out", "defaults", required, exact)

    # --- drawn cases --------------------------------------------------------------------------

    def _drawn(self) -> Iterator[Case]:
        for index, arguments in enumerate(draw(self.function, self.seed, self._draws)):
            yield from self._drawn_case(f"drawn-{index}", "drawn inputs", arguments)

    def _properties(self) -> Iterator[PropertyCase]:
        inputs = self._property_arguments() if self.function.properties else []
        for each in self.function.properties:
            yield from (self._property(each, arguments) for arguments in ([each.at] if each.at else inputs))

    def _property_arguments(self) -> list[tuple[Any, ...]]:
        """Drawn inputs on a coarse grid; for functions of one number, beside some on both sides of zero."""
        drawn = draw(self.function, self.seed + 1, 2, coarse=True)
        if not self.function.elementwise:
            return drawn
        x, *others = drawn[0]
        return [(np.concatenate([np.arange(-2.5, 3.0, 0.5), x.ravel()]), *others)]

    def _property(self, each: Property, arguments: tuple[Any, ...]) -> PropertyCase:
        recorder = Recorder(self.function.name, self.solvers)
        relation = each.relation(recorder, *arguments)
        return PropertyCase(
            property=each.name, arguments=arguments, asked=tuple(recorder.asked), residual=relation.gap
        )

    @property
    def _takes_a_shape(self) -> bool:
        return any(isinstance(each, Shape) for each in self.function.domain.values())
