"""Claims of every kind: true, imprecise, false and undecided ones, with the reason that was computed."""

# ruff: noqa: E501 - a claim is a row of a table

import pytest

from nncheck.errors import UsageError
from nncheck.spec import load_exercises
from nncheck.verify import verdicts
from nncheck.verify.claims_file import parsed
from nncheck.verify.findings import Finding, Verdict
from nncheck.verify.quantities import Quantities
from nncheck.verify.verdicts import findings

EXERCISES = load_exercises()
TRUE, IMPRECISE, FALSE, UNDECIDED, _ = Verdict
HEAD = 'source = "notes"\n[[claim]]\nquote = "so it says"\n'
NETWORK = """
[worked.net]
inputs = [0.05, 0.10]
targets = [0.01, 0.99]
W1 = [[0.15, 0.20], [0.25, 0.30]]
b1 = [0.35, 0.35]
W2 = [[0.40, 0.45], [0.50, 0.55]]
b2 = [0.60, 0.60]
activations = ["sigmoid", "sigmoid"]
loss = "half_sse"
learning_rate = 0.5
steps = 5
biases = "frozen"
"""


def judged(text: str) -> Finding:
    """The finding on one claim."""
    file = parsed("claims.toml", HEAD + text + NETWORK)
    (found,) = findings(file.claims, Quantities(EXERCISES, file.worked, file.lets))
    return found


HALF = "sqrt(2)**2 / 4"  # exactly a half, which balls cannot tell

