"""What a worker needs of torch: tensors out of arrays and back, seeds, and a warm start."""

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np
import torch

from .form import CODE_OF
from .wire import Opaque, Tensor

_from_numpy, _Generator, _generators = torch.from_numpy, torch.Generator, [torch.default_generator]
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
    if tensor.device.type == "meta":
        return Opaque("torch.Tensor on the device meta, which keeps no values")
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


def seed(number: int) -> None:
    """The same random numbers for every call."""
    for generator in _generators:
        generator.manual_seed(number)


def seed_also(generators: Iterable[torch.Generator]) -> None:
    """Seed those of a device from now on, too."""
    _generators.extend(generators)


def generator_on(device: str) -> Callable[[int], torch.Generator]:
    """How to make a generator of a seed, on a device."""
    return lambda number: _Generator(device).manual_seed(number)


def _stay_with_one(threads: int) -> None:
    """Stands for the functions of torch that start threads."""


def _as_it_is(model: Any = None, **options: object) -> Any:
    """Stands for torch.compile, which only makes things faster, and needs files and a compiler."""
    return _as_it_is if model is None else model


def use_one_thread() -> None:
    """Now and whatever is asked for later; nor is anything compiled."""
    torch.set_num_threads(1)
    torch.set_num_threads = torch.set_num_interop_threads = _stay_with_one
    torch.compile = _as_it_is


def warm_up() -> None:
    """Use torch once, in one thread: a pool of threads would not survive the fork.

    A worker cannot start threads. Who asks for more of them gets one, and not the end of the process.
    """
    use_one_thread()
    weights = torch.ones(2, 2, requires_grad=True)
    torch.nn.functional.softmax(weights @ weights, dim=1).sum().backward()
    repr(weights.grad)
