"""What a worker needs of torch: tensors out of arrays and back, seeds, and a warm start."""

from typing import Any

import numpy as np
import torch

from .form import CODE_OF
from .wire import Opaque, Tensor

_from_numpy, _generator = torch.from_numpy, torch.default_generator
_TENSOR, _ARRAY = torch.Tensor, np.ndarray


def as_tensors(value: Any, device: str) -> Any:
    """The value with every array and tensor in it as a tensor of its own on the device."""
    if type(value) is _ARRAY:
        return _from_numpy(value).to(device)
    if type(value) is Tensor:
        return _from_numpy(value.array).to(device)
    if type(value) is dict:
        return {key: as_tensors(item, device) for key, item in value.items()}
    if type(value) in (list, tuple):
        return type(value)(as_tensors(item, device) for item in value)
    return value


def marker(tensor: torch.Tensor) -> Tensor | Opaque:
    """A tensor as it crosses the wire; without values where numpy has no such numbers."""
    kind = str(tensor.dtype).removeprefix("torch.")
    if tensor.layout is not torch.strided or tensor.is_quantized:
        return Opaque(f"torch.Tensor, {str(tensor.layout).removeprefix('torch.')}, of dtype {kind}")
    try:
        array = tensor.detach().cpu().resolve_conj().resolve_neg().numpy()
    except TypeError:
        return Opaque(f"torch.Tensor of dtype {kind}")
    if array.dtype.str[1:] not in CODE_OF:
        return Opaque(f"torch.Tensor of dtype {kind}")
    return Tensor(array, str(tensor.device))


CONVERT = {torch.Tensor: marker, torch.nn.Parameter: marker}


def seed() -> None:
    """The same random numbers for every call."""
    _generator.manual_seed(0)


def _stay_with_one(threads: int) -> None:
    """Stands for the functions of torch that start threads."""


def warm_up() -> None:
    """Use torch once, in one thread: a pool of threads would not survive the fork.

    A worker cannot start threads. Who asks for more of them gets one, and not the end of the process.
    """
    torch.set_num_threads(1)
    torch.set_num_threads = torch.set_num_interop_threads = _stay_with_one
    weights = torch.ones(2, 2, requires_grad=True)
    torch.nn.functional.softmax(weights @ weights, dim=1).sum().backward()
    repr(weights.grad)