TABLE = [
    # number
    ('quantity = "sigmoid_grad(6)"\nprinted = 0.002467', TRUE, "correctly rounded"),
    ('quantity = "sigmoid_grad(6)"\nprinted = 2.467e-3', TRUE, "correctly rounded"),
    ('quantity = "sigmoid(0)"\nprinted = 0.50', TRUE, "exactly that"),
    ('quantity = "sigmoid_grad(6)"\nprinted = 0.00246', FALSE, "cut off, not rounded; rounded it is 0.00247"),
    ('quantity = "sigmoid_grad(6)"\nprinted = 0.00246\ntruncated = true', TRUE, "cut off"),
    ('quantity = "sigmoid_grad(6)"\nprinted = 0.00247\ntruncated = true', FALSE, "cut off there it is 0.00246"),
    ('quantity = "sigmoid_grad(6)"\nprinted = 0.002468', FALSE, "off by one: it is 0.002467"),
    ('quantity = "sigmoid_grad(6)"\nprinted = 0.2467', FALSE, "none of its 4 digits are right"),
    ('quantity = "relu_grad(0)"\nprinted = 1', TRUE, "any number from 0 to 1"),
    ('quantity = "relu_grad(0)"\nprinted = 0', TRUE, "any number from 0 to 1"),
    ('quantity = "relu_grad(0)"\nprinted = 2', FALSE, "it is"),
    (f'quantity = "{HALF}"\nprinted = 1', UNDECIDED, "not known closely enough"),
    (f'quantity = "{HALF}"\nprinted = 0.5', TRUE, "correctly rounded"),
    ('quantity = "log(-1)"\nprinted = 0.5', UNDECIDED, "no certified value"),
    ('quantity = "sqrt(2)**2 - 2"\nprinted = -0.0', TRUE, "it is 0, correctly rounded"),
    # array
    ('quantity = "softmax([0, 0])"\nprinted = [0.5, 0.50]', TRUE, "both numbers are correctly rounded"),
    ('quantity = "[[1], [2]]"\nprinted = [1, 2]', TRUE, "both numbers"),
    ('quantity = "softmax([0, 1])"\nprinted = [0.2689, 0.7312]', FALSE, "1 of the 2 numbers is wrong, the first at [1]: it is 0.7311"),
    ('quantity = "softmax([0, 1])"\nprinted = [0.2, 0.6]', FALSE, "add up to 0.8, not to 1"),
    ('quantity = "softmax([0, 1])"\nprinted = [0.2, 0.7, 0.1]', FALSE, "shape"),
    (f'quantity = "[1, {HALF}]"\nprinted = [1, 0]', UNDECIDED, "1 of the numbers"),
    (f'quantity = "[1, {HALF}]"\nprinted = [2, 0]', FALSE, "wrong"),
    # about
    ('kind = "about"\nquantity = "sigmoid(100)"\nprinted = 1', TRUE, "float32 and float64 round it to exactly 1"),
    ('kind = "about"\nquantity = "sigmoid_grad(3)"\nprinted = 0\nscale = "0.25"', IMPRECISE, "loose"),
    ('kind = "about"\nquantity = "sigmoid_grad(1)"\nprinted = 0\nscale = "0.25"', FALSE, "79 %"),
    (f'kind = "about"\nquantity = "({HALF}) / 50"\nprinted = 0\nscale = "1"', UNDECIDED, "away from 0"),
    # count
    ('kind = "count"\nquantity = "net.worked.parameters"\nprinted = 12', TRUE, "there are 12"),
    ('kind = "count"\nquantity = "iterations_per_epoch(100, 16)"\nprinted = 6', FALSE, "there are 7"),
    ('kind = "count"\nquantity = "sqrt(2)**2"\nprinted = 2', UNDECIDED, "whole number"),
    # ranking
    ('kind = "ranking"\nquantity = "[3, 1, 2]"\nprinted = {largest = "0", smallest = "1", middle = "2"}', TRUE, "largest is 0"),
    ('kind = "ranking"\nquantity = "[3, 1, 2]"\nlabels = "abc"\nprinted = {largest = "b"}', FALSE, "number 3 of 3"),
    ('kind = "ranking"\nquantity = "[3, 2, 1, 0, 5]"\nlabels = "a, b, c, d, e"\nprinted = {middle = "a"}', IMPRECISE, "number 2 of 5"),
    ('kind = "ranking"\nquantity = "[2, 2, 1]"\nprinted = {largest = "1"}', TRUE, "largest"),
    ('kind = "ranking"\nquantity = "[2, sqrt(2)**2, 1]"\nprinted = {largest = "0"}', UNDECIDED, "too near"),
    # identity
    ('kind = "identity"\nequal = ["tanh(x)", "2 * sigmoid(2*x) - 1"]\nvariables = ["x"]', TRUE, "proved for all x"),
    ('kind = "identity"\nequal = ["sigmoid(x)", "1 - sigmoid(-x)", "1 / (1 + exp(-x))"]\nvariables = ["x"]', TRUE, "proved"),
    ('kind = "identity"\nequal = ["sigmoid_grad(x)", "sigmoid(x) * (1 + sigmoid(x))"]\nvariables = ["x"]', FALSE, "at x = 1 the left side is"),
    ('kind = "identity"\nequal = ["relu(x)", "(x + abs(x)) / 2"]\nvariables = ["x"]', TRUE, "proved"),
    ('kind = "identity"\nequal = ["relu(x)", "x"]\nvariables = ["x"]\nwhere = "x >= 0"', TRUE, "with x >= 0"),
    ('kind = "identity"\nequal = ["relu(x)", "x"]\nvariables = ["x"]\nholds_for = "x >= 0"', IMPRECISE, "it holds for x >= 0, but at x = -1"),
    ('kind = "identity"\nequal = ["relu(x)", "x"]\nvariables = ["x"]\nholds_for = "x <= 5"', FALSE, "at x = -1"),
    ('kind = "identity"\nequal = ["max(x, y)", "max(y, x)"]\nvariables = ["x", "y"]', UNDECIDED, "no counterexample"),
    ('kind = "identity"\nequal = ["sqrt(2) * sqrt(3)", "sqrt(6)"]', TRUE, "proved"),
    ('kind = "identity"\nequal = ["net.worked.loss", "net.worked.after(1).loss"]', FALSE, "the left side is 0.298371"),
    # range
    ('kind = "range"\nquantity = "relu(x)"\nvariables = ["x"]\nprinted = "[0, inf)"', TRUE, "[0, inf)"),
    ('kind = "range"\nquantity = "leaky_relu(x, 0.5)"\nvariables = ["x"]\nprinted = "(-inf, inf)"', TRUE, "(-inf, inf)"),
    ('kind = "range"\nquantity = "tanh(x)"\nvariables = ["x"]\nprinted = "[-1, 1)"', IMPRECISE, "-1 is never attained"),
    ('kind = "range"\nquantity = "x*x"\nvariables = ["x"]\nprinted = "(0, inf)"', IMPRECISE, "0 is attained, at x = 0"),
    ('kind = "range"\nquantity = "sigmoid(x)"\nvariables = ["x"]\nprinted = "(-1, 2)"', IMPRECISE, "should be"),
    ('kind = "range"\nquantity = "sigmoid(x)"\nvariables = ["x"]\nprinted = "(0, 0.9)"', FALSE, "the end 0.9 should be 1"),
    ('kind = "range"\nquantity = "gelu(x)"\nvariables = ["x"]\nprinted = "(-0.17, inf)"', UNDECIDED, "could not be computed"),
    ('kind = "range"\nquantity = "1/x"\nvariables = ["x"]\nprinted = "(-inf, inf)"', UNDECIDED, "pole"),
    ('kind = "range"\nquantity = "relu_grad(x)"\nvariables = ["x"]\nprinted = "[0, 1]"', UNDECIDED, "jumps"),
    # bound
    ('kind = "bound"\nquantity = "sigmoid_grad(x)"\nvariables = ["x"]\nat_most = "1/4"', TRUE, "its largest value is 0.25, at x = 0"),
    ('kind = "bound"\nquantity = "sigmoid_grad(x)"\nvariables = ["x"]\nbelow = "1/4"', FALSE, "at x = 0 it is 0.25"),
    ('kind = "bound"\nquantity = "sigmoid(x)"\nvariables = ["x"]\nbelow = "1"', TRUE, "only approaches"),
    ('kind = "bound"\nquantity = "x*x"\nvariables = ["x"]\nwhere = "-1 <= x <= 2"\nat_most = "4"', TRUE, "at x = 2"),
    ('kind = "bound"\nquantity = "x*x"\nvariables = ["x"]\nwhere = "-3 <= x <= 2"\nat_most = "4"', FALSE, "at x = -3"),
    ('kind = "bound"\nquantity = "gelu(x)"\nvariables = ["x"]\nat_least = "-0.18"', UNDECIDED, "could not be computed"),
    ('kind = "bound"\nquantity = "x*x + y*y"\nvariables = ["x", "y"]\nat_least = "0"', UNDECIDED, "several variables"),
    ('kind = "bound"\nquantity = "net.worked.loss_after(1)"\nbelow = "0.2911"', TRUE, "it is 0.2910277737"),
    ('kind = "bound"\nquantity = "sqrt(2)**2"\nbelow = "2"', UNDECIDED, "too near"),
    # limit
    ('kind = "limit"\nquantity = "tanh(x)"\nvariables = ["x"]\nto = "-inf"\nprinted = -1', TRUE, "the limit is -1"),
    ('kind = "limit"\nquantity = "sigmoid_grad(x)"\nvariables = ["x"]\nto = "inf"\nprinted = 0.1', FALSE, "the limit is 0"),
    ('kind = "limit"\nquantity = "(exp(x) - 1) / x"\nvariables = ["x"]\nto = "0"\nprinted = 1.0', TRUE, "the limit is 1"),
    ('kind = "limit"\nquantity = "abs(x) / x"\nvariables = ["x"]\nto = "0"\nprinted = 1', FALSE, "the sides differ"),
    ('kind = "limit"\nquantity = "max(x*x - 2, 0)"\nvariables = ["x"]\nto = "0"\nprinted = 0', UNDECIDED, "could not be computed"),
    # monotone
    ('kind = "monotone"\nquantity = "tanh(x)"\nvariables = ["x"]\nprinted = "increasing"', TRUE, "increasing"),
    ('kind = "monotone"\nquantity = "abs(x)"\nvariables = ["x"]\nprinted = "decreasing then increasing"', TRUE, "turning at x = 0"),
    ('kind = "monotone"\nquantity = "p*p*(1-p)"\nvariables = ["p"]\nwhere = "0 < p < 1"\nprinted = "increasing then decreasing"', TRUE, "turning at p = 2/3"),
    ('kind = "monotone"\nquantity = "p*p*(1-p)"\nvariables = ["p"]\nwhere = "0 < p < 0.5"\nprinted = "increasing then decreasing"', FALSE, "it is increasing"),
    ('kind = "monotone"\nquantity = "relu(x)"\nvariables = ["x"]\nprinted = "increasing"', FALSE, "constant then increasing"),
    ('kind = "monotone"\nquantity = "gelu(x)"\nvariables = ["x"]\nprinted = "increasing"', UNDECIDED, "could not be computed"),
    # variance
    ('kind = "variance"\ndistribution = "uniform(-a, a)"\nvariables = ["a"]\nprinted = "a**2 / 3"', TRUE, "its variance is a**2/3"),
    ('kind = "variance"\ndistribution = "uniform(0, a)"\nvariables = ["a"]\nprinted = "a**2 / 3"', FALSE, "for a = 3 it is 3/4"),
    ('kind = "variance"\ndistribution = "normal(0, sqrt(2/n))"\nvariables = ["n"]\nprinted = "2/n"', IMPRECISE, "must be read as the standard deviation"),
    ('kind = "variance"\ndistribution = "normal(0, s)"\nvariables = ["s"]\nprinted = "s"\nsecond = "variance"', TRUE, "its variance is s"),
    ('kind = "variance"\ndistribution = "normal(0, s)"\nvariables = ["s"]\nprinted = "s**3"', FALSE, "s**2"),
    ('kind = "variance"\ndistribution = "uniform(0, a)"\nvariables = ["a", "b"]\nprinted = "max(a, b)"', UNDECIDED, "sign"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "verdict", "reason"), TABLE)
