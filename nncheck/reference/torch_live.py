"""torch's answers, computed by the torch that is installed, on the CPU or on a GPU."""

import os
from typing import Any

import numpy as np
import torch

from nncheck.spec.exercise import Function
from nncheck.spec.trees import map_leaves

VERSION = str(torch.__version__).split("+")[0]

torch.set_num_threads(1)  # the same sums in the same order on every machine
torch.backends.cuda.matmul.allow_tf32 = False
torch.backends.cudnn.allow_tf32 = False
torch.backends.cudnn.deterministic = True


def torch_answer(function: Function, arguments: tuple[Any, ...], device: str = "cpu") -> Any | None:
    """torch's answer as a tree of float64 arrays; None where the exercise names no counterpart."""
    if function.torch is None:
        return None

    def tensor(leaf: Any) -> Any:
        return torch.from_numpy(np.array(leaf)).to(device) if isinstance(leaf, np.ndarray) else leaf

    answer = function.torch(torch, *map_leaves(tensor, arguments))
    return map_leaves(_as_array, answer)


def _as_array(leaf: Any) -> Any:
    number = leaf.detach().cpu().numpy() if isinstance(leaf, torch.Tensor) else leaf
    return np.asarray(number, dtype=np.float64)


def on_device(device: str) -> None:
    """Make a device give the same answers every time; raises what torch raises where there is none."""
    os.environ["CUBLAS_WORKSPACE_CONFIG"] = ":4096:8"  # read when cuBLAS is first used
    os.environ["NVIDIA_TF32_OVERRIDE"] = "0"
    torch.ones(1, device=device)
