"""torch's answers to the fixed cases, as they ship beside an exercise: no torch is needed to read them."""

import hashlib
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from nncheck.spec.trees import leaves, map_leaves

FILE_NAME = "torch.json"


class TorchOutputs:
    """Stored answers by key; `version` is the torch that gave them."""

    def __init__(self, version: str, outputs: dict[str, Any]):
        self.version, self.outputs = version, outputs

    def find(self, key: str) -> Any | None:
        """The answer as a tree of arrays, or None where none is stored."""
        stored = self.outputs.get(key)
        return None if stored is None else _arrays(stored)


def key(function: str, case: str, arguments: tuple[Any, ...]) -> str:
    """Names an answer by function, case and the exact inputs, so that a changed case finds nothing stale."""
    digest = hashlib.sha256()
    for path, leaf in leaves(arguments):
        array = np.asarray("None" if leaf is None else leaf)  # an array of None holds an address
        digest.update(f"{path} {array.dtype.str} {array.shape}".encode() + array.tobytes())
    return f"{function}/{case}/{digest.hexdigest()[:16]}"


def read(folder: Path) -> TorchOutputs:
    """The answers stored in an exercise's folder; none at all where there is no file."""
    path = folder / FILE_NAME
    if not path.is_file():
        return TorchOutputs("", {})
    content = msgspec.json.decode(path.read_bytes())
    return TorchOutputs(content["torch"], content["outputs"])


def write(folder: Path, stored: TorchOutputs) -> None:
    """Store answers (trees of arrays) in an exercise's folder, one a line."""
    lines = [
        f"{msgspec.json.encode(name).decode()}: {_text(tree)}"
        for name, tree in sorted(stored.outputs.items())
    ]
    head = f'{{"torch": "{stored.version}", "outputs": {{\n'
    (folder / FILE_NAME).write_text(head + ",\n".join(lines) + "\n}}\n", "utf-8")


def _text(tree: Any) -> str:
    def plain(leaf: Any) -> Any:
        array = np.asarray(leaf, dtype=np.float64)
        return {"shape": list(array.shape), "data": array.ravel().tolist()}

    return msgspec.json.encode(map_leaves(plain, tree)).decode()


def _arrays(stored: Any) -> Any:
    if isinstance(stored, list):
        return [_arrays(each) for each in stored]
    if stored.keys() == {"shape", "data"}:
        return np.array(stored["data"], dtype=np.float64).reshape(stored["shape"])
    return {name: _arrays(each) for name, each in stored.items()}