def test_verdicts(text: str, verdict: Verdict, reason: str) -> None:
    """Every kind has true, false and undecided claims, each for its computed reason."""
    found = judged(text)
    assert found.verdict is verdict, found.reason
    assert reason in f"{found.reason[0].lower()}{found.reason[1:]}"
    assert found.reason.endswith(".")


MISTAKES = [
    ('quantity = "net.worked.loss_after(1)"\nprinted = 0.291027924', "NN501"),
    ('quantity = "net.worked.after.W1[0,0]"\nprinted = 0.149817639', "NN501"),
    ('quantity = "net.worked.grads.b1"\nprinted = [0.0453670, 0.0515454]', "NN441"),
    ('quantity = "sigmoid_grad(2)"\nprinted = 0.8807970780', "NN"),
    ('kind = "identity"\nequal = ["softmax([[x, y], [y, 1]])", "exp([[x, y], [y, 1]]) / sum(exp([[x, y], [y, 1]]))"]\nvariables = ["x", "y"]', "NN301"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "code"), MISTAKES)
def test_misconceptions_are_named(text: str, code: str) -> None:
    """A false number that an exercise's misconception gives is named as that."""
    found = judged(text)
    assert found.verdict is FALSE
    assert found.misconception is not None
    assert found.misconception.id.startswith(code)


