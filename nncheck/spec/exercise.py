"""What an instructor writes: exercises, their functions, and the mistakes people make in them."""

import inspect
from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from nncheck.records import Steps
from nncheck.spec.derivative import gradient
from nncheck.spec.domain import Domain, Generator, Whole
from nncheck.spec.measured import Relation

Formula = Callable[..., Any]


class Misconception:
    """A named wrong formula. Its hint asks or states; it never gives the right formula away.

    With `convention` the formula is right under another published convention, and named as that.
    `alike` are formulas with the same mistake, such as another small number in the same wrong place.
    """

    def __init__(
        self,
        code: str,
        title: str,
        hint: str,
        formula: Formula,
        *,
        convention: bool = False,
        alike: tuple[Formula, ...] = (),
    ):
        self.code, self.title, self.hint, self.formula = code, title, hint, formula
        self.convention, self.alike = convention, alike


class Property:
    """A promise written as a relation over the student's own answers: `relation(ask, *arguments)`.

    `ask(...)` is the graded function, `ask.other(...)` another function of the same submission,
    which `needs` names; they must be right for this property to say anything. It is tried on
    drawn arguments, or `at` those given. Its `kind` in a report is "stability" where those lie at the
    ends of the domain, for instance where a logarithm is infinite.
    """

    def __init__(
        self,
        name: str,
        promise: str,
        relation: Callable[..., Relation],
        needs: tuple[str, ...] = (),
        at: tuple[Any, ...] = (),
        kind: str = "property",
    ):
        self.name, self.promise, self.relation, self.needs = name, promise, relation, needs
        self.at, self.kind = at, kind


class Example:
    """Inputs on which a function is always asked. `worked` ones are printed in notes: say where."""

    def __init__(self, name: str, *arguments: Any, worked: str = "", why: str = ""):
        self.name, self.arguments, self.worked, self.why = name, arguments, worked, why


class Link:
    """A link of a chain of results: which output, by path, shows it; `one_row` where only for one sample."""

    def __init__(self, name: str, path: str, one_row: bool = False):
        self.name, self.path, self.one_row = name, path, one_row


class Function:
    """One thing that a student implements.

    `formula` is the mathematics; its name, signature and docstring are what the student sees.
    `domain` says, argument by argument, where inputs come from. `forms` are other honest ways to
    compute the same, which bound the tolerance. `torch` is torch's own way: torch(torch, *arguments).
    `with_own` are formulas over other functions of the student, formula(own, *arguments) with own.sigmoid(z):
    an answer that one of them explains is right apart from those functions, and loses no points for them.
    A function that `counts` returns a whole number, of whatever type. One that `iterates` makes many steps,
    each from the last one's result: its rounding errors are followed to first order.
    """

    def __init__(
        self,
        formula: Formula,
        domain: Mapping[str, Domain],
        *,
        torch: Callable[..., Any] | None = None,
        forms: tuple[Formula, ...] = (),
        value_range: tuple[float, float] = (float("-inf"), float("inf")),
        infinities: tuple[float, ...] = (float("-inf"), float("inf")),
        sizes: Mapping[str, tuple[int, int]] | None = None,
        examples: tuple[Example, ...] = (),
        properties: tuple[Property, ...] = (),
        misconceptions: tuple[Misconception, ...] = (),
        unstable: tuple[Misconception, ...] = (),
        links: tuple[Link, ...] = (),
        points: float = 1.0,
        accept: Mapping[str, float] | None = None,
        keeps_integers: bool = False,
        counts: bool = False,
        iterates: bool = False,
        steps: Steps | None = None,
        with_own: tuple[Formula, ...] = (),
    ):
        self.formula, self.domain, self.torch, self.forms = formula, dict(domain), torch, forms
        self.value_range, self.infinities, self.sizes = value_range, infinities, dict(sizes or {})
        self.examples, self.properties, self.links, self.points = examples, properties, links, points
        self.misconceptions, self.unstable = misconceptions, unstable
        self.accept, self.keeps_integers, self.with_own = dict(accept or {}), keeps_integers, with_own
        self.counts, self.iterates = counts, iterates
        self.steps = steps  # set by `stepwise`: it is written for one step, and asked for many

    @property
    def name(self) -> str:
        return self.formula.__name__

    @property
    def statement(self) -> str:
        """What the student reads."""
        return inspect.getdoc(self.formula) or ""

    @cached_property
    def parameters(self) -> dict[str, inspect.Parameter]:
        return dict(inspect.signature(self.formula).parameters)

    @property
    def signature(self) -> str:
        return f"{self.name}({', '.join(str(each) for each in self.parameters.values())})"

    def promised(self, name: str) -> Property:
        """One of its promises by name."""
        return next(each for each in self.properties if each.name == name)

    @cached_property
    def random(self) -> bool:
        """Whether answers are drawn from a generator: then the formula returns their law (see law.py)."""
        return any(isinstance(each, Generator) for each in self.domain.values())

    @property
    def elementwise(self) -> bool:
        """Whether every entry of the answer depends on one entry of the first argument alone."""
        first = next(iter(self.domain.values()))
        return getattr(first, "dims", ()) is None

    def computing(self, formula: Formula) -> "Function":
        """A function of the same arguments, followed in the same way, by another formula."""
        return Function(formula, self.domain, iterates=self.iterates)

    @property
    def has_one_graph(self) -> bool:
        """Whether it is elementwise and the same formula whatever its arguments are."""
        return self.elementwise and not any(isinstance(each, Whole) for each in self.domain.values())


class Exercise:
    """A topic with points and several functions."""

    def __init__(
        self, name: str, title: str, functions: tuple[Function, ...], allowed_modules: tuple[str, ...] = ()
    ):
        self.name, self.title, self.allowed_modules = name, title, allowed_modules
        self.functions = {function.name: function for function in functions}
        self.source = Path()  # set by the loader: the file that the exercise was read from

    @property
    def points(self) -> float:
        return sum(function.points for function in self.functions.values())


def derivative(function: Function, statement: str, *, of: tuple[str, ...] = (), **details: Any) -> Function:
    """The function `<name>_grad`: the derivative of `function` in its first argument, or in each of `of`.

    It is derived from the formula; `forms` in `details` are other ways that people write it.
    """
    names = of or (next(iter(function.domain)),)

    def formula(*arguments: Any) -> Any:
        position = list(function.parameters)
        value = function.formula(*arguments)
        parts = tuple(gradient(value, arguments[position.index(name)]) for name in names)
        return parts if of else parts[0]

    formula.__name__ = f"{function.name}_grad"
    formula.__doc__ = statement
    formula.__wrapped__ = function.formula  # type: ignore[attr-defined]  # its signature, and its place
    return Function(formula, function.domain, torch=_torch_derivative(function, names, bool(of)), **details)


def _torch_derivative(function: Function, names: tuple[str, ...], several: bool) -> Callable[..., Any] | None:
    """torch's derivative, by its own autograd, of torch's own function."""
    if function.torch is None:
        return None
    forward = function.torch

    def torch_derivative(torch: Any, *arguments: Any) -> Any:
        given = dict(zip(function.parameters, arguments, strict=True))
        x = next(iter(given.values())).detach()
        leaves = {name: (torch.zeros_like(x) + given[name]).requires_grad_() for name in names}
        value = forward(torch, *{**given, **leaves}.values())
        found = torch.autograd.grad(value.sum(), list(leaves.values()), allow_unused=True)
        filled = tuple(torch.zeros_like(x) if each is None else each for each in found)
        return filled if several else filled[0]

    return torch_derivative
