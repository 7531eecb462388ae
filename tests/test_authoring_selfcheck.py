"""A check of the checker: what is wrong with an exercise or its solutions is found, and nothing else."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import numpy as np
import pytest

from nncheck.authoring.findings import ERROR, NOTE, Finding
from nncheck.authoring.selfcheck import selfcheck
from nncheck.authoring.sharpness import blunt
from nncheck.cases.process import build
from nncheck.spec import load_exercises

HEAD = """
from nncheck.spec import Exercise, Function, Misconception, Property, equal, exp, log, odd, reals

X = {"x": reals(0.5, 8, "n")}
"""

SOUND = f"""{HEAD}
def double(x):
    '''Twice each number.'''
    return 2 * x


DOUBLE = Function(
    double,
    {{"x": reals(-8, 8)}},
    properties=(odd(),),
    misconceptions=(
        Misconception("NN901", "the square", "At x = 3?", lambda x: x * x),
        Misconception("NN902", "the half", "At x = 2?", lambda x: x / 2),
    ),
)

EXERCISE = Exercise("sound", "An exercise that holds", (DOUBLE,))
"""

UNSOUND = f"""{HEAD}
def untrippable(x):
    '''Twice each number; one of its checks says nothing about the answer.'''
    return 2 * x


def blind(x):
    '''Twice each number, but only positive ones are asked.'''
    return 2 * x


def twins(x):
    '''Twice each number.'''
    return 2 * x


def unlike(x):
    '''Twice each number; it does not have the property that it claims.'''
    return 2 * x


def steady(x):
    '''Twice each number; the unstable form never overflows.'''
    return 2 * x


def square(code):
    return Misconception(code, "the square", "At x = 3?", lambda x: x * x)


ABSOLUTE = Misconception("NN911", "|2x|", "At x = -1?", lambda x: abs(2 * x))
POWER = Misconception("NN913", "a power", "At x = 3?", lambda x: exp(2 * log(x)))
TRIPLE = Misconception("NN914", "three times", "At x = 3?", lambda x: 3 * x)
SUM = Misconception("NN915", "x + x", "At 1e308?", lambda x: x + x)
IDLE = Property("idle", "x is x", lambda ask, x: equal(x, x))
SHIFT = Property("shift", "f(x + 1) = f(x)", lambda ask, x: equal(ask(x + 1), ask(x)))

