"""Bundles are built once, kept by content, and rebuilt when anything that they depend on changes."""

import os
import subprocess
import sys
from pathlib import Path
from threading import Lock
from typing import Any

import pytest

from nncheck.cases.bundle import Bundle, encode
from nncheck.cases.process import build
from nncheck.cases.provide import Provider
from nncheck.errors import SpecError
from nncheck.reference.store import Store
from nncheck.spec import load_exercises

SOURCE = '''from nncheck.spec import Exercise, Function, odd, reals


def double(x):
    """Twice x."""
    return 2 * x


def triple(x):
    """Three times x."""
    return 3 * x


X = {"x": reals(-4, 4)}
EXERCISE = Exercise("twice", "Doubling", (Function(double, X, properties=(odd(),)), Function(triple, X)))
'''


def exercise(folder: Path, source: str = SOURCE) -> Any:
    """A small exercise, read from a file of its own."""
    path = folder / "exercises" / "twice" / "exercise.py"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(source, "utf-8")
    return load_exercises([folder])["twice"]


def no_building(*arguments: Any) -> Any:
    """Stands where a process would be started."""
    raise AssertionError("nothing should have been built")


one_at_a_time = Lock()  # a process has one precision: the parts of a bundle are built by threads here


def here(exercise: Any, names: tuple[str, ...], seed: int, fixed: bool) -> dict[str, bytes]:
    """The same bundles without a process of their own, which costs a second for its imports."""
    with one_at_a_time:
        return {name: encode(bundle) for name, bundle in build(exercise, names, seed, fixed).items()}


def provider(store: Store, seed: int = 3, **details: Any) -> Provider:
    """A provider that builds here."""
    made = Provider(store, seed, **details)
    made.build = here
    return made


def as_bytes(bundles: dict[str, Bundle]) -> dict[str, bytes]:
    return {name: encode(bundle) for name, bundle in bundles.items()}


def test_the_second_time_nothing_is_built(tmp_path: Path) -> None:
    """Cached bundles are the built ones, byte for byte, and no process is started for them."""
    twice, store = exercise(tmp_path), Store(tmp_path / "cache")
    built: list[tuple[str, int, int]] = []
    first = Provider(store, 3, on_build=lambda *each: built.append(each)).bundles(twice, ("double", "triple"))
    assert built == [("twice", 0, 2), ("twice", 1, 2), ("twice", 2, 2)]  # the fixed part and the drawn part
    second = Provider(store, 3)
    second.build = no_building
    assert as_bytes(second.bundles(twice, ("double", "triple"))) == as_bytes(first)
    assert as_bytes(second.bundles(twice, ("triple",))) == {"triple": encode(first["triple"])}
    assert first["double"].properties
    assert {case.name.split("-")[0] for case in first["double"].cases} >= {"fixed", "drawn", "edges"}


def test_another_seed_builds_only_what_differs(tmp_path: Path) -> None:
    """The fixed part is shared by all seeds, even one of two hundred bits."""
    twice, store = exercise(tmp_path), Store(tmp_path / "cache")
    provider(store).bundles(twice, ("double",))
    built: list[tuple[str, int, int]] = []
    provider(store, 2**200, on_build=lambda *each: built.append(each)).bundles(twice, ("double",))
    assert built == [("twice", 0, 1), ("twice", 1, 1)]


def test_a_corrupt_cache_is_rebuilt(tmp_path: Path) -> None:
    """Whatever lies in the cache, the bundles are right, and the next reader finds them whole."""
    twice, folder = exercise(tmp_path), tmp_path / "cache"
    good = as_bytes(provider(Store(folder)).bundles(twice, ("double",)))
    for path in folder.iterdir():
        path.write_bytes(path.read_bytes()[:-7] + b"damage!")
    assert as_bytes(provider(Store(folder)).bundles(twice, ("double",))) == good
    mended = Provider(Store(folder), 3)
    mended.build = no_building
    assert as_bytes(mended.bundles(twice, ("double",))) == good


def test_entries_that_are_no_bundles_are_rebuilt(tmp_path: Path) -> None:
    """Content with a right digest that no longer decodes counts as missing."""
    twice, store = exercise(tmp_path), Store(tmp_path / "cache")
    good = as_bytes(provider(store).bundles(twice, ("double",)))
    for name in os.listdir(tmp_path / "cache"):
        store.write(name, b"from another version")
    assert as_bytes(provider(store).bundles(twice, ("double",))) == good


