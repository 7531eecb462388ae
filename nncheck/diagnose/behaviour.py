"""Mistakes that show in what a call does rather than in its numbers."""

from nncheck.judge.evidence import Broken
from nncheck.judge.plan import Check
from nncheck.records import Named, OutcomeKind

_SCALAR = (
    "truth value of an array",
    "Boolean value of Tensor",
    "only length-1 arrays",
    "only 0-dimensional arrays",
    "only size-1 arrays",
)
_SHAPES = (
    "could not be broadcast",
    "must match the size of tensor",
    "matmul: Input operand",
    "shapes cannot be multiplied",
    "not aligned",
)

# words of the sentence -> id, title, hint
_BY_SENTENCE = (
    (
        _SCALAR,
        "NN001",
        "written for one number, called with an array",
        "x is an array. Which of your statements work on a single number only,"
        " and what does numpy offer in their place?",
    ),
    (
        ("OverflowError",),
        "NN002",
        "math raises where numpy gives infinity",
        "math.exp(1000) raises an error. For which sign of the exponent can nothing overflow?",
    ),
    (
        ("answer is None",),
        "NN003",
        "nothing returned",
        "Does your function print its result, or return it?",
    ),
    (
        ("is a list of", "is a tuple of"),
        "NN004",
        "a list or tuple in place of an array",
        "What type came in, and what type goes out?",
    ),
    (
        _SHAPES,
        "NN005",
        "shapes that do not fit together",
        "Write the shape of every array beside its name. Which axis should be kept (keepdims),"
        " and which matrix transposed?",
    ),
    (
        ("RecursionError",),
        "NN006",
        "a function that calls itself without end",
        "Does your function call itself by mistake?",
    ),
    (
        ("NameError", "UnboundLocalError"),
        "NN007",
        "a name that is not defined",
        "Is every name spelt as where it was assigned, and assigned before it is used?",
    ),
)

_BY_CHECK = {
    "unchanged_inputs": (
        "NN011",
        "the input is changed in place",
        "The caller still needs its array. Which of your statements write into it?",
    ),
    "repeatable": (
        "NN012",
        "the answer depends on earlier calls",
        "Which variable outlives the call, and who resets it?",
    ),
    "shapes": (
        "NN013",
        "not written for arrays of every shape",
        "Try np.array(0.5), np.zeros((0, 3)) and np.ones((2, 1, 3)). Which statement assumes another shape?",
    ),
}


def named(check: Check, broken: Broken) -> Named | None:
    """The mistake that the sentence, or the check itself, gives away."""
    for words, code, title, hint in _BY_SENTENCE:
        if any(word in broken.sentence for word in words):
            return Named(id=code, title=title, hint=hint)
    if broken.outcome not in (OutcomeKind.VALUE, OutcomeKind.EXCEPTION):
        return None
    if check.name == "dtype" and broken.outcome == OutcomeKind.VALUE:
        return _dtype(broken)
    if check.name not in _BY_CHECK or (broken.outcome == OutcomeKind.EXCEPTION and check.name != "shapes"):
        return None
    code, title, hint = _BY_CHECK[check.name]
    return Named(id=code, title=title, hint=hint)


def _dtype(broken: Broken) -> Named:
    if "whole numbers" in broken.sentence or "is int64" in broken.sentence:
        hint = "What happens when 0.5 is written into an array of whole numbers?"
        return Named(id="NN014", title="whole numbers cut off", hint=hint)
    if "is bool" in broken.sentence:
        hint = "What type has x > 0, and what type should come out?"
        return Named(id="NN015", title="the answer has the type of a condition", hint=hint)
    hint = "What type goes in, and which of your statements changes it?"
    return Named(id="NN016", title="the type of the input is not kept", hint=hint)
