"""Which devices are used, and what is said about the others."""

from pathlib import Path

import pytest

from nncheck import devices
from nncheck.devices import devices_for
from nncheck.errors import UsageError


@pytest.fixture(params=["", "no CUDA device on this machine"], ids=["with a GPU", "without"])
def missing(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """A machine with a GPU, and one without."""
    monkeypatch.setattr(devices, "cuda_missing", lambda: request.param)
    return str(request.param)


def test_auto_takes_what_is_there(missing: str) -> None:
    """The CPU always; CUDA where there is one, else the reason why not."""
    assert devices_for("auto") == {"cpu": "", "cuda": missing}


def test_cpu_alone_says_that_it_was_asked_for(missing: str) -> None:
    """--device cpu leaves CUDA out, aloud."""
    assert devices_for("cpu") == {"cpu": "", "cuda": "not asked for (--device cpu)"}


@pytest.mark.parametrize("wanted", ["cuda", "all"])
def test_a_gpu_that_is_asked_for_must_be_there(wanted: str, missing: str) -> None:
    """Where it is missing, the sentence says so and what to do."""
    if not missing:
        assert devices_for(wanted)["cuda"] == ""
        return
    with pytest.raises(UsageError, match=f"--device {wanted}: {missing}; use --device auto"):
        devices_for(wanted)


def test_this_machine_is_told_apart() -> None:
    """Without an NVIDIA driver there is no CUDA device; with one, torch decides."""
    reason = devices.cuda_missing()
    if not Path("/dev/nvidiactl").exists() and not Path("/proc/driver/nvidia").exists():
        assert reason != ""
    else:
        assert reason in ("", "torch is not installed", "torch finds no CUDA device on this machine")
