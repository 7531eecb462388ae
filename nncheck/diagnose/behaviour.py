"""Mistakes that show in what a call does rather than in its numbers."""

from nncheck.judge.evidence import Broken
from nncheck.judge.plan import Check
from nncheck.records import Named, Opaque

_BY_SENTENCE = (
    (
        ("truth value of an array", "only length-1 arrays", "only 0-dimensional arrays", "only size-1 arrays", "Boolean value of Tensor"),
        Named(
            id="NN001",
            title="written for one number, called with an array",
            hint="x is an array. Which of your statements work on a single number only, and what does numpy offer in their place?",
        ),
    ),
    (
        ("OverflowError",),
        Named(
            id="NN002",
            title="math raises where numpy gives infinity",
            hint="math.exp(1000) raises an error. For which sign of the exponent can nothing overflow?",
        ),
    ),
    (
        ("answer is None",),
        Named(id="NN003", title="nothing returned", hint="Does your function print its result, or return it?"),
    ),
    (
        ("is a list of", "is a tuple of"),
        Named(id="NN004", title="a list or tuple in place of an array", hint="What type came in, and what type goes out?"),
    ),
    (
        ("could not be broadcast", "must match the size of tensor", "matmul: Input operand", "shapes cannot be multiplied", "not aligned"),
        Named(
            id="NN005",
            title="shapes that do not fit together",
            hint="Write the shape of every array beside its name. Which axis should be kept (keepdims), and which matrix transposed?",
        ),
    ),
    (
        ("RecursionError",),
        Named(id="NN006", title="a function that calls itself without end", hint="Does your function call itself by mistake?"),
    ),
    (
        ("NameError", "UnboundLocalError"),
        Named(id="NN007", title="a name that is not defined", hint="Is every name spelt as where it was assigned, and assigned before it is used?"),
    ),
)  # fmt: skip

_BY_CHECK = {
    "unchanged_inputs": Named(
        id="NN011",
        title="the input is changed in place",
        hint="The caller still needs its array. Which of your statements write into it?",
    ),
    "repeatable": Named(
        id="NN012",
        title="the answer depends on earlier calls",
        hint="Which variable outlives the call, and who resets it?",
    ),
    "shapes": Named(
        id="NN013",
        title="not written for arrays of every shape",
        hint="Try np.array(0.5), np.zeros((0, 3)) and np.ones((2, 1, 3)). Which statement assumes another shape?",
    ),
}


def named(check: Check, broken: Broken) -> Named | None:
    """The mistake that the sentence itself gives away."""
    for marks, mistake in _BY_SENTENCE:
        if any(mark in broken.sentence for mark in marks):
            return mistake
    if check.name == "dtype":
        return _dtype(broken)
    return _BY_CHECK.get(check.name)


def _dtype(broken: Broken) -> Named:
    if "whole numbers" in broken.sentence or "is int64" in broken.sentence:
        return Named(
            id="NN014",
            title="whole numbers cut off",
            hint="What happens when 0.5 is written into an array of whole numbers?",
        )
    if isinstance(broken.got, Opaque) or "bool" in broken.sentence:
        return Named(
            id="NN015",
            title="the answer has the type of a condition",
            hint="What type has x > 0, and what type should come out?",
        )
    return Named(
        id="NN016",
        title="the type of the input is not kept",
        hint="What type goes in, and which of your statements changes it?",
    )