def test_chance_is_no_explanation() -> None:
    """A number of few digits, and one that nothing explains, are not explained."""
    assert judged('quantity = "net.worked.loss_after(1)"\nprinted = 0.28').misconception is None
    assert judged('quantity = "net.worked.loss_after(1)"\nprinted = 0.123456789').misconception is None


def test_counting_steps_wrongly_is_told() -> None:
    """A number that is right one step earlier is said to be."""
    assert (
        "it is right after 1 step."
        in judged('quantity = "net.worked.loss_after(2)"\nprinted = 0.2910').reason
    )


def test_patience_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """What takes too long is undecided, and the next claim is judged as ever."""
    monkeypatch.setattr(verdicts, "PATIENCE", 0.1)
    text = HEAD + 'quantity = "net.worked.after(50000).loss"\nprinted = 0.1\n' + HEAD.partition("\n")[2]
    text += 'quantity = "net.worked.loss"\nprinted = 0.2984\n' + NETWORK.replace("steps = 5", "steps = 50000")
    file = parsed("claims.toml", text)
    found = findings(file.claims, Quantities(EXERCISES, file.worked))
    assert [each.verdict for each in found] == [UNDECIDED, TRUE]
    assert found[0].reason == "It takes too long to compute."


WRONG = [
    ('quantity = "sigmoid(1)"', "claims.toml:2: a claim of kind number needs 'printed'"),
    ('kind = "guess"\nquantity = "1"\nprinted = 1', "claims.toml:2: .*kind"),
    ('verdict = "true"\nquantity = "1"\nprinted = 1', "claims.toml:2: .*verdict"),
    ('quantity = "sigmoid(1)"\nprinted = 1\nwhere = "x > 0"', "claims.toml:2: .*no 'where'"),
    ('quantity = "sigmoidd(1)"\nprinted = 1', "claims.toml:2: unknown name 'sigmoidd'; did you mean sigmoid"),
    ('quantity = "softmax([1, 2])"\nprinted = 1', "claims.toml:2: .*name one entry"),
    ('quantity = "sigmoid(1)"\nprinted = true', "claims.toml:2: what is printed"),
    ('quantity = "sigmoid(1)"\nprinted = "about 3"', "claims.toml:2: 'about 3' is not a number"),
    ('kind = "range"\nquantity = "sigmoid(x)"\nvariables = ["x"]\nprinted = "0 to 1"', "claims.toml:2: .*no interval"),
    ('kind = "bound"\nquantity = "1"', "claims.toml:2: a bound needs one of"),
    ('kind = "identity"\nequal = ["1"]', "claims.toml:2: an identity needs two"),
    ('kind = "identity"\nequal = ["relu(x)", "x"]\nvariables = ["x"]\nwhere = "x != 0"', "claims.toml:2: a condition"),
    ('kind = "identity"\nequal = ["relu(x)", "x"]\nvariables = ["x"]\nwhere = "y > 0"', "unknown variable 'y'"),
    ('kind = "ranking"\nquantity = "[1, 2]"\nprinted = {best = "0"}', "claims.toml:2: printed is a table"),
    ('kind = "variance"\ndistribution = "cauchy(0, 1)"\nprinted = "1"', "the laws are uniform"),
    ('kind = "about"\nquantity = "sigmoid(1)"\nprinted = 0', "needs a 'scale'"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "message"), WRONG)
