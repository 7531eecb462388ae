"""Mistakes that show in what a call does."""

from pathlib import Path
from re import findall
from typing import Any

import numpy as np
import pytest

from nncheck.cases.bundle import Case
from nncheck.diagnose import behaviour, messages
from nncheck.diagnose.behaviour import named
from nncheck.judge.evidence import Broken
from nncheck.judge.plan import Check

SENTENCES = [
    (
        "values",
        "it raised ValueError: The truth value of an array with more than one element is ambiguous.",
        "NN001",
    ),
    ("values", "it raised TypeError: only length-1 arrays can be converted to Python scalars", "NN001"),
    ("values", "it raised TypeError: only 0-dimensional arrays can be converted to Python scalars", "NN001"),
    (
        "values",
        "it raised RuntimeError: Boolean value of Tensor with more than one value is ambiguous",
        "NN001",
    ),
    ("stability", "it raised OverflowError: math range error", "NN002"),
    ("values", "answer is None (is a return missing?), expected an array of shape (3,)", "NN003"),
    ("values", "answer is a list of 3, expected an array of shape (3,)", "NN004"),
    (
        "values",
        "it raised ValueError: operands could not be broadcast together with shapes (2,) (3,)",
        "NN005",
    ),
    ("values", "it raised RuntimeError: mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)", "NN005"),
    ("values", "it raised RecursionError: maximum recursion depth exceeded", "NN006"),
    ("values", "it raised NameError: name 'npp' is not defined", "NN007"),
    ("values", "it raised UnboundLocalError: cannot access local variable 'y'", "NN007"),
    ("values", "it raised TypeError: the answer is None, not a pair (w, state) (at step 1)", "NN003"),
    (
        "values",
        "it raised TypeError: the answer is of type numpy.ndarray, not a pair (w, state) (at step 1)",
        "NN008",
    ),
    (
        "values",
        "it raised TypeError: the answer has 3 parts, not the two of (w, state) (at step 1)",
        "NN008",
    ),
    ("values", "it raised TypeError: 'NoneType' object is not subscriptable (at step 1)", "NN009"),
    ("values", "it raised TypeError: 'NoneType' object is not subscriptable (at step 2)", ""),
    # torch's, of a GPU; those that need none are provoked below
    (
        "torch",
        "it raised RuntimeError: Expected all tensors to be on the same device, but found at least two"
        " devices, cuda:0 and cpu!",
        "NN040",
    ),
    ("device", "answer is on cpu, the arguments are on cuda", "NN040"),
    ("values", "it raised RuntimeError: No CUDA GPUs are available", "NN040"),
    (
        "torch",
        "it raised TypeError: can't convert cuda:0 device type tensor to numpy. Use Tensor.cpu() to copy the"
        " tensor to host memory first.",
        "NN040",
    ),
    (
        "values",
        "answer is of type torch.Tensor on the device meta, which keeps no values, expected an array of shape"
        " (3,)",
        "NN040",
    ),
    ("unchanged_inputs", "the call changed its input 0", "NN011"),
    ("repeatable", "the answer the second time is not that the first time", "NN012"),
    ("shapes", "answer has shape (1,), expected ()", "NN013"),
    ("dtype", "answer is int64 for int64 inputs, expected float64", "NN014"),
    ("dtype", "the answer for whole numbers is not that for the same numbers as floats", "NN014"),
    ("dtype", "answer is bool for float32 inputs, expected float32", "NN015"),
    ("dtype", "answer is float64 for float32 inputs, expected float32", "NN016"),
    ("values", "answer[0] = 0.5, expected 0.25", ""),
    ("values", "it raised KeyError: 'W3'", "NN017"),
    ("values", "it raised ZeroDivisionError: division by zero", ""),
    ("values", "it raised AttributeError: 'float' object has no attribute 'shape'", "NN029"),
    ("values", "it raised IndexError: list index out of range", "NN039"),
    ("values", "it raised AxisError: axis 1 is out of bounds for array of dimension 1", "NN013"),
    ("values", "it raised IndexError: too many indices for array: array is 1-dimensional", "NN013"),
    ("values", "it raised IndexError: tuple index out of range", "NN013"),
    (
        "values",
        "it raised IndexError: arrays used as indices must be of integer (or boolean) type",
        "NN050",
    ),
    ("values", "it raised IndexError: index 3 is out of bounds for axis 0 with size 3", "NN039"),
    ("values", "it did not return in time", ""),
]


@pytest.mark.parametrize(
    ("check", "sentence", "code"), SENTENCES, ids=[f"{row[2]} {row[1][:40]}" for row in SENTENCES]
)
def test_behaviour_is_named(check: str, sentence: str, code: str) -> None:
    """What a call did (raised, returned nothing, changed its input) has a code, a title and a hint."""
    found = named(Check(name=check, kind="contract", promise="p"), Broken(sentence=sentence))
    assert (found.id if found else "") == code
    if found:
        assert found.title
        assert found.hint.endswith(("?", "."))


# what goes wrong between a def line and a call, with the interpreter's and numpy's own words
CALLS = [
    "(lambda x, W: x)(1)",
    "(lambda x: x)(1, 2)",
    "(lambda x: x)(1, x=2)",
    "(lambda x: x)(1, axis=0)",
    "np.random.default_rng(0).uniform(-1, 1, 3, 4)",
    "np.random.default_rng(0).normal(loc=0, std=1)",
    "np.zeros(2, 3)",
    "np.concatenate(np.ones(2), np.ones(2))",
    "np.max(np.zeros(2), np.ones(2))",
    "type('A', (), {'f': lambda x: x})().f(1)",
    "object(1)",
]


