"""torch's answers, computed by the torch that is installed, on the CPU or on a GPU."""

from typing import Any

import numpy as np
import torch

from nncheck.spec.exercise import Function
from nncheck.spec.trees import map_leaves

VERSION = str(torch.__version__).split("+")[0]

torch.set_num_threads(1)  # the same sums in the same order on every machine
torch.backends.cuda.matmul.allow_tf32 = False
torch.backends.cudnn.allow_tf32 = False


def torch_answer(function: Function, arguments: tuple[Any, ...], device: str = "cpu") -> Any | None:
    """torch's answer as a tree of float64 arrays; None where the exercise names no counterpart."""
    if function.torch is None:
        return None

    def tensor(leaf: Any) -> Any:
        return torch.from_numpy(np.array(leaf)).to(device) if isinstance(leaf, np.ndarray) else leaf

    answer = function.torch(torch, *map_leaves(tensor, arguments))
    return map_leaves(lambda leaf: leaf.detach().cpu().numpy().astype(np.float64), answer)


def cuda_present() -> bool:
    """Whether torch sees a CUDA device."""
    return bool(torch.cuda.is_available())
