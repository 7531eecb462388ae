"""Wrong exercise files give an authoring error with file, line and cure."""

from pathlib import Path

import pytest

from nncheck.errors import SpecError, UsageError
from nncheck.spec import load_exercises
from nncheck.spec.load import load_exercise

GOOD = '''from nncheck.spec import Exercise, Function, Misconception, exp, odd, reals, slope_of


def double(x):
    """Twice x."""
    return 2 * x


FUNCTION = Function(double, {"x": reals(-4, 4)})
EXERCISE = Exercise("twice", "Doubling", (FUNCTION,))
'''
MISTAKE = 'Misconception("{}", "the factor", "How much is twice 3?", lambda x: x)'

WRONG = [
    (
        "domain name",
        ('{"x": reals', '{"z": reals'),
        4,
        "the formula takes (x) but the domain describes (z); describe each argument once",
    ),
    ("no docstring", ('    """Twice x."""\n', ""), 4, "double: no docstring; it is what the student reads"),
    (
        "unknown need",
        ("4)})", '4)}, properties=(slope_of("doubel"),))'),
        4,
        "needs 'doubel', which is no function here; did you mean double?",
    ),
    (
        "odd code",
        ("4)})", f"4)}}, misconceptions=({MISTAKE.format('first')},))"),
        4,
        "code 'first'; use letters and three or four digits, as in NN101",
    ),
    (
        "code taken twice",
        ("4)})", f"4)}}, misconceptions=({MISTAKE.format('NN101')}, {MISTAKE.format('NN101')}))"),
        4,
        "misconception code NN101 is already taken by double",
    ),
    ("syntax error", ("return 2 * x", "return 2 * x)"), 6, "SyntaxError: unmatched ')'"),
    (
        "exception at import",
        ("FUNCTION = ", "FUNCTION = 1 / 0\nFUNCTION = "),
        9,
        "ZeroDivisionError: division by zero",
    ),
    ("misspelt word", ('{"x": reals', '{"x": reels'), 9, "NameError: name 'reels' is not defined"),
    ("missing import", ("exp, odd", "exq, odd"), 1, "ImportError: cannot import name 'exq'"),
    (
        "no exercise",
        ("EXERCISE = ", "EXERCISES = "),
        1,
        "no exercise here; end the file with EXERCISE = Exercise(name, title, functions)",
    ),
    ("no functions", ("(FUNCTION,)", "()"), 1, "the exercise has no functions; list at least one"),
    (
        "another folder",
        ('"twice"', '"double"'),
        1,
        "the exercise 'double' lies in the folder 'twice'; give both one name",
    ),
]


def write(folder: Path, source: str, name: str = "twice") -> Path:
    """An exercise file in a folder of exercises."""
    path = folder / "exercises" / name / "exercise.py"
    path.parent.mkdir(parents=True)
    path.write_text(source, "utf-8")
    return path


@pytest.mark.parametrize(
    ("change", "line", "sentence"), [row[1:] for row in WRONG], ids=[row[0] for row in WRONG]
)
def test_wrong_specs_name_file_line_and_cure(
    tmp_path: Path, change: tuple[str, str], line: int, sentence: str
) -> None:
    """Each mistake of an author is one sentence, at the line to mend."""
    assert change[0] in GOOD
    path = write(tmp_path, GOOD.replace(*change))
    with pytest.raises(SpecError) as caught:
        load_exercise(path)
    assert str(caught.value).startswith(f"{path}:{line}: ")
    assert sentence in str(caught.value)


def test_a_good_exercise_loads_beside_ours(tmp_path: Path) -> None:
    """An extra folder adds its exercises to those that ship, and each knows its file."""
    path = write(tmp_path, GOOD)
    exercises = load_exercises([tmp_path])
    assert set(exercises) >= {"activations", "softmax", "backprop", "twice"}
    assert exercises["twice"].source == path
    assert exercises["twice"].functions["double"].statement == "Twice x."


def test_an_extra_folder_may_replace_one_of_ours(tmp_path: Path) -> None:
    """The instructor's exercise wins over the shipped one of that name."""
    path = write(tmp_path, GOOD.replace('"twice"', '"softmax"'), name="softmax")
    assert load_exercises([tmp_path])["softmax"].source == path


def test_a_folder_without_exercises_is_a_usage_error(tmp_path: Path) -> None:
    """The sentence says which folder is wanted."""
    with pytest.raises(UsageError, match=r"holds no folder exercises/; give the folder that contains it"):
        load_exercises([tmp_path])


def test_a_derived_function_is_found_in_its_authors_file(tmp_path: Path) -> None:
    """A mistake in what `derivative` made is told at the formula that it was made from."""
    repeated = MISTAKE.format("NN101")
    source = GOOD.replace("4)})", f"4)}}, misconceptions=({repeated},))")
    source = source.replace("Exercise, ", "Exercise, derivative, ").replace(
        "(FUNCTION,)", f'(FUNCTION, derivative(FUNCTION, "Its slope.", misconceptions=({repeated},)))'
    )
    path = write(tmp_path, source)
    with pytest.raises(SpecError) as caught:
        load_exercise(path)
    assert str(caught.value) == f"{path}:4: double_grad: misconception code NN101 is already taken by double"
