"""Words of an exception or of a sentence -> the mistake that they give away."""

from nncheck.records import Named

EVERY_SHAPE = (
    "NN013",
    "not written for arrays of every shape",
    "Write the shape of every array of the example beside its name. Which statement assumes another?",
)
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

# words of the sentence, id, title, hint
_BY_SENTENCE = (
    (
        _SCALAR,
        "NN001",
        "written for one number, called with an array",
        "x is an array. Which of your statements (if, not, max, float, math.) work on a single number only,"
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

# What can also be a sign of something else: asked last.
_BY_EXCEPTION = (
    (
        (
            "is out of bounds for array of dimension",
            "too many indices for array",
            "tuple index out of range",
            "Dimension out of range",
        ),
        *EVERY_SHAPE,
    ),
    (
        ("arrays used as indices must be", "only integers, slices", "tensors used as indices must be"),
        "NN050",
        "an index that is no whole number",
        "What stands between the brackets: places to look at, or values?",
    ),
    (
        (
            "positional argument",
            "unexpected keyword argument",
            "multiple values for argument",
            "takes no arguments",
            "takes exactly",
            "invalid combination of arguments",
            "only integer scalar arrays",
            "as a data type",
        ),
        "NN010",
        "a call whose arguments do not fit",
        "Count the arguments of that call, and mind their order. What does the function take that it calls?"
        " See its def line, or its documentation.",
    ),
    (
        ("raised KeyError",),
        "NN017",
        "a key that is not in the dictionary",
        "The message names the key. Which keys does your dictionary hold, and which ones can be asked for?",
    ),
    (
        ("is out of bounds for axis", "list index out of range"),
        "NN039",
        "an index beyond the end",
        "Counting begins at 0. How long is what you index there, and how large does the index become?",
    ),
    (
        ("raised AttributeError",),
        "NN029",
        "a name after the dot that is not there",
        "What type has the object before the dot when that line runs? Print type(...) of it.",
    ),
)


def said(sentence: str) -> Named | None:
    """The mistake that the words can only mean."""
    return _found(sentence, (*_BY_SENTENCE, *_BY_TORCH_MESSAGE))


def raised(sentence: str) -> Named | None:
    """The mistake that an exception points to, where nothing says more."""
    return _found(sentence, _BY_EXCEPTION)


def _found(sentence: str, table: tuple[tuple[tuple[str, ...], str, str, str], ...]) -> Named | None:
    for words, code, title, hint in table:
        if any(word in sentence for word in words):
            return Named(id=code, title=title, hint=hint)
    return None
