"""Which checks a function has, and in which order."""

from collections.abc import Callable

import pytest
from students import EXERCISES, FUNCTION_IDS, FUNCTIONS, RANDOM

from nncheck.cases.bundle import Bundle
from nncheck.judge.plan import checks, takes_arrays
from nncheck.spec import Function, odd, reals

KINDS = {"reference", "torch", "property", "contract", "stability", "worked"}


@pytest.mark.parametrize(("exercise", "name"), FUNCTIONS, ids=FUNCTION_IDS)
def test_every_function_has_every_kind_that_applies(
    exercise: str, name: str, bundles: Callable[[str], dict[str, Bundle]]
) -> None:
    """Values come first; each group of cases, torch on both devices, each property has one check."""
    function, bundle = EXERCISES[exercise].functions[name], bundles(exercise)[name]
    plan = list(checks(function, bundle))
    assert plan[0].name == "values"
    assert {check.kind for check in plan} <= KINDS
    assert len({(check.name, check.device) for check in plan}) == len(plan)
    assert {case.group for case in bundle.cases} <= {group for check in plan for group in check.groups}
    devices = ["cpu", "cuda"] if function.torch else []
    assert [check.device for check in plan if check.kind == "torch"] == devices
    assert [(check.property, check.kind) for check in plan if check.property] == [
        (each.name, each.kind) for each in function.properties
    ]
    assert "repeatable" in {check.name for check in plan}
    assert ("unchanged_inputs" in {check.name for check in plan}) == takes_arrays(bundle.cases)
    assert all(check.promise and check.weight > 0 for check in plan)


@pytest.mark.parametrize(("exercise", "name"), RANDOM, ids=[".".join(each) for each in RANDOM])
def test_random_functions_are_judged_by_their_law(
    exercise: str, name: str, bundles: Callable[[str], dict[str, Bundle]]
) -> None:
    """The law comes first, then independence and the generator; defaults where there are some."""
    function, bundle = EXERCISES[exercise].functions[name], bundles(exercise)[name]
    plan = list(checks(function, bundle))
    assert [check.name for check in plan][:3] == ["distribution", "independence", "generator"]
    groups = {group for check in plan for group in check.groups}
    assert {each.group for each in (*bundle.cases, *bundle.drawings)} == groups
    assert "repeatable" not in {check.name for check in plan}
    defaults = [each for each in function.parameters.values() if each.default is not each.empty]
    assert ("defaults" in groups) == bool(defaults)


def test_what_a_function_lacks_is_not_checked() -> None:
    """Without cases, a torch counterpart and properties, only values and manners remain."""
    bare = Function(lambda x: x, {"x": reals(-1, 1)})
    assert [check.name for check in checks(bare, Bundle(cases=()))] == [
        "values",
        "unchanged_inputs",
        "repeatable",
    ]
    assert [
        check.name
        for check in checks(Function(lambda x: x, {"x": reals(-1, 1)}, properties=(odd(),)), Bundle(cases=()))
    ][-1] == "symmetry"


def test_a_property_brings_what_it_needs() -> None:
    """The slope of a function can only be judged where the function is right."""
    function = EXERCISES["activations"].functions["sigmoid_grad"]
    slope = next(check for check in checks(function, Bundle(cases=())) if check.name == "slope")
    assert slope.needs == ("sigmoid",)
