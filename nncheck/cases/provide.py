"""Exercise + functions + seed -> bundles, from the cache or from a process that builds them."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import msgspec

from nncheck.cases.bundle import FORMAT, Bundle, Reply, Request, decode
from nncheck.errors import GraderError, SpecError
from nncheck.reference.store import Store
from nncheck.reference.torch_stored import FILE_NAME
from nncheck.reference.versions import version
from nncheck.spec.exercise import Exercise

Build = Callable[[Exercise, tuple[str, ...], int, bool], dict[str, bytes]]

_PACKAGE = Path(__file__).resolve().parent.parent
# Loads nncheck from where it is by its path: to add the folder around it to the search path would let
# whatever else lies there take the place of other modules.
_START = """
import sys
from importlib.util import module_from_spec, spec_from_file_location
spec = spec_from_file_location("nncheck", {package!r})
sys.modules["nncheck"] = package = module_from_spec(spec)
spec.loader.exec_module(package)
from nncheck.cases.process import main
main()
"""


class Provider:
    """Bundles for one seed. `on_build` is told which exercise is being built."""

    def __init__(
        self,
        store: Store,
        seed: int,
        *,
        keep_drawn: bool = True,
        on_build: Callable[[str], None] = lambda name: None,
    ):
        self._store, self._seed, self._on_build = store, seed, on_build
        self._drawn_store = store if keep_drawn else Store(None)  # a secret seed leaves no trace on disk
        self.build: Build = build_in_process

    def bundles(self, exercise: Exercise, names: Sequence[str]) -> dict[str, Bundle]:
        """The bundle of each named function.

        Raises SpecError where a formula has no certified value, GraderError where building fails.
        """
        fixed = self._part(exercise, names, 0, True, self._store)
        drawn = self._part(exercise, names, self._seed, False, self._drawn_store)
        return {
            name: Bundle(cases=fixed[name].cases + drawn[name].cases, properties=drawn[name].properties)
            for name in names
        }

    def _part(
        self, exercise: Exercise, names: Sequence[str], seed: int, fixed: bool, store: Store
    ) -> dict[str, Bundle]:
        keys = {name: _key(exercise, name, seed, fixed) for name in names}
        found = {name: _decoded(store.read(key)) for name, key in keys.items()}
        missing = tuple(name for name, bundle in found.items() if bundle is None)
        if missing:
            self._on_build(exercise.name)
            for name, content in self.build(exercise, missing, seed, fixed).items():
                store.write(keys[name], content)
                found[name] = decode(content)
        return {name: bundle for name, bundle in found.items() if bundle is not None}


def build_in_process(exercise: Exercise, names: tuple[str, ...], seed: int, fixed: bool) -> dict[str, bytes]:
    """Encoded bundles, built by a fresh Python that has imported nothing else."""
    path = str(exercise.source.absolute())
    request = Request(exercise=path, functions=names, seed=str(seed), fixed=fixed)
    command = [sys.executable, "-I", "-c", _START.format(package=str(_PACKAGE / "__init__.py"))]
    done = subprocess.run(
        command,
        input=msgspec.msgpack.encode(request),
        cwd=os.sep,  # not where we are: that may be a student's folder
        capture_output=True,
        check=False,
    )
    if done.returncode:
        last = done.stderr.decode("utf-8", "replace").strip().splitlines()[-1:]
        raise GraderError(f"cases of {exercise.name} could not be built: {' '.join(last) or done.returncode}")
    reply = msgspec.msgpack.decode(done.stdout, type=Reply)
    if reply.error:
        raise SpecError(reply.error)
    return reply.bundles


def _decoded(content: bytes | None) -> Bundle | None:
    if content is None:
        return None
    try:
        return decode(content)
    except (msgspec.MsgspecError, ValueError):
        return None


def _key(exercise: Exercise, function: str, seed: int, fixed: bool) -> str:
    torch_file = exercise.source.parent / FILE_NAME
    torch = "" if torch_file.is_file() else version("torch")
    content = hashlib.sha256(f"{FORMAT} {function} {seed} {fixed} {torch} {_libraries()}".encode())
    content.update(_code_digest() + _file_digest(exercise.source) + _file_digest(torch_file))
    return content.hexdigest()


@cache
def _libraries() -> str:
    names = ("numpy", "sympy", "python-flint", "hypothesis")
    return " ".join(f"{name}={version(name)}" for name in names)


@cache
def _code_digest() -> bytes:
    """Of everything of ours that a bundle depends on."""
    digest = hashlib.sha256()
    for folder in ("spec", "reference", "cases"):
        for path in sorted((_PACKAGE / folder).iterdir()):
            if path.suffix in {".py", ".json"}:
                digest.update(path.read_bytes())
    return digest.digest()


@cache
def _file_digest(path: Path) -> bytes:
    return hashlib.sha256(path.read_bytes()).digest() if path.is_file() else b""
