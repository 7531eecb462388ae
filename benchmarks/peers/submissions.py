"""How many are wanted -> that many submissions, each with other bytes; on request some of them wrong."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, product

RIGHT = {
    "sigmoid": (
        "    e = np.exp(-np.abs(x))\n    return np.where(x >= 0, 1 / (1 + e), e / (1 + e))\n",
        "    return np.exp(-np.logaddexp(0, -x))\n",
        "    return 0.5 * (1 + np.tanh(0.5 * x))\n",
    ),
    "relu": (
        "    return np.maximum(x, 0.0)\n",
        "    return np.where(x > 0, x, 0.0)\n",
    ),
    "softmax": (
        "    e = np.exp(z - z.max(axis=-1, keepdims=True))\n    return e / e.sum(axis=-1, keepdims=True)\n",
        "    shifted = z - np.max(z, axis=-1, keepdims=True)\n"
        "    return np.exp(shifted - np.log(np.sum(np.exp(shifted), axis=-1, keepdims=True)))\n",
    ),
}
WRONG = (
    {"sigmoid": "    return np.exp(-np.logaddexp(0, x))\n"},  # the sign of the exponent
    {"relu": "    return np.where(x > 0, x, 0.1 * x)\n"},  # a slope on the left
    {"softmax": "    e = np.exp(z - z.max())\n    return e / e.sum()\n"},  # over the whole array
)
ARGUMENTS = {"sigmoid": "x", "relu": "x", "softmax": "z"}
EVERY = 7  # in a mix, one of so many is wrong


@dataclass(frozen=True)
class Submission:
    """What a student hands in, and whether it deserves full marks."""

    name: str
    source: str
    right: bool


def submissions(count: int, mixed: bool = False) -> list[Submission]:
    """The first so many of all students' submissions."""
    return list(islice(_all(mixed), count))


def _all(mixed: bool) -> Iterator[Submission]:
    ways = [dict(zip(RIGHT, bodies, strict=True)) for bodies in product(*RIGHT.values())]
    number = 0
    while True:
        bodies, right = ways[number % len(ways)], not mixed or number % EVERY != EVERY - 1
        if not right:
            bodies = bodies | WRONG[number // EVERY % len(WRONG)]
        yield Submission(f"student_{number:04}", _source(number, bodies), right)
        number += 1


def _source(number: int, bodies: dict[str, str]) -> str:
    functions = (f"def {name}({ARGUMENTS[name]}):\n{body}" for name, body in bodies.items())
    return "\n\n".join((f"# handed in by student {number}\nimport numpy as np\n", *functions))
