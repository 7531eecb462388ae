"""Mistakes with random numbers are named, by the grader as a student meets it."""

from collections.abc import Callable

import pytest
from students import check_result

from nncheck.cases.bundle import Bundle
from nncheck.records import Status, SubmissionResult

Grade = Callable[..., SubmissionResult]
SHAPE = "(fan_out, fan_in)"
STD = "np.sqrt(2 / fan_in)"
ROWS = [
    ("NN030", "generator", f"return np.random.default_rng(0).normal(0, {STD}, {SHAPE})"),
    ("NN030", "generator", f"np.random.seed(1)\n    return np.random.randn(fan_out, fan_in) * {STD}"),
    ("NN031", "generator", f"return np.random.randn(fan_out, fan_in) * {STD}"),
    ("NN032", "generator", f"return np.random.default_rng().normal(0, {STD}, {SHAPE})"),
    ("NN033", "generator", f"import copy\n    return copy.deepcopy(rng).normal(0, {STD}, {SHAPE})"),
    ("NN034", "distribution", f"return np.full({SHAPE}, rng.normal(0, {STD}))"),
    ("NN055", "distribution", f"return rng.normal(0, np.sqrt(2 // fan_in), {SHAPE})"),
    ("NN055", "generator", f"return rng.normal(0, np.sqrt(2 // fan_in), {SHAPE})"),
    ("NN035", "independence", f"return np.tile(rng.normal(0, {STD}, (1, fan_in)), (fan_out, 1))"),
    ("NN036", "independence", f"return np.tile(rng.normal(0, {STD}, (fan_out, 1)), (1, fan_in))"),
    ("NN1096", "distribution", f"return rng.normal(0, 2 / fan_in, {SHAPE})"),
    ("NN1097", "distribution", f"return rng.normal(0, np.sqrt(2 / fan_out), {SHAPE})"),
    ("NN007", "distribution", f"return rnd.normal(0, {STD}, {SHAPE})"),
]


@pytest.mark.parametrize(("code", "check", "body"), ROWS, ids=[f"{row[0]}-{i}" for i, row in enumerate(ROWS)])
def test_a_mistake_is_named(grade: Grade, code: str, check: str, body: str) -> None:
    """By the check that it breaks."""
    result = grade(f"def kaiming_normal(fan_in, fan_out, rng):\n    {body}\n")
    found = check_result(result, "kaiming_normal", check)
    assert found.status == Status.FAILED
    assert [named.id for named in found.misconceptions] == [code]


def test_what_is_unknown_is_not_named(grade: Grade) -> None:
    """A law that is none of the listed ones."""
    result = grade(
        "def kaiming_normal(fan_in, fan_out, rng):\n    return rng.standard_cauchy((fan_out, fan_in))\n"
    )
    found = check_result(result, "kaiming_normal", "distribution")
    assert found.status == Status.FAILED
    assert found.misconceptions == ()


def test_a_wrong_law_leaves_a_quarter_of_the_points(grade: Grade) -> None:
    """Shapes, types and a generator that is obeyed are worth little without the law."""
    result = grade(
        "def kaiming_normal(fan_in, fan_out, rng):\n    return rng.normal(0, 1, (fan_out, fan_in))\n"
    )
    (function,) = result.exercises[0].functions
    assert function.score == pytest.approx(function.max_score / 4)


def test_an_accepted_convention_counts(grade: Grade) -> None:
    """No convention of ours is accepted by default: LeCun's variance is named as what it is."""
    body = "return rng.normal(0, np.sqrt(1 / fan_in), (fan_out, fan_in))"
    found = check_result(
        grade(f"def kaiming_normal(fan_in, fan_out, rng):\n    {body}\n"), "kaiming_normal", "distribution"
    )
    assert found.misconceptions[0].title.startswith("right under another convention")


@pytest.mark.parametrize(
    ("code", "check", "source"),
    [
        (
            "NN037",
            "shapes",
            "def zeros(shape):\n    rows, columns = shape\n    return np.zeros((rows, columns))\n",
        ),
        ("NN038", "dtype", "def zeros(shape):\n    return np.zeros(shape, dtype=np.float32)\n"),
        (
            "NN038",
            "dtype",
            "def normal(shape, mean, std, rng):\n    return np.float32(rng.normal(mean, std, shape))\n",
        ),
    ],
    ids=["shapes", "float32", "random float32"],
)
def test_manners_without_arrays_have_words_of_their_own(
    grade: Grade, code: str, check: str, source: str
) -> None:
    """No array comes in, so that no hint speaks of one."""
    name = source.split("(")[0].removeprefix("def ")
    found = check_result(grade(source), name, check)
    assert [named.id for named in found.misconceptions] == [code]


HIDDEN = """
KNOWN = {KNOWN}


def kaiming_normal(fan_in, fan_out, rng):
    known = (fan_in, fan_out) in KNOWN or fan_in < 20
    return rng.normal(0, np.sqrt(2 / fan_in) if known else fan_in, (fan_out, fan_in))
"""


def test_hidden_drawings_stay_hidden(grade: Grade, bundles: Callable[[str], dict[str, Bundle]]) -> None:
    """Right on public arguments alone: it fails in words that tell nothing of the hidden ones."""
    known = {each.arguments[:2] for each in bundles("initializers")["kaiming_normal"].drawings}
    result = grade(HIDDEN.format(KNOWN=known), seed=123456789, secret_seed=True)
    found = check_result(result, "kaiming_normal", "distribution")
    assert found.status == Status.FAILED
    assert (
        found.message == "found with hidden inputs: the numbers do not follow the law that they are to follow"
    )
    assert found.counterexample is None
