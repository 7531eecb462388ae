"""Exercise + functions + seed -> bundles, from the cache or from a process that builds them."""

import hashlib
import os
import subprocess
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import msgspec

from nncheck.afresh import python_running
from nncheck.cases.alone import alone
from nncheck.cases.bundle import FORMAT, Bundle, Reply, Request, decode, encode, joined
from nncheck.errors import GraderError, SpecError
from nncheck.records import Record
from nncheck.reference.store import Store
from nncheck.reference.torch_stored import FILE_NAME
from nncheck.reference.versions import version
from nncheck.spec.exercise import Exercise

Build = Callable[[Exercise, tuple[str, ...], int, bool], dict[str, bytes]]

_PACKAGE = Path(__file__).resolve().parent.parent


class Part(NamedTuple):
    """Some functions of an exercise, and one of the two parts of their bundles."""

    exercise: Exercise
    names: tuple[str, ...]
    fixed: bool


class Provider:
    """Bundles for one seed.

    `on_build` is told of which exercise something is being built, how many parts have been, and of how many.
    `given` are encoded bundles by their key, as `encoded` gave them to another process.
    """

    def __init__(
        self,
        store: Store,
        seed: int,
        *,
        keep_drawn: bool = True,
        on_build: Callable[[str, int, int], None] = lambda name, done, total: None,
        given: Mapping[str, bytes] | None = None,
    ):
        self._seed, self._on_build, self._given = seed, on_build, given or {}
        drawn = store if keep_drawn else Store(None)  # a secret seed leaves no trace on disk
        self._stores = {True: store, False: drawn}
        self._known: dict[str, Bundle] = {}
        self._whole: dict[tuple[Path, str], Bundle] = {}  # both parts, by file and function
        self.build: Build = build_in_process

    def bundles(self, exercise: Exercise, names: Sequence[str]) -> dict[str, Bundle]:
        """The bundle of each named function.

        Raises SpecError where a formula has no certified value, GraderError where building fails.
        """
        self.prepare([(exercise, names)])
        return {name: self._joined(exercise, name) for name in names}

    def _joined(self, exercise: Exercise, name: str) -> Bundle:
        place = exercise.source, name
        if place not in self._whole:
            fixed, drawn = (self._known[self._key(exercise, name, part)] for part in (True, False))
            self._whole[place] = joined(fixed, drawn)
        return self._whole[place]

    def prepare(self, wanted: Iterable[tuple[Exercise, Sequence[str]]]) -> None:
        """Build what is missing of several exercises: a process for each part, several at a time."""
        parts = [
            Part(exercise, missing, fixed)
            for exercise, names in wanted
            for fixed in (True, False)
            if (missing := tuple(name for name in names if not self._knows(exercise, name, fixed)))
        ]
        if not parts:
            return
        from concurrent.futures import ThreadPoolExecutor  # not for those who find all in the cache

        self._on_build(parts[0].exercise.name, 0, len(parts))
        with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
            for done, part in enumerate(pool.map(self._built, parts), start=1):
                self._on_build(part.exercise.name, done, len(parts))

    def encoded(self, wanted: Sequence[tuple[Exercise, Sequence[str]]]) -> dict[str, bytes]:
        """The bundles of several exercises as they are cached, for a process on another machine."""
        self.prepare(wanted)
        keys = (
            self._key(exercise, name, part)
            for exercise, names in wanted
            for name in names
            for part in (True, False)
        )
        return {key: encode(self._known[key]) for key in keys}

    def _knows(self, exercise: Exercise, name: str, fixed: bool) -> bool:
        if (exercise.source, name) in self._whole:
            return True
        key = self._key(exercise, name, fixed)
        if key not in self._known:
            found = _decoded(self._given.get(key) or self._stores[fixed].read(key))
            if found is not None:
                self._known[key] = found
        return key in self._known

    def _built(self, part: Part) -> Part:
        with alone(self._stores[part.fixed].folder, self._key(part.exercise, "", part.fixed)):
            missing = tuple(name for name in part.names if not self._knows(part.exercise, name, part.fixed))
            if missing:  # another process has not built them in the meantime
                self._build(part._replace(names=missing))
        return part

    def _build(self, part: Part) -> None:
        seed = 0 if part.fixed else self._seed
        for name, content in self.build(part.exercise, part.names, seed, part.fixed).items():
            key = self._key(part.exercise, name, part.fixed)
            self._stores[part.fixed].write(key, content)
            self._known[key] = decode(content)

    def _key(self, exercise: Exercise, name: str, fixed: bool) -> str:
        return _key(exercise, name, 0 if fixed else self._seed, fixed)


def build_in_process(exercise: Exercise, names: tuple[str, ...], seed: int, fixed: bool) -> dict[str, bytes]:
    """Encoded bundles, built by a fresh Python that has imported nothing else."""
    path = str(exercise.source.absolute())
    request = Request(exercise=path, functions=names, seed=str(seed), fixed=fixed)
    reply = asked("process", exercise, request)
    if reply.error:
        raise SpecError(reply.error)
    return reply.bundles


def asked(part: str, exercise: Exercise, request: Record) -> Reply:
    """The reply of a fresh Python that runs one of the parts of this package."""
    done = subprocess.run(
        python_running(f"nncheck.cases.{part}"),
        input=msgspec.msgpack.encode(request),
        cwd=os.sep,  # not where we are: that may be a student's folder
        capture_output=True,
        check=False,
    )
    if done.returncode:
        last = done.stderr.decode("utf-8", "replace").strip().splitlines()[-1:]
        raise GraderError(f"cases of {exercise.name} could not be built: {' '.join(last) or done.returncode}")
    return msgspec.msgpack.decode(done.stdout, type=Reply)


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
    names = ("numpy", "sympy", "python-flint", "hypothesis", "scipy")
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
