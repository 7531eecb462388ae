"""Every function gets every group of cases, and the same bytes everywhere."""

import os
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from students import EXERCISES, FUNCTION_IDS, FUNCTIONS

from nncheck.cases.build import Builder
from nncheck.cases.bundle import Bundle, encode
from nncheck.cases.process import build
from nncheck.cases.provide import Provider
from nncheck.errors import SpecError
from nncheck.judge.plan import takes_arrays
from nncheck.reference.store import Store
from nncheck.spec import Example, Exercise, Function, log, reals
from nncheck.spec.trees import leaves

ROOT = Path(__file__).resolve().parent.parent
every_function = pytest.mark.parametrize(("exercise", "name"), FUNCTIONS, ids=FUNCTION_IDS)
Bundles = Callable[[str], dict[str, Bundle]]


# --- the same everywhere -------------------------------------------------------------------------

ELSEWHERE = """
import sys
sys.path[:0] = [{root!r}, "."]
import sympy, local_constants
try:
    import torch
except ImportError:
    pass
from pathlib import Path
from hashlib import sha256
from nncheck.cases.bundle import encode
from nncheck.cases.process import build
from nncheck.spec import load_exercises
for exercise in load_exercises().values():
    for fixed in (False, exercise.name == "softmax"):
        for bundle in build(exercise, tuple(exercise.functions), 0, fixed).values():
            print(sha256(encode(bundle)).hexdigest())
"""


def digests(folder: Path, hash_seed: str) -> list[str]:
    """Digests of all bundles for seed 0, built in another process and folder, beside other modules."""
    (folder / "local_constants.py").write_text("VALUES = (0.123456789, 17.25, 3141592653, 'text')\n", "utf-8")
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-c", ELSEWHERE.format(root=str(ROOT))]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=True
    ).stdout.splitlines()


def test_the_same_seed_gives_the_same_bytes_everywhere(tmp_path: Path, store: Store) -> None:
    """Another hash seed, working directory or set of imported modules changes no byte and leaves no file."""
    wanted = [(exercise, tuple(exercise.functions)) for exercise in EXERCISES.values()]
    usual = {sha256(content).hexdigest() for content in Provider(store, 0).encoded(wanted).values()}
    there = digests(tmp_path, "123")
    assert len(there) > len(FUNCTIONS)
    assert set(there) <= usual
    assert os.listdir(tmp_path) == ["local_constants.py"], "hypothesis must write no folder of examples"


def test_seeds_differ_and_repeat() -> None:
    """Bundles are other ones for another seed, and the same for the same one."""
    for exercise in EXERCISES.values():
        names = tuple(exercise.functions)[:1]
        first, again, other = (build(exercise, names, seed, False) for seed in (1, 1, 2))
        for name in names:
            assert encode(first[name]) == encode(again[name])
            assert encode(first[name]) != encode(other[name]), name


# --- what is in a bundle -------------------------------------------------------------------------


STRAIGHT = {"relu", "leaky_relu", "prelu", "prelu_grad"}  # no honest way to write them overflows


@every_function
def test_every_group_is_there(exercise: str, name: str, bundles: Bundles) -> None:
    """Values in both types, dtypes, shapes, properties; extremes and defaults where there are some."""
    function, bundle = EXERCISES[exercise].functions[name], bundles(exercise)[name]
    groups = {case.group for case in bundle.cases}
    promised = {"values", "dtype", "shapes"} - ({"dtype"} if function.counts else set())
    promised |= {"values_float32"} if takes_arrays(bundle.cases) else set()
    promised |= {"stability"} if function.elementwise and name not in STRAIGHT else set()
    promised |= {"stability"} if function.unstable else set()
    promised |= {"worked"} if any(example.worked for example in function.examples) else set()
    promised |= (
        {"defaults"}
        if any(each.default is not each.empty for each in function.parameters.values())
        else set()
    )
    assert groups == promised | ({"stability"} & groups)
    assert {each.property for each in bundle.properties} == {each.name for each in function.properties}
    assert len({case.name for case in bundle.cases}) == len(bundle.cases)
    drawn = [case for case in bundle.cases if case.name.startswith("drawn")]
    assert {case.group for case in drawn} == {"values", "values_float32"} & promised


