"""What student code shares with all code of its process: generators of random numbers, and warnings."""

import ctypes
import random
import warnings
from types import ModuleType
from typing import Any

import numpy as np

# Bound before student code runs, which may patch the modules.
_seed_python, _seed_numpy, _ignore = random.seed, np.random.seed, warnings.simplefilter
_legacy: Any = np.random.mtrand._rand
_IGNORE_ALL = ("ignore", None, Warning, None, 0)
_WORD = 4  # bytes of each of a twister's 624 numbers, and of its place in them


class Watched:
    """The memory of a Mersenne twister: its place, and some of the numbers that it is at.

    Every draw changes the place or, after the last of 624 numbers, all of them.
    """

    def __init__(self, address: int):
        self._memory = (ctypes.c_char * (4 * _WORD)).from_address(address)
        self._seeded = b""

    def note(self) -> None:
        """Take this state for the one that a seed has left."""
        self._seeded = self._memory.raw

    def drawn(self) -> bool:
        """Whether it has been used since, or put into another state."""
        return self._memory.raw != self._seeded


class Generators:
    """Those of random and numpy.random. To seed them takes longer than most calls that never use them."""

    def __init__(self) -> None:
        self._bits = _legacy._bit_generator
        numbers = 624 * _WORD
        python = id(random._inst) + object.__basicsize__
        numpy = self._bits.ctypes.state_address + numbers - 3 * _WORD  # the last numbers, and then the place
        self._python, self._numpy = Watched(python), Watched(numpy)
        self._seed: int | None = None

    def seed(self, number: int) -> None:
        """Put both into the state of a seed, unless they are in it."""
        replaced = _legacy._bit_generator is not self._bits
        if number == self._seed and not replaced and not self._python.drawn() and not self._numpy.drawn():
            return
        _seed_python(number)
        _seed_numpy(number)
        self._seed = number
        self._python.note()
        self._numpy.note()


_generators = Generators()


def settle(tensors: ModuleType | None, seed: int = 0) -> None:
    """The same random numbers whenever student code starts, and no warnings: they cost nothing."""
    filters = warnings.filters
    if not filters or filters[0] != _IGNORE_ALL:
        _ignore("ignore")
    _generators.seed(seed)
    if tensors:
        tensors.seed(seed)