EXERCISE = Exercise(
    "unsound",
    "An exercise that does not hold",
    (
        Function(untrippable, X, properties=(IDLE,)),
        Function(blind, X, misconceptions=(ABSOLUTE,)),
        Function(twins, X, misconceptions=(square("NN912"), POWER, TRIPLE)),
        Function(unlike, X, properties=(SHIFT,), misconceptions=(square("NN916"),)),
        Function(steady, X, unstable=(SUM,)),
    ),
)
"""

SQUARE = "def double(x):\n    return x * x\n"
TWICE = "def double(x):\n    return x * 2.0\n"
RAISES = "def double(x):\n    raise ValueError\n"
WRONG = "# mistake: square\n# function: {function}\n# fails: {fails}\n# diagnosed: {diagnosed}\n{source}"
HOSTILE = "# attack: raises\n# function: {function}\n# outcome: {outcome}\n{source}"
GOOD = {
    "right/twice.py": TWICE,
    "wrong/square.py": WRONG.format(function="double", fails="values", diagnosed="NN901", source=SQUARE),
    "hostile/raises.py": HOSTILE.format(function="double", outcome="raises", source=RAISES),
    "hostile/harmless.py": HOSTILE.format(function="double", outcome="passes, it is right", source=TWICE),
}
AS_STATED = GOOD["wrong/square.py"]
BAD = {  # file -> its text, and a part of the complaint about it
    "right/square.py": (SQUARE, "double.values failed"),
    "right/empty.py": ("import math\n", "defines no function"),
    "right/not-text.py": ("\x00", "right/not-text.py"),
    "naive/twice.py": (TWICE, "belongs to right/"),
    "naive/square.py": (SQUARE, "double.values failed"),
    "wrong/twice.py": (AS_STATED.replace(SQUARE, TWICE), "double.values does not fail, only nothing"),
    "wrong/silent.py": (SQUARE, "state no 'mistake'"),
    "wrong/other-check.py": (AS_STATED.replace("values", "shapes"), "double.shapes does not fail"),
    "wrong/other-code.py": (AS_STATED.replace("901", "902"), "NN902 is not named, but"),
    "wrong/other-name.py": (AS_STATED.replace("function: double", "function: triple"), "triple"),
    "hostile/twice.py": (GOOD["hostile/raises.py"].replace(RAISES, TWICE), "expected less"),
    "hostile/square.py": (GOOD["hostile/harmless.py"].replace(TWICE, SQUARE), "expected all"),
    "hostile/all.py": (HOSTILE.format(function="all", outcome="not loaded", source=TWICE), "it scores 1"),
    "hostile/silent.py": (RAISES, "state no 'attack'"),
}  # fmt: skip


def written(folder: Path, files: dict[str, str]) -> None:
    """Writes the files into the folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Two exercises, good solutions and bad ones, with a cache of their own."""
    folder = tmp_path_factory.mktemp("authoring")
    written(folder / "exercises", {"sound/exercise.py": SOUND, "unsound/exercise.py": UNSOUND})
    written(folder / "good" / "sound", GOOD)
    written(folder / "bad" / "sound", {name: text for name, (text, _) in BAD.items()})
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
        yield folder


@pytest.fixture(scope="module")
def found(folder: Path) -> list[Finding]:
    """The findings on both exercises, with the good solutions."""
    return selfcheck(load_exercises([folder]), ["sound", "unsound"], folder / "good", lambda message: None)


@pytest.fixture(scope="module")
def found_in_bad(folder: Path) -> list[Finding]:
    """The findings on the sound exercise with the bad solutions."""
    return selfcheck(load_exercises([folder]), ["sound"], folder / "bad", lambda message: None)


def errors(found: list[Finding], exercise: str, function: str = "") -> list[str]:
    """What the errors about one function, or the solutions, say."""
    chosen = (
        each for each in found if (each.exercise, each.function, each.severity) == (exercise, function, ERROR)
    )
    return [each.message for each in chosen]


def test_a_sound_exercise_has_no_errors(found: list[Finding]) -> None:
    """Where everything holds there is one note with the numbers, and nothing else."""
    (only,) = (each for each in found if each.exercise == "sound")
    assert only.severity == NOTE
    assert "2 misconceptions told apart" in only.message
    assert "1 right, 1 wrong, 2 hostile" in only.message


UNSOUND_ERRORS = [
    ("untrippable", "nothing trips the check 'idle'"),
    ("blind", "NN911 (|2x|) is right on all of them"),
    ("twins", "NN912 (the square) and NN913 (a power) agree on all"),
    ("unlike", "exact answers do not have the property 'shift': off by 2"),
    ("steady", "the unstable form NN915 (x + x) is stable on all"),
]


@pytest.mark.parametrize(("function", "complaint"), UNSOUND_ERRORS)
def test_meta_each_fault_is_the_only_error(found: list[Finding], function: str, complaint: str) -> None:
    """A fault of an exercise is found, in words, and nothing else is."""
    (message,) = errors(found, "unsound", function)
    assert complaint in message


@pytest.mark.parametrize("name", BAD)
def test_meta_a_misfiled_solution_is_an_error(found_in_bad: list[Finding], name: str) -> None:
    """A solution with another result than that of its folder and first lines is named with the reason."""
    messages = [each for each in errors(found_in_bad, "sound") if each.startswith(f"{name}: ")]
    assert any(BAD[name][1] in each for each in messages), errors(found_in_bad, "sound")


def test_meta_a_blunt_tolerance_is_found(folder: Path) -> None:
    """Of each case whose tolerance reaches a millionth of the scale, an entry is named."""
    exercise = load_exercises([folder])["sound"]
    bundle = build(exercise, ("double",), 0, True)["double"]
    function = exercise.functions["double"]
    (case,) = (each for each in bundle.cases if each.name == "fixed-0-float64")
    loose = msgspec.structs.replace(case, tolerance=case.tolerance + 1e-5 * np.max(case.scale))
    assert list(blunt(function, (case,))) == []
    (sentence,) = blunt(function, (loose,))
    assert "'fixed-0-float64' (values) is blunt" in sentence