@pytest.mark.parametrize("expression", CALLS)
def test_calls_that_do_not_fit_are_known(expression: str) -> None:
    """A call with too few, too many or other arguments than the function takes has a code of its own."""
    with pytest.raises(TypeError) as raised:
        eval(expression, {"np": np})
    found = messages.raised(f"it raised TypeError: {raised.value}")
    assert found is not None, raised.value
    assert found.id == "NN010"


def test_a_type_error_within_a_sum_is_not_one_of_a_call() -> None:
    """Operands of the wrong type say nothing of arguments."""
    assert messages.raised("it raised TypeError: unsupported operand type(s) for +: 'int' and 'str'") is None


PROVOKED = [
    ("NN040", "x + x.to('meta')"),
    ("NN040", "torch.cat([x, x.to('meta')])"),
    ("NN040", "x.to('meta').cpu()"),
    ("NN040", "x.to('meta').numpy()"),
    ("NN040", "x.to('meta').sum().item()"),
    ("NN041", "x.sum().backward()"),
    ("NN041", "torch.autograd.grad((w**2).sum().detach(), w)"),
    ("NN041", "torch.autograd.grad(w.sum(), x.clone().requires_grad_())"),
    ("NN041", "torch.tensor((w**2).sum().item()).backward()"),
    ("NN041", "w * torch.inference_mode()(lambda: x * 1)()"),
    ("NN042", "w.numpy()"),
    ("NN042", "np.exp(w)"),
    ("NN042", "np.asarray(w * 2)"),
    ("NN043", "w.add_(1)"),
    ("NN043", "w.__setitem__(0, 1.0)"),
    ("NN043", "w.view(3).mul_(2)"),
    ("NN044", "(lambda y: (y.add_(1), y.sum().backward()))(w.exp())"),
    ("NN044", "(w * 1).unbind()[0].add_(1)"),
    ("NN045", "torch.ones(2, 2) @ torch.ones(2, 2).double()"),
    ("NN045", "torch.ones(2, 2) @ torch.ones(2).double()"),
    ("NN045", "torch.dot(torch.ones(2), torch.ones(2).double())"),
    ("NN045", "torch.bmm(torch.ones(1, 2, 2), torch.ones(1, 2, 2).double())"),
    ("NN045", "torch.addmm(torch.ones(2, 2), torch.ones(2, 2).double(), torch.ones(2, 2))"),
    ("NN045", "torch.nn.functional.linear(x, torch.ones(2, 3))"),
    ("NN045", "torch.nn.Linear(3, 2)(x)"),
    ("NN045", "torch.nn.functional.binary_cross_entropy(x, torch.ones(3))"),
    ("NN045", "torch.zeros(3).index_put_((torch.tensor([0]),), x[:1])"),
    ("NN045", "torch.zeros(3).index_add_(0, torch.tensor([0]), x[:1])"),
    ("NN045", "torch.zeros(3).scatter_(0, torch.tensor([0]), x[:1])"),
    ("NN045", "torch.ones(3, dtype=torch.long).mul_(0.5)"),
    ("NN046", "(lambda loss: (loss.backward(), loss.backward()))((w**2).sum())"),
    ("NN047", "(w * 2).backward()"),
    ("NN048", "torch.tensor([1, 2]).requires_grad_()"),
    ("NN048", "torch.tensor([1, 2], requires_grad=True)"),
]


@pytest.mark.parametrize(("code", "expression"), PROVOKED, ids=[" ".join(row) for row in PROVOKED])
def test_torchs_own_messages_are_known(code: str, expression: str) -> None:
    """What the torch that is installed says when the mistake is really made."""
    torch = pytest.importorskip("torch")
    x = torch.ones(3, dtype=torch.float64)
    names = {"torch": torch, "np": np, "x": x, "w": x.clone().requires_grad_()}
    try:
        eval(expression, names)
    except Exception as error:  # noqa: BLE001 - which one it is is the question
        sentence = f"it raised {type(error).__name__}: {error}"
    found = named(Check(name="values", kind="reference", promise="p"), Broken(sentence=sentence))
    assert found is not None, sentence
    assert found.id == code, sentence


WITHOUT_ARRAYS = [("shapes", "NN037"), ("dtype", "NN038")]


@pytest.mark.parametrize(("check", "code"), WITHOUT_ARRAYS)
@pytest.mark.parametrize("arguments", [((2, 3),), (np.zeros((2, 3)),)], ids=["a shape", "an array"])
def test_functions_of_no_array_have_mistakes_of_their_own(
    check: str, code: str, arguments: tuple[Any, ...]
) -> None:
    """What zeros(shape) does wrong has another name than what a function of an array does wrong there."""
    case = Case(name="", why="", group=check, arguments=arguments, exact=0, tolerance=0, scale=0)
    broken = Broken(sentence="answer has another shape", arguments=arguments, case=case)
    found = behaviour.named(Check(name=check, kind="contract", promise=""), broken)
    assert found is not None
    assert (found.id == code) == isinstance(arguments[0], tuple)


def test_meta_every_code_has_a_row() -> None:
    """No behaviour is in a table of the code but not in one of those above."""
    source = "".join(Path(str(each.__file__)).read_text("utf-8") for each in (behaviour, messages))
    tried = {code for _, _, code in SENTENCES if code}
    tried |= (  # NN049 and NN051: test_diagnose_alone.py
        {"NN010", "NN049", "NN051"} | {code for code, _ in PROVOKED} | {code for _, code in WITHOUT_ARRAYS}
    )
    assert set(findall(r"NN\d{3}", source)) == tried
