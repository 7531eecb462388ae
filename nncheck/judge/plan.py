"""The checks of a function, in the order in which they are judged."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

import msgspec
import numpy as np

from nncheck.cases.bundle import Bundle, Case
from nncheck.records import Record
from nncheck.spec.exercise import Function, Property
from nncheck.spec.trees import leaves

_REMEMBERED = 512  # functions with their cases
MAIN = frozenset({"values", "distribution"})  # while such a check fails, little else is worth points


class Check(Record, frozen=True, kw_only=True):
    """One promise: how it is called, of which kind it is, what it is worth and what it says."""

    name: str
    kind: str
    promise: str
    weight: float = 1.0
    device: str = "cpu"
    groups: tuple[str, ...] = ()  # of cases
    property: str = ""
    needs: tuple[str, ...] = ()  # functions whose values must be right


_EXACT = Check(
    name="values",
    kind="reference",
    weight=4.0,
    groups=("values", "worked"),
    promise="in float64 every answer is the exact one, within the rounding errors of an honest program",
)
_BY_GROUP = (
    Check(
        name="values_float32",
        kind="reference",
        groups=("values_float32",),
        promise="in float32 every answer is the exact one, within the rounding errors of an honest program",
    ),
    Check(
        name="worked",
        kind="worked",
        groups=("worked",),
        promise="the worked numbers of the notes come out",
    ),
    Check(
        name="shapes",
        kind="contract",
        groups=("shapes",),
        promise="inputs of every shape, empty ones too, give an answer of the right shape",
    ),
    Check(
        name="dtype",
        kind="contract",
        groups=("dtype",),
        promise="float32 stays float32, and whole numbers are treated as floats",
    ),
    Check(
        name="defaults",
        kind="contract",
        groups=("defaults",),
        promise="arguments with a default may be left out",
    ),
    Check(
        name="stability",
        kind="stability",
        groups=("stability",),
        promise="at extreme inputs the answer is neither NaN nor infinite where the exact one is finite",
    ),
)
_CERTAIN = Check(
    name="certain",
    kind="reference",
    groups=("certain",),
    promise="where nothing is left to chance, the answer is the exact one",
)
_OF_DRAWINGS = (
    Check(
        name="distribution",
        kind="distribution",
        weight=4.0,
        groups=("distribution",),
        promise="the numbers follow the law that they are to follow",
    ),
    Check(
        name="independence",
        kind="distribution",
        groups=("distribution",),
        promise="no number depends on another one, in an answer or in the next one",
    ),
    Check(
        name="generator",
        kind="distribution",
        groups=("distribution",),
        promise="rng, and nothing else, decides the numbers; each call draws new ones from it",
    ),
)
_TYPE_PROMISE = "the numbers are of the usual floating-point type"
_UNCHANGED = Check(name="unchanged_inputs", kind="contract", promise="a call leaves its inputs as they were")
_REPEATABLE = Check(name="repeatable", kind="contract", promise="the same inputs give the same answer again")


@lru_cache(maxsize=_REMEMBERED)
def checks(
    function: Function, bundle: Bundle, devices: tuple[str, ...] = ("cpu", "cuda")
) -> tuple[Check, ...]:
    """Every check that the function has; `values` first, because others depend on it."""
    return tuple(_checks(function, bundle, devices))


def names(function: Function) -> set[str]:
    """The names of all checks that such a function can have."""
    own = {each.name for each in function.properties}
    if function.random:
        return own | {each.name for each in (*_OF_DRAWINGS, _CERTAIN, *_BY_GROUP, _UNCHANGED)}
    return own | {each.name for each in (_EXACT, *_BY_GROUP, _UNCHANGED, _REPEATABLE)} | {"torch"}


def _checks(function: Function, bundle: Bundle, devices: tuple[str, ...]) -> Iterator[Check]:
    if function.random:
        yield from _random_checks(bundle)
        return
    yield _EXACT
    yield from _present(_BY_GROUP, bundle)
    if takes_arrays(bundle.cases) or not bundle.cases:
        yield _UNCHANGED
    yield _REPEATABLE
    if function.torch is not None:
        yield from map(on_device, devices)
    yield from map(_property_check, function.properties)


def on_device(device: str) -> Check:
    """The answers are those of torch on a device."""
    promise = f"the answers agree with torch on the {device.upper()}"
    return Check(name="torch", kind="torch", promise=promise, device=device)


def stays_on_device(device: str) -> Check:
    """Only for functions that are called on several devices, of which this is the last one."""
    promise = "on every device the answer is where the arguments are"
    return Check(name="device", kind="contract", promise=promise, device=device)


def _random_checks(bundle: Bundle) -> Iterator[Check]:
    """The checks of a function that draws random numbers."""
    yield from _OF_DRAWINGS
    yield from _present((_CERTAIN, *_BY_GROUP), bundle)
    if takes_arrays(bundle.cases):
        yield _UNCHANGED


def _present(known: Iterable[Check], bundle: Bundle) -> Iterator[Check]:
    """Those checks for which there are cases."""
    present = {case.group for case in bundle.cases} | {each.group for each in bundle.drawings}
    for each in known:
        if not set(each.groups) & present:
            continue
        from_nothing = each.name == "dtype" and not takes_arrays(bundle.group("dtype"))
        yield msgspec.structs.replace(each, promise=_TYPE_PROMISE) if from_nothing else each


def takes_arrays(cases: Iterable[Case]) -> bool:
    """Whether there are arrays among the arguments."""
    return any(isinstance(leaf, np.ndarray) for case in cases for _, leaf in leaves(case.arguments))


def _property_check(each: Property) -> Check:
    return Check(name=each.name, kind=each.kind, promise=each.promise, property=each.name, needs=each.needs)
