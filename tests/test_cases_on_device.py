"""Fixed cases for another device: its tolerances, and torch's answers there."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from students import EXERCISES

from nncheck.cases.bundle import Bundle
from nncheck.cases.on_device import DeviceProvider, fixed
from nncheck.devices import cuda_missing
from nncheck.errors import GraderError
from nncheck.judge.compare import disagreement
from nncheck.reference.answer import Solver
from nncheck.reference.symbolic import limit
from nncheck.spec.trees import leaves, map_leaves

pytest.importorskip("torch")
Bundles = Callable[[str], dict[str, Bundle]]


@pytest.fixture(scope="module")
def prepared(bundles: Bundles) -> dict[str, Bundle]:
    """Cases of two activations, on the CPU in place of a GPU."""
    chosen = {name: bundles("activations")[name] for name in ("sigmoid", "gelu_grad")}
    return DeviceProvider("cpu").bundles(EXERCISES["activations"], chosen)


def test_only_fixed_cases_go_along(prepared: dict[str, Bundle], bundles: Bundles) -> None:
    """Values of every seed in both float types: no drawn input, which may be secret, leaves the CPU."""
    for name, bundle in prepared.items():
        assert [case.name for case in bundle.cases] == [
            case.name for case in fixed(bundles("activations")[name])
        ]
        assert {case.group for case in bundle.cases} >= {"values", "values_float32"}
        assert not any("drawn" in case.name for case in bundle.cases)
        assert any("drawn" in case.name for case in bundles("activations")[name].cases)


def test_answers_are_torchs_there(prepared: dict[str, Bundle]) -> None:
    """Every case has one, in the type of its inputs."""
    for bundle in prepared.values():
        for case in bundle.cases:
            assert disagreement(case.torch, case.exact, case.tolerance) is None
            narrow = np.float32(case.torch).astype(float)
            assert np.array_equal(narrow, case.torch) == (case.group == "values_float32")


def test_a_device_that_fails_is_a_reason(bundles: Bundles) -> None:
    """Without a GPU the sentence is torch's own."""
    if not cuda_missing():
        pytest.skip("there is a GPU")
    chosen = {"sigmoid": bundles("activations")["sigmoid"]}
    with pytest.raises(GraderError, match="torch fails on cuda: .*CUDA"):
        DeviceProvider("cuda").bundles(EXERCISES["activations"], chosen)


def test_cases_are_prepared_once(bundles: Bundles, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second submission starts no process."""
    chosen = {"relu": bundles("activations")["relu"]}
    provider = DeviceProvider("cpu")
    first = provider.bundles(EXERCISES["activations"], chosen)
    monkeypatch.setattr("nncheck.cases.on_device.asked", None)
    assert provider.bundles(EXERCISES["activations"], chosen) == first


@pytest.mark.parametrize("exercise", ["activations", "softmax", "backprop"])
def test_tolerances_of_a_gpu_are_sharp(exercise: str, bundles: Bundles) -> None:
    """They accept the exact answer, and no entry that is off by 1e-6 of its scale (float32: 1e-2)."""
    tried = 0
    for name, bundle in bundles(exercise).items():
        solver = Solver(EXERCISES[exercise].functions[name], limit, "cuda")
        for case in fixed(bundle):
            narrow = case.group == "values_float32"
            tolerance = solver.answer(case.arguments, "float32" if narrow else "float64").tolerance
            assert disagreement(case.exact, case.exact, tolerance) is None
            for wrong in moved(case, tolerance, 1e-2 if narrow else 1e-6):
                tried += 1
                assert disagreement(wrong, case.exact, tolerance) is not None, (name, case.name)
    assert tried > 50


def moved(case: Any, tolerance: Any, share: float) -> Any:
    """The answer with its largest entry moved, for each leaf; not at kinks, where an interval is right."""
    for path, exact in leaves(case.exact):
        scale, allowed = dict(leaves(case.scale))[path], dict(leaves(tolerance))[path]
        usable = (scale > 0) & (allowed < 0.05 * scale) & (scale > 1e-30)
        if usable.any():
            wrong = exact + np.where(
                usable & (np.cumsum(usable).reshape(usable.shape) == 1), share * scale, 0
            )
            yield map_leaves(lambda leaf, e=exact, w=wrong: w if leaf is e else leaf, case.exact)