def test_claims_that_make_no_sense(text: str, message: str) -> None:
    """A claim that is no statement is refused with its file and line; a verdict cannot be claimed."""
    with pytest.raises(UsageError, match=message):
        judged(text)


FILES = [
    ("[[claim]\n", r"c.toml:1: not TOML"),
    ('source = "a"\n\nquote = = 1\n', r"c.toml:3: not TOML"),
    ("x = 1", "unknown key 'x'"),
    ("source = 'a'\nclaim = [{quote = 'q'}]", "on a line of its own"),
    ("[let]\na = 1", "c.toml:1: what .let. names"),
    ("\n[worked.w]\ninputs = [1]", "c.toml:2: .*needs 'targets'"),
    ("a = " + "[" * 5000, "c.toml"),
    ("a = " + "1" * 5000, "c.toml"),
]


@pytest.mark.parametrize(("text", "message"), FILES)
def test_broken_files(text: str, message: str) -> None:
    """A broken file is refused in a sentence with its line."""
    with pytest.raises(UsageError, match=message):
        parsed("c.toml", text)


SHAPES = [
    ("b1 = [0.35, 0.35]", "b1 = [0.35]", r"b1 has the shape \(1,\)"),
    ("W2 = [[0.40, 0.45], [0.50, 0.55]]", "W2 = [[0.40], [0.50]]", "each neuron's row needs 2 entries"),
    ("targets = [0.01, 0.99]", "targets = [0.01]", "targets have the shape"),
    ('["sigmoid", "sigmoid"]', '["sigmoid"]', "W2, but there are 1 activations"),
    ("W1 = [[0.15, 0.20], [0.25, 0.30]]", "W1 = [[0.15, 0.20], [0.25]]", "rows differ in length"),
    ('biases = "frozen"', 'biases = "shard"', "did you mean shared"),
    ("steps = 5", "steps = 0", "whole number from 1"),
    ("learning_rate", "learning_rat", "unknown key 'learning_rat'"),
    ("0.05", '"half"', "unknown name 'half'"),
]


@pytest.mark.parametrize(("old", "new", "message"), SHAPES)
def test_worked_examples_that_do_not_fit(old: str, new: str, message: str) -> None:
    """What does not fit together in a worked example is told with file and line."""
    with pytest.raises(UsageError, match=rf"c\.toml:2: .*{message}"):
        parsed("c.toml", NETWORK.replace(old, new))


@pytest.mark.parametrize(
    ("old", "new"), [('["sigmoid", "sigmoid"]', '["sigmoid", "sigmod"]'), ("half_sse", "halfsse")]
)
def test_unknown_activations_and_losses(old: str, new: str) -> None:
    """A misspelt activation or loss is answered with the nearest one."""
    file = parsed("c.toml", NETWORK.replace(old, new))
    with pytest.raises(UsageError, match="did you mean"):
        Quantities(EXERCISES, file.worked)
