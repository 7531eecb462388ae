"""Mistakes that show in what a call does rather than in its numbers."""

from nncheck.judge.evidence import UNWRITTEN, Broken
from nncheck.judge.plan import Check, takes_arrays
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
        "Is every name spelt as where it was assigned or imported, and is that done before it is used?",
    ),
    (
        ("pair (w, state)", "two of (w, state)"),
        "NN008",
        "not the weights and the state",
        "The next step needs two things from this one. Which two do you return, and in which order?",
    ),
)

# Words of torch 2.13's messages; of a mixture of devices it has one message for each way to find it.
_DEVICES = (
    "Expected all tensors to be on the same device",
    "is not on the expected device",
    "on the device meta",
    "meta tensor",
    "device type tensor to numpy",
    "the arguments are on",
    "Torch not compiled with CUDA enabled",
    "No CUDA GPUs are available",
    "Cannot re-initialize CUDA in forked subprocess",
)
_TYPES = (
    "to have the same dtype",
    "to have same dtype",
    "must have the same dtype",
    "must have the same scalar type",
    "expected scalar type",
    "Found dtype",
    "source and destination dtypes match",
    "self.dtype to be equal to src.dtype",
    "can't be cast to the desired output type",
)

_BY_TORCH_MESSAGE = (
    (
        _DEVICES,
        "NN040",
        "a tensor made on another device",
        "Which device are the arguments on (x.device), and which of your tensors are made without asking"
        " them?",
    ),
    (
        (
            "does not require grad and does not have a grad_fn",
            "appears to not have been used in the graph",
            "Inference tensors cannot be saved for backward",
        ),
        "NN041",
        "the graph was cut before the backward pass",
        "Follow the graph from the loss back to its inputs. Which statement (detach, item, no_grad,"
        " a new tensor) leaves it, or was it never begun?",
    ),
    (
        ("call numpy() on Tensor that requires grad",),
        "NN042",
        "numpy on a tensor that autograd follows",
        "Which function of numpy do you hand a tensor to, and what does torch offer in its place?",
    ),
    (
        ("leaf Variable that requires grad is being used in an in-place operation",),
        "NN043",
        "a leaf of the graph changed in place",
        "Which of your statements writes into a tensor that you want a gradient for? Can it make a new one,"
        " or does it belong where nothing is recorded?",
    ),
    (
        ("has been modified by an inplace operation", "is a view and is being modified inplace"),
        "NN044",
        "a result that the backward pass needs, changed in place",
        "Which result does the backward pass read again, and which statement (+=, mul_, x[i] = ...) has"
        " written over it?",
    ),
    (
        _TYPES,
        "NN045",
        "tensors of different dtypes in one operation",
        "What dtype has each tensor here? A tensor that you make yourself is float32 unless you say"
        " otherwise: whose dtype should it take?",
    ),
    (
        ("backward through the graph a second time",),
        "NN046",
        "two backward passes through one graph",
        "How often is backward called on this graph, and what becomes of the graph the first time?",
    ),
    (
        ("grad can be implicitly created only for scalar outputs",),
        "NN047",
        "a backward pass from more than one number",
        "backward starts from a single number. Which number do you want the gradient of, and how do your"
        " outputs make it up?",
    ),
    (
        ("Tensors of floating point",),
        "NN048",
        "gradients of whole numbers",
        "Whole numbers have no slope. What dtype came in, and what should it be before autograd follows it?",
    ),
)

_NO_STATE_YET = (
    "NN009",
    "a state before the first step",
    "What is the state when nothing has been remembered yet, and what does your code make of it?",
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


# where no array goes in
_WITHOUT_ARRAYS = {
    "shapes": (
        "NN037",
        "not every shape that is asked for",
        "Try the shapes (), (0, 3) and (2, 1, 3), and one neuron. Which statement assumes another shape?",
    ),
    "dtype": (
        "NN038",
        "not the usual type of numbers",
        "Which type has your array, and which statement chose it?",
    ),
}


def named(check: Check, broken: Broken) -> Named | None:
    """The mistake that the sentence, or the check itself, gives away."""
    if broken.sentence == UNWRITTEN:
        return None
    for words, code, title, hint in (*_BY_SENTENCE, *_BY_TORCH_MESSAGE):
        if any(word in broken.sentence for word in words):
            return Named(id=code, title=title, hint=hint)
    if "'NoneType'" in broken.sentence and "(at step 1)" in broken.sentence:
        code, title, hint = _NO_STATE_YET
        return Named(id=code, title=title, hint=hint)
    if broken.outcome not in (OutcomeKind.VALUE, OutcomeKind.EXCEPTION):
        return None
    if check.name in _WITHOUT_ARRAYS and broken.case is not None and not takes_arrays([broken.case]):
        code, title, hint = _WITHOUT_ARRAYS[check.name]
        return Named(id=code, title=title, hint=hint)
    if check.name == "dtype" and broken.outcome == OutcomeKind.VALUE:
        return _dtype(broken)
    if check.name not in _BY_CHECK or (broken.outcome == OutcomeKind.EXCEPTION and check.name != "shapes"):
        return None
    code, title, hint = _BY_CHECK[check.name]
    return Named(id=code, title=title, hint=hint)


def _dtype(broken: Broken) -> Named:
    if "whole numbers" in broken.sentence or "is int64" in broken.sentence:
        hint = "Would 0.5 fit into your answer? Which type should it have, also where x holds whole numbers?"
        return Named(id="NN014", title="whole numbers in place of floats", hint=hint)
    if "is bool" in broken.sentence:
        hint = "What type has x > 0, and what type should come out?"
        return Named(id="NN015", title="the answer has the type of a condition", hint=hint)
    hint = "What type goes in, and which of your statements changes it?"
    return Named(id="NN016", title="the type of the input is not kept", hint=hint)
