"""The checks of a function, in the order in which they are judged."""

from collections.abc import Iterator

from nncheck.cases.bundle import Bundle
from nncheck.records import Record
from nncheck.spec.exercise import Function, Property


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
_UNCHANGED = Check(name="unchanged_inputs", kind="contract", promise="a call leaves its inputs as they were")
_REPEATABLE = Check(name="repeatable", kind="contract", promise="the same inputs give the same answer again")


def checks(function: Function, bundle: Bundle, devices: tuple[str, ...] = ("cpu", "cuda")) -> Iterator[Check]:
    """Every check that the function has; `values` first, because others depend on it."""
    present = {case.group for case in bundle.cases}
    yield _EXACT
    yield from (each for each in _BY_GROUP if set(each.groups) & present)
    yield _UNCHANGED
    yield _REPEATABLE
    if function.torch is not None:
        for device in devices:
            yield Check(
                name="torch",
                kind="torch",
                promise=f"the answers agree with torch on the {device.upper()}",
                device=device,
            )
    yield from map(_property_check, function.properties)


def _property_check(each: Property) -> Check:
    return Check(name=each.name, kind=each.kind, promise=each.promise, property=each.name, needs=each.needs)