def test_a_secret_seed_leaves_nothing_drawn_on_disk(tmp_path: Path) -> None:
    """Only the part that every seed shares is kept; what is drawn stays in memory."""
    twice = exercise(tmp_path)
    provider(Store(tmp_path / "open")).bundles(twice, ("double",))
    provider(Store(tmp_path / "secret"), keep_drawn=False).bundles(twice, ("double",))
    kept_open, kept_secret = set(os.listdir(tmp_path / "open")), set(os.listdir(tmp_path / "secret"))
    assert len(kept_open) == 2
    assert len(kept_secret) == 1
    assert kept_secret < kept_open
    assert all(b"drawn" not in path.read_bytes() for path in (tmp_path / "secret").iterdir())


def test_a_changed_exercise_is_built_anew(tmp_path: Path) -> None:
    """An edited formula never meets answers of the old one."""
    store = Store(tmp_path / "cache")
    provider(store).bundles(exercise(tmp_path / "old"), ("double",))
    built: list[tuple[str, int, int]] = []
    changed = exercise(tmp_path / "new", SOURCE.replace("return 2 * x", "return x + x"))
    provider(store, on_build=lambda *each: built.append(each)).bundles(changed, ("double",))
    assert built[-1] == ("twice", 2, 2)


def test_build_errors_arrive_as_authoring_errors(tmp_path: Path) -> None:
    """What the building process finds wrong with a formula is a sentence with file and line here."""
    source = SOURCE.replace("odd, reals", "log, odd, reals").replace("return 2 * x", "return log(x)")
    broken = exercise(tmp_path, source)
    with pytest.raises(
        SpecError, match=r"exercise\.py:4: double: no certified value at (?s:.*); narrow the domain"
    ):
        Provider(Store(None), 0).bundles(broken, ("double",))


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ("return 2 * x if x > 0 else x", "a formula has no truth value: write where"),
        ("return 2 ** x", "unsupported operand"),
        ("return None", "double"),
    ],
    ids=["if", "power", "no return"],
)
def test_formulas_that_cannot_run_are_authoring_errors(tmp_path: Path, change: str, sentence: str) -> None:
    """A formula that raises, or returns nothing, is the author's mistake: file, line and the reason."""
    broken = exercise(tmp_path, SOURCE.replace("return 2 * x", change))
    with pytest.raises(SpecError, match=r"exercise\.py:\d+: double: ") as caught:
        Provider(Store(None), 0).bundles(broken, ("double",))
    assert sentence in str(caught.value)


# Notes that it builds, and how many functions, in the file that it is given.
BUILDER = """
import sys
from pathlib import Path
from nncheck.cases.provide import Provider, build_in_process
from nncheck.reference.store import Store
from nncheck.spec import load_exercises

folder, log = map(Path, sys.argv[1:3])
twice = load_exercises([folder])["twice"]


def noted(exercise, names, seed, fixed):
    with log.open("a") as file:
        file.write(f"{' '.join(names)} {fixed}\\n")
    return build_in_process(exercise, names, seed, fixed)


provider = Provider(Store(folder / "cache"), 3)
provider.build = noted
print(sorted(provider.bundles(twice, sys.argv[3:])), flush=True)
"""


def test_two_processes_do_not_build_the_same_cases(tmp_path: Path) -> None:
    """Graders that start together on an empty cache build each part once; who comes later builds the rest."""
    exercise(tmp_path)
    log = tmp_path / "log"
    command = [sys.executable, "-c", BUILDER, str(tmp_path), str(log)]
    both = [
        subprocess.Popen([*command, *names], stdout=subprocess.PIPE, text=True)
        for names in (("double",), ("double",))
    ]
    assert [process.communicate()[0] for process in both] == ["['double']\n"] * 2
    assert sorted(log.read_text().splitlines()) == ["double False", "double True"]
    subprocess.run([*command, "double", "triple"], check=True)
    assert sorted(log.read_text().splitlines())[2:] == ["triple False", "triple True"]
    assert all(not name.startswith(".") for name in os.listdir(tmp_path / "cache"))


def test_bundles_are_made_once(tmp_path: Path) -> None:
    """Every submission is judged by the same bundle: what judges work out from it they need not again."""
    made = provider(Store(None))
    twice = exercise(tmp_path)
    first = made.bundles(twice, ("double",))["double"]
    assert made.bundles(twice, ("double", "triple"))["double"] is first
