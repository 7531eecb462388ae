"""A wrong formula is named when it explains the answers, and only then."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from students import EXERCISES, FUNCTION_IDS, FUNCTIONS, answered, in_double

from nncheck import diagnose
from nncheck.cases.bundle import Bundle
from nncheck.diagnose import formulas, infinite
from nncheck.judge.plan import checks
from nncheck.judge.reference import agrees
from nncheck.records import Named
from nncheck.reference import remembered
from nncheck.reference.remembered import Inputs
from nncheck.spec import Function, Misconception
from nncheck.spec.trees import map_leaves

Bundles = Callable[[str], dict[str, Bundle]]
Student = Callable[..., Any]


def sigmoid(x: Any) -> Any:
    return 1 / (1 + np.exp(-x))


def softmax(z: Any) -> Any:
    e = np.exp(z - z.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)


def network(x: Any, t: Any, p: Any, early: float = 0.0, scale: float = 1.0) -> Any:
    x, t = np.atleast_2d(x), np.atleast_2d(t)
    a1 = sigmoid(x @ p["W1"].T + p["b1"])
    a2 = sigmoid(a1 @ p["W2"].T + p["b2"])
    d2 = (a2 - t) * a2 * (1 - a2) * scale
    d1 = d2 @ (p["W2"] - early * d2.T @ a1) * a1 * (1 - a1)
    return {"W1": d1.T @ x, "b1": d1.sum(0), "W2": d2.T @ a1, "b2": d2.sum(0)}, ((a2 - t) ** 2).sum() / 2


def step(x: Any, t: Any, p: Any, lr: float, **wrong: float) -> Any:
    grads, loss = network(x, t, p, **wrong)
    return {name: p[name] - lr * grads[name] for name in p}, loss


# function, a wrong implementation as a student writes it, the code that it must get ("" for none)
ROWS: list[tuple[str, str, Student, str]] = [
    ("sigmoid", "e^x", lambda x: 1 / (1 + np.exp(x)), "NN101"),
    ("sigmoid", "|x|", lambda x: 1 / (1 + np.exp(-np.abs(x))), "NN102"),
    ("sigmoid", "parentheses", lambda x: 1 / 1 + np.exp(-x), "NN103"),
    ("sigmoid", "tanh", np.tanh, "NN104"),
    ("sigmoid", "slope", lambda x: sigmoid(x) * (1 - sigmoid(x)), "NN106"),
    ("sigmoid", "2.71828", lambda x: 1 / (1 + 2.71828**-x), "NN108"),
    ("sigmoid", "negated", lambda x: -sigmoid(x), "NN021"),
    ("sigmoid", "twice", lambda x: 2 * sigmoid(x), "NN022"),
    ("sigmoid", "rounded", lambda x: np.round(sigmoid(x), 4), "NN023"),
    ("sigmoid", "float32", lambda x: sigmoid(x.astype(np.float32)).astype(x.dtype), "NN025"),
    ("sigmoid", "identity", lambda x: x, "NN026"),
    ("sigmoid", "nothing we know", lambda x: np.cos(3 * x) ** 2, ""),
    ("sigmoid", "zeros", np.zeros_like, ""),
    ("sigmoid_grad", "x(1-x)", lambda x: x * (1 - x), "NN111"),
    ("sigmoid_grad", "f(1+f)", lambda x: sigmoid(x) * (1 + sigmoid(x)), "NN113"),
    ("sigmoid_grad", "1-f", lambda x: 1 - sigmoid(x), "NN115"),
    ("tanh", "tanh(x/2)", lambda x: np.tanh(x / 2), "NN121"),
    ("tanh", "sinh", np.sinh, "NN125"),
    ("tanh_grad", "a(1-a)", lambda x: np.tanh(x) * (1 - np.tanh(x)), "NN131"),
    ("tanh_grad", "square forgotten", lambda x: 1 - np.tanh(x), "NN133"),
    ("relu", "gate", lambda x: (x > 0) * 1.0, "NN141"),
    ("relu", "abs", np.abs, "NN142"),
    ("relu_grad", "sign", np.sign, "NN155"),
    ("leaky_relu", "max(x, alpha)", lambda x, alpha=0.01: np.maximum(x, alpha), "NN163"),
    ("leaky_relu", "always 0.01", lambda x, alpha=0.01: np.where(x > 0, x, 0.01 * x), "NN164"),
    ("prelu", "max(x, alpha x)", lambda x, alpha: np.maximum(x, alpha * x), "NN201"),
    (
        "gelu",
        "tanh form",
        lambda x: 0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x**3))),
        "NN221",
    ),
    ("softmax", "whole array", lambda z: np.exp(z) / np.exp(z).sum(), "NN301"),
    ("softmax", "columns", lambda z: np.exp(z) / np.exp(z).sum(axis=0), "NN302"),
    ("softmax", "keepdims", lambda z: np.exp(z) / np.exp(z).sum(axis=-1), "NN303"),
    ("softmax", "twice", lambda z: softmax(softmax(z)), "NN309"),
    ("softmax", "epsilon", lambda z: np.exp(z) / (np.exp(z).sum(-1, keepdims=True) + 1e-8), "NN311"),
    ("log_softmax", "no logarithm", softmax, "NN321"),
    ("softmax_jacobian", "diagonal", lambda z: np.diag(softmax(z) * (1 - softmax(z))), "NN341"),
    ("softmax_jacobian", "plus", lambda z: np.diag(softmax(z)) + np.outer(softmax(z), softmax(z)), "NN344"),
    ("loss", "no half", lambda a, t: ((a - t) ** 2).sum(), "NN421"),
    ("loss", "mean", lambda a, t: ((a - t) ** 2).mean(), "NN422"),
    ("backward", "twice", lambda x, t, p: network(x, t, p, scale=2.0)[0], "NN451"),
    ("sgd_step", "ascent", lambda p, g, lr: {name: p[name] + lr * g[name] for name in p}, "NN481"),
    ("train_step", "too early", lambda x, t, p, lr: step(x, t, p, lr, early=lr), "NN501"),
]


def exercise_of(name: str) -> str:
    return next(exercise for exercise in EXERCISES if name in EXERCISES[exercise].functions)


def diagnosis(name: str, student: Student, bundles: Bundles) -> tuple[Named, ...]:
    """What a report says about the values of a function that somebody wrote like this."""
    exercise = EXERCISES[exercise_of(name)]
    function, bundle = exercise.functions[name], bundles(exercise.name)[name]
    answers = answered([case for case in bundle.cases if case.group in ("values", "worked")], student)
    broken = agrees(answers)
    assert broken is not None, "a wrong answer must break the promise"
    return diagnose.named(exercise, function, checks(function, bundle)[0], answers, broken)


@pytest.mark.parametrize(
    ("name", "student", "code"),
    [(row[0], row[2], row[3]) for row in ROWS],
    ids=[f"{row[0]}: {row[1]}" for row in ROWS],
)
def test_wrong_implementations_are_named(name: str, student: Student, code: str, bundles: Bundles) -> None:
    """The mistake behind the numbers gets its code; where nothing explains them, nothing is claimed."""
    found = diagnosis(name, student, bundles)
    assert "".join(each.id for each in found) == code
    assert all(each.title and each.hint for each in found)


@pytest.mark.parametrize("name", [name for _, name in FUNCTIONS], ids=FUNCTION_IDS)
def test_answers_of_nan_are_explained_by_no_formula_but_one_of_nan(name: str, bundles: Bundles) -> None:
    """NaN fits any formula that is NaN somewhere: that it is NaN is said, and no more.

    Adam that counts its steps from 0 divides 0 by 0 everywhere, and so is what gives NaN everywhere.
    """
    function = EXERCISES[exercise_of(name)].functions[name]

    def student(*arguments: Any) -> Any:
        return map_leaves(lambda leaf: leaf * np.nan, remembered.answer(function, Inputs(arguments)).exact)

    found = diagnosis(name, student, bundles)
    assert [each.id for each in found] == ["NN1331" if name == "adam" else "NN019"]


def test_mostly_nan_is_not_explained(bundles: Bundles) -> None:
    """The wrong formula on a few entries, NaN on the others: too little to name it."""

    def student(x: Any) -> Any:
        wrong = 1 / (1 + np.exp(x))
        wrong.reshape(-1)[1:] = np.nan
        return wrong

    assert diagnosis("sigmoid", student, bundles) == ()


def test_a_list_is_explained_as_a_whole(bundles: Bundles) -> None:
    """A wrong formula with fewer parts than the answer explains none of it; one with those parts does."""
    right = in_double(EXERCISES["gradient_flow"].functions["gradient_norms"].formula)
    assert [each.id for each in diagnosis("gradient_norms", lambda *a: right(*a)[:1], bundles)] == ["NN1547"]
    assert [each.id for each in diagnosis("gradient_norms", lambda *a: right(*a)[::-1], bundles)] == [
        "NN1521"
    ]
    longer = diagnosis("gradient_norms", lambda *a: [*right(*a), np.array(1.0)], bundles)
    assert [each.id for each in longer] == ["NN020"]  # no formula: that there are too many


def test_a_worked_training_is_too_long_to_try_formulas_on(bundles: Bundles) -> None:
    """Wrong formulas are tried on cases of a few hundred numbers, inputs and outputs together."""
    cases = bundles("regression")["train"].cases
    tried = {each.case.name for each in formulas.telling(answered(cases, lambda *arguments: 0.0))}
    assert "three-batches-float64" in tried
    assert "notes-float64" not in tried


def test_a_list_that_is_too_long_is_explained(bundles: Bundles) -> None:
    """A wrong formula with more parts than the answer explains a student who returns as many."""
    found = diagnosis("train", in_double(misconception("NN1450").formula), bundles)
    assert [each.id for each in found] == ["NN1450"]


def misconception(code: str) -> Misconception:
    """A misconception of training."""
    train = EXERCISES["regression"].functions["train"]
    return next(each for each in train.misconceptions if each.code == code)


def test_two_explanations_are_none(bundles: Bundles) -> None:
    """Where two misconceptions fit, none is named."""
    exercise = EXERCISES["activations"]
    original = exercise.functions["sigmoid"]
    answers = formulas.telling(
        answered(bundles("activations")["sigmoid"].group("values"), lambda x: 1 / (1 + np.exp(x)))
    )
    assert formulas.misconception(original, answers) is not None
    twice = [each for each in original.misconceptions if each.code == "NN101"] * 2
    assert formulas.misconception(with_misconceptions(original, tuple(twice)), answers) is None


def with_misconceptions(function: Function, misconceptions: tuple[Misconception, ...]) -> Function:
    """The function with other misconceptions."""
    return Function(function.formula, function.domain, misconceptions=misconceptions)


def test_one_telling_case_is_not_enough(bundles: Bundles) -> None:
    """A formula that differs from the right one on a single case explains nothing."""
    function = EXERCISES["activations"].functions["sigmoid"]
    answers = formulas.telling(
        answered(bundles("activations")["sigmoid"].group("values"), lambda x: 1 / (1 + np.exp(x)))
    )
    assert formulas.misconception(function, answers[:1]) is None
    assert formulas.misconception(function, []) is None


def test_a_convention_is_named_as_one(bundles: Bundles) -> None:
    """An answer that is right under another published convention is told so."""
    (found,) = diagnosis("loss", lambda a, t: ((a - t) ** 2).mean(), bundles)
    assert found.title == "right under another convention: the mean of squares"


UNSTABLE = [
    ("sigmoid", lambda x: np.exp(x) / (1 + np.exp(x)), "NN191"),
    ("tanh", lambda x: (np.exp(x) - np.exp(-x)) / (np.exp(x) + np.exp(-x)), "NN193"),
    ("softmax", lambda z: np.exp(z) / np.exp(z).sum(-1, keepdims=True), "NN391"),
    ("softmax", lambda z: np.exp(z - z.max()) / np.exp(z - z.max()).sum(-1, keepdims=True), "NN392"),
    ("log_softmax", lambda z: np.log(softmax(z)), "NN394"),
]


@pytest.mark.parametrize(
    ("name", "student", "code"), UNSTABLE, ids=[f"{row[0]} {row[2]}" for row in UNSTABLE]
)
def test_unstable_forms_are_named(name: str, student: Student, code: str, bundles: Bundles) -> None:
    """Right at moderate inputs, NaN or infinite at extreme ones: the form is told by where it overflows."""
    exercise = EXERCISES[exercise_of(name)]
    function, bundle = exercise.functions[name], bundles(exercise.name)[name]
    answers = answered(bundle.cases, student)
    assert agrees([each for each in answers if each.case.group in ("values", "worked")]) is None
    extreme = [each for each in answers if each.case.group == "stability"]
    broken = agrees(extreme)
    assert broken is not None
    check = next(each for each in checks(function, bundle) if each.name == "stability")
    assert [each.id for each in diagnose.named(exercise, function, check, answers, broken)] == [code]


@pytest.mark.parametrize(("exercise", "name"), FUNCTIONS, ids=FUNCTION_IDS)
def test_every_misconception_is_named_as_itself(exercise: str, name: str, bundles: Bundles) -> None:
    """Who computes just that wrong formula is told just that: no other one fits as well."""
    function = EXERCISES[exercise].functions[name]
    every = answered(bundles(exercise)[name].cases, lambda *arguments: 0.0)
    cases = [each.case for each in formulas.telling(every)]  # the others take long, and are not looked at
    wrong = {}
    for each in function.misconceptions:
        given = formulas.telling(answered(cases, in_double(each.formula)))
        found = formulas.misconception(function, given) or infinite.named(function, given)
        if found is None or found.id != each.code:
            wrong[each.code] = found and found.id
    assert wrong == {}


def test_answers_without_a_number_are_not_compared(bundles: Bundles, monkeypatch: pytest.MonkeyPatch) -> None:
    """NaN everywhere would fit every formula that is NaN there, and costs a second to rule them all out."""
    tried: list[str] = []
    monkeypatch.setattr(formulas, "_fits", lambda function, *rest: tried.append(function.name))
    function = EXERCISES["activations"].functions["sigmoid"]
    cases = bundles("activations")["sigmoid"].group("values")
    for student, looked in ((lambda x: x * np.nan, False), (lambda x: x + 1.0, True)):
        given = formulas.telling(answered(cases, student))
        assert formulas.misconception(function, given) is None
        assert formulas.derived(function, given) is None
        assert bool(tried) is looked


@pytest.mark.parametrize(("everywhere", "code"), [(True, ""), (False, "NN013")], ids=["every", "0-d"])
def test_what_raises_whatever_the_shape_is_not_laid_on_shapes(
    everywhere: bool, code: str, bundles: Bundles
) -> None:
    """A line that never works says nothing of shapes; one that fails for a 0-d array does."""

    def student(x: Any) -> Any:
        if everywhere or not x.ndim:
            raise ValueError("no")
        return sigmoid(x)

    exercise, bundle = EXERCISES["activations"], bundles("activations")["sigmoid"]
    function = exercise.functions["sigmoid"]
    answers = answered(bundle.cases, student)
    broken = agrees([each for each in answers if each.case.group == "shapes"])
    assert broken is not None
    check = next(each for each in checks(function, bundle) if each.name == "shapes")
    assert "".join(each.id for each in diagnose.named(exercise, function, check, answers, broken)) == code
