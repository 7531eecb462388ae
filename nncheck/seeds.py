"""The seed of the generated inputs, given or from a file that nobody sees."""

import hashlib
from pathlib import Path

from nncheck.errors import UsageError

SECRET_BYTES = 16  # fewer could be guessed


def seed_from(seed: int | None, path: Path | None) -> int:
    """The number given, or one that stands for the bytes of the file."""
    if path is None:
        return seed or 0
    if seed is not None:
        raise UsageError("a seed and a seed file exclude each other; give one of them")
    try:
        secret = path.read_bytes()
    except OSError as error:
        raise UsageError(f"cannot read the seed file {path}: {error.strerror}") from None
    if len(secret) < SECRET_BYTES:
        raise UsageError(f"the seed file {path} has {len(secret)} bytes; a secret seed needs {SECRET_BYTES}")
    return int.from_bytes(hashlib.sha256(secret).digest()[:SECRET_BYTES], "big")