@every_function
def test_cases_are_whole(exercise: str, name: str, bundles: Bundles) -> None:
    """Exact answers, tolerances and scales fit together; tolerances are finite; arguments have their type."""
    for case in bundles(exercise)[name].cases:
        for (_, exact), (_, tolerance), (_, scale) in zip(
            leaves(case.exact), leaves(case.tolerance), leaves(case.scale), strict=True
        ):
            counted = EXERCISES[exercise].functions[name].counts
            assert exact.dtype == (np.int64 if counted else np.float64) or case.group == "dtype"
            assert tolerance.dtype == np.float64
            assert exact.shape == tolerance.shape == scale.shape
            assert np.isfinite(tolerance).all()
            assert not np.isnan(exact).any()
        floating = {leaf.dtype.name for _, leaf in leaves(case.arguments) if isinstance(leaf, np.ndarray)}
        if case.group in ("values", "worked", "values_float32"):
            assert floating <= {"float32" if case.group == "values_float32" else "float64"}
            assert floating or not takes_arrays([case])


def test_elementwise_functions_are_asked_in_every_shape(bundles: Bundles) -> None:
    """0-d, empty, empty with two axes, one entry, a matrix, three axes; kept as given."""
    for name, bundle in bundles("activations").items():
        assert [case.arguments[0].shape for case in bundle.group("shapes")] == [
            (),
            (0,),
            (0, 3),
            (1,),
            (2, 3),
            (2, 1, 3),
        ], name


def test_integers_come_with_their_float_twins(bundles: Bundles) -> None:
    """Whole numbers are asked as int64 and as the same float64 numbers."""
    whole, floats = (
        next(case for case in bundles("activations")["sigmoid"].cases if case.name == name)
        for name in ("integers", "integers-as-floats")
    )
    assert whole.arguments[0].dtype == np.int64
    assert np.array_equal(whole.arguments[0], floats.arguments[0])


def test_defaults_are_left_out_beside_several_arguments(bundles: Bundles) -> None:
    """What has no default is given, whatever its shape; the answer is that of the default."""
    (case,) = bundles("regularization")["batch_norm"].group("defaults")
    assert [np.ndim(each) for each in case.arguments] == [2, 1, 1]
    (case,) = bundles("activations")["leaky_relu"].group("defaults")
    assert [np.ndim(each) for each in case.arguments] == [1]


def test_arrays_without_axes_count_as_shapes(bundles: Bundles) -> None:
    """An example whose arrays are all 0-d asks for the shape alone, not for the value."""
    scalar = [case for case in bundles("losses")["mse"].cases if case.name.startswith("scalar")]
    assert [case.group for case in scalar] == ["shapes", "shapes"]
    assert all(np.ndim(each) == 0 for case in scalar for each in case.arguments)


def test_a_property_may_have_inputs_of_its_own(bundles: Bundles) -> None:
    """It is tried on them and on nothing else, whatever the seed; an infinite answer is infinity."""
    function = EXERCISES["losses"].functions["binary_cross_entropy"]
    for name, expected in (("certain", 0.0), ("impossible", np.inf)):
        (case,) = (
            each for each in bundles("losses")["binary_cross_entropy"].properties if each.property == name
        )
        given = function.promised(name).at
        assert all(np.array_equal(one, two) for one, two in zip(case.arguments, given, strict=True))
        assert {float(asked.exact) for asked in case.asked} == {expected}
        assert (case.residual == 0).all()


# --- authors' mistakes ---------------------------------------------------------------------------


def exercise_of(function: Function) -> Exercise:
    return Exercise("e", "E", (function,))


def test_a_domain_without_values_is_an_authoring_error() -> None:
    """The sentence names file, line and function, and what to do."""

    def logarithm(x: Any) -> Any:
        """The logarithm."""
        return log(x)

    function = Function(logarithm, {"x": reals(-4, 4)}, infinities=())
    with pytest.raises(
        SpecError, match=rf"^{__file__}:\d+: logarithm: no certified value at (?s:.*); narrow the domain$"
    ):
        Builder(exercise_of(function), function, 0).fixed()


def test_an_example_out_of_reach_is_an_authoring_error() -> None:
    """An example whose tolerance cannot be derived is named."""

    def square(z: Any) -> Any:
        """The square."""
        return z * z / (z * z)

    function = Function(square, {"z": reals(1, 4, "n")}, examples=(Example("huge", np.array([1e300])),))
    with pytest.raises(
        SpecError, match=r"square: example 'huge' has no derived tolerance in float64; use smaller inputs"
    ):
        Builder(exercise_of(function), function, 0).fixed()
