"""A class of any size, made up: distinct submissions of sigmoid, relu and softmax, and what each must get."""

import random
from dataclasses import dataclass
from pathlib import Path

FUNCTIONS = ("sigmoid", "relu", "softmax")
ASSIGNMENT = tuple(word for name in FUNCTIONS for word in ("--function", name))  # all of them count

RIGHT = {
    "sigmoid": (
        "    return 1 / (1 + np.exp(-x))",
        "    e = np.exp(-np.abs(x))\n    return np.where(x >= 0, 1 / (1 + e), e / (1 + e))",
        "    return np.exp(np.minimum(x, 0)) / (1 + np.exp(-np.abs(x)))",
    ),
    "relu": (
        "    return np.maximum(x, 0.0)",
        "    return np.where(x > 0, x, 0.0)",
        "    return np.clip(x, 0.0, None)",
    ),
    "softmax": (
        "    e = np.exp(z - z.max(axis=-1, keepdims=True))\n    return e / e.sum(axis=-1, keepdims=True)",
        "    p = np.exp(z - np.max(z, -1, keepdims=True))\n    return p / np.sum(p, -1, keepdims=True)",
    ),
}
WRONG = {
    "sigmoid": ("    return 1 / (1 + np.exp(x))", "    return np.tanh(x)", "    return 1 / 1 + np.exp(-x)"),
    "relu": ("    return np.abs(x)", "    return np.where(x > 0, 1.0, 0.0)", "    return np.minimum(x, 0.0)"),
    "softmax": (
        "    e = np.exp(z)\n    return e / e.sum()",
        "    return z / z.sum(axis=-1, keepdims=True)",
        "    e = np.exp(z - z.max())\n    return e / e.sum(axis=0)",
    ),
}
CRASHING = (
    "    raise ValueError(1)",
    "    import sys\n    sys.exit(0)",
    "    return undefined",
    "    return crash(x)",
)
HANGING = ("    while True:\n        pass",)
KINDS = {"right": RIGHT, "wrong": WRONG, "crashing": CRASHING, "hanging": HANGING}
EARNS = {"right": "all", "wrong": "some", "crashing": "none", "hanging": "none"}


@dataclass(frozen=True)
class Student:
    """A submission, and of what kind each of its functions is."""

    source: str
    kinds: dict[str, str]


def student(number: int, hanging: float = 0.01, crashing: float = 0.05, wrong: float = 0.15) -> Student:
    """The submission with this number; the shares are those of submissions with such a function."""
    draw = random.Random(number)
    spoilt = draw.choices(
        ("hanging", "crashing", "wrong", "right"), (hanging, crashing, wrong, 1 - hanging - crashing - wrong)
    )[0]
    unlucky = draw.choice(FUNCTIONS)
    kinds = {name: spoilt if name == unlucky else "right" for name in FUNCTIONS}
    parts = [f"# student {number}\nimport numpy as np\n", "def crash(x):\n    return crash(x)\n"]
    for name in FUNCTIONS:
        table = KINDS[kinds[name]]
        bodies = table[name] if isinstance(table, dict) else table
        argument = "z" if name == "softmax" else "x"
        body = draw.choice(bodies).replace("crash(x)", f"crash({argument})")
        parts.append(f"def {name}({argument}):\n    # number {number}\n{body}\n")
    return Student("\n\n".join(parts), kinds)


def write_class(folder: Path, size: int, **shares: float) -> dict[str, Student]:
    """A folder for each student, with a submission.py -> the students by the path of their submission."""
    students = {}
    for number in range(size):
        path = folder / f"student_{number:05}" / "submission.py"
        path.parent.mkdir(parents=True)
        students[str(path)] = student(number, **shares)
        path.write_text(students[str(path)].source, "utf-8")
    return students


def objections(students: dict[str, Student], submissions: list[dict[str, object]]) -> list[str]:
    """What is wrong with the grades of a JSON report: one sentence for each."""
    graded = {str(each["submission"]): each for each in submissions}
    found = [f"{name} has no grade" for name in students if name not in graded]
    if len(graded) != len(submissions):
        found.append("some submissions have two grades")
    for name, each in graded.items():
        found += [f"{name}: {problem}" for problem in _wrong_grades(students[name], each)]
    return found


def _wrong_grades(student: Student, submission: dict[str, object]) -> list[str]:
    functions = {
        each["function"]: each
        for exercise in submission["exercises"]  # type: ignore[attr-defined]
        for each in exercise["functions"]
    }
    found = []
    for name, kind in student.kinds.items():
        share = functions[name]["score"] / functions[name]["max_score"]
        good = {"all": share == 1, "some": 0 < share <= 0.5, "none": share <= 0.05}[EARNS[kind]]
        if not good:
            found.append(f"a {kind} {name} got {share:.2f} of its points")
    return found
