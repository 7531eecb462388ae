"""Initial weights: constant, uniform and normal numbers, Xavier's (Glorot's) and Kaiming's (He's) scales.

Weights are stored as (fan_out, fan_in). Functions that draw numbers return the law of an answer here.
"""

from math import sqrt

import numpy as np

from nncheck.spec import (
    Example,
    Exercise,
    Function,
    Misconception,
    Random,
    generator,
    length,
    normal_law,
    number,
    one_of,
    shape,
    uniform_law,
)

RNG = generator()
SHAPE = shape()
ODD_SHAPES = ((), (0, 3), (2, 1, 3), (4,), (1, 3), (5, 2))
MATRIX = (80, 150)  # many numbers: what is drawn in this shape is judged as a sample


def in_odd_shapes(*others):
    """An example for each unusual shape; the random ones get a generator of their own."""
    return tuple(
        Example(f"shape-{each}", each, *others, why=f"shape {each}" if each else "a single number")
        for each in ODD_SHAPES
    )


# --- no chance ----------------------------------------------------------------------------------


def zeros(shape):
    """Return an array of this shape, filled with 0.0."""
    return np.zeros(shape)


ZEROS = Function(
    zeros,
    {"shape": SHAPE},
    with_own=(lambda own, shape: own.constant(shape, 0.0),),
    examples=in_odd_shapes(),
    points=0.5,
    misconceptions=(
        Misconception("NN1001", "ones for zeros", "Which number should every entry be?", lambda shape: np.ones(shape)),
        Misconception("NN1002", "the axes in reverse order", "Is the first entry of a shape the number of rows or of columns?", lambda shape: np.zeros(shape[::-1])),
        Misconception("NN1003", "all entries in one row", "How many axes should the answer have?", lambda shape: np.zeros(int(np.prod(shape)))),
    ),
)  # fmt: skip


def ones(shape):
    """Return an array of this shape, filled with 1.0."""
    return np.ones(shape)


ONES = Function(
    ones,
    {"shape": SHAPE},
    with_own=(lambda own, shape: own.constant(shape, 1.0),),
    examples=in_odd_shapes(),
    points=0.5,
    misconceptions=(
        Misconception("NN1004", "zeros for ones", "Which number should every entry be?", lambda shape: np.zeros(shape)),
        Misconception("NN1005", "the identity matrix", "Which entries of the answer are 0, and should they be?", lambda shape: np.eye(*shape)),
        Misconception("NN1006", "the axes in reverse order", "Is the first entry of a shape the number of rows or of columns?", lambda shape: np.ones(shape[::-1])),
    ),
)  # fmt: skip


def constant(shape, value):
    """Return an array of this shape, filled with value; a whole number stays whole."""
    return np.full(shape, value)


CONSTANT = Function(
    constant,
    {"shape": SHAPE, "value": number(-3, 3)},
    examples=in_odd_shapes(-1.25),
    points=0.5,
    keeps_integers=True,
    misconceptions=(
        Misconception("NN1007", "the value shared out over the entries", "What should each entry be, and what their sum?", lambda shape, value: np.full(shape, value) / max(int(np.prod(shape)), 1)),
        Misconception("NN1008", "ones, whatever the value", "Where does your code use value?", lambda shape, value: np.ones(shape)),
        Misconception("NN1009", "the value on the diagonal alone", "Which entries of the answer are 0, and should they be?", lambda shape, value: np.eye(*shape) * value),
    ),
)  # fmt: skip

# --- uniform and normal -------------------------------------------------------------------------

LARGE_SHAPE = shape("rows", "columns")
SIDES = {"rows": (60, 270), "columns": (60, 270)}


def uniform(shape, low, high, rng):
    """Return an array of this shape; rng draws every entry from low to high, all equally likely."""
    return uniform_law(shape, low, high)


UNIFORM = Function(
    uniform,
    {"shape": LARGE_SHAPE, "low": number(-2.5, -1), "high": number(0.5, 4), "rng": RNG},
    sizes=SIDES,
    examples=(
        Example("matrix", MATRIX, -0.75, 1.5, Random(seed=101), why="many numbers"),
        *(Example(f"shape-{each}", each, -0.75, 1.5, Random(seed=102), why=f"shape {each}") for each in ODD_SHAPES),
    ),
    misconceptions=(
        Misconception("NN1011", "from 0 to 1, whatever the bounds", "Where does your code use low and high?", lambda shape, low, high, rng: uniform_law(shape, 0, 1)),
        Misconception("NN1012", "high taken for the width", "What is the largest number that your formula can give?", lambda shape, low, high, rng: uniform_law(shape, low, low + high)),
        Misconception("NN1013", "low forgotten", "What is the smallest number that your formula can give?", lambda shape, low, high, rng: uniform_law(shape, 0, high - low)),
        Misconception("NN1014", "from 0 to high", "What is the smallest number that your formula can give?", lambda shape, low, high, rng: uniform_law(shape, 0, high)),
        Misconception("NN1015", "from -high to high", "What is the smallest number that your formula can give?", lambda shape, low, high, rng: uniform_law(shape, -high, high)),
        Misconception("NN1016", "normal numbers with the mean and spread of the uniform ones", "Can a normal number leave the interval?", lambda shape, low, high, rng: normal_law(shape, (low + high) / 2, (high - low) / sqrt(12))),
        Misconception("NN1017", "normal numbers: low as mean, high as standard deviation", "What do the two numbers mean for a uniform law?", lambda shape, low, high, rng: normal_law(shape, low, high)),
        Misconception("NN1018", "the axes in reverse order", "Is the first entry of a shape the number of rows or of columns?", lambda shape, low, high, rng: uniform_law(shape[::-1], low, high)),
        Misconception("NN1019", "low subtracted, high taken for the width", "What are the smallest and the largest number that your formula can give?", lambda shape, low, high, rng: uniform_law(shape, *sorted((-low, high - low)))),
    ),
)  # fmt: skip


def normal(shape, mean, std, rng):
    """Return an array of this shape; rng draws every entry from the normal law of this mean and standard deviation."""
    return normal_law(shape, mean, std)


NORMAL = Function(
    normal,
    {"shape": LARGE_SHAPE, "mean": one_of(-0.5, 0.25, 1.5), "std": one_of(0.125, 0.25, 0.5, 2.0, 3.0), "rng": RNG},
    sizes=SIDES,
    examples=(
        Example("matrix", MATRIX, 0.75, 0.25, Random(seed=103), why="many numbers"),
        *(Example(f"shape-{each}", each, 0.75, 0.25, Random(seed=104), why=f"shape {each}") for each in ODD_SHAPES),
    ),
    misconceptions=(
        Misconception("NN1021", "std taken for a variance", "By which number do you multiply a standard normal number to give it a standard deviation of std?", lambda shape, mean, std, rng: normal_law(shape, mean, sqrt(std))),
        Misconception("NN1022", "std squared", "Does your generator ask for a standard deviation or for a variance?", lambda shape, mean, std, rng: normal_law(shape, mean, std * std)),
        Misconception("NN1023", "mean 0 and standard deviation 1, whatever was asked for", "Where does your code use mean and std?", lambda shape, mean, std, rng: normal_law(shape, 0, 1)),
        Misconception("NN1024", "the mean forgotten", "What is the mean of your numbers?", lambda shape, mean, std, rng: normal_law(shape, 0, std)),
        Misconception("NN1025", "std forgotten", "How far do your numbers spread around their mean?", lambda shape, mean, std, rng: normal_law(shape, mean, 1)),
        Misconception("NN1026", "mean and standard deviation exchanged", "In which order does your generator take them?", lambda shape, mean, std, rng: normal_law(shape, std, abs(mean))),
        Misconception("NN1027", "the mean added before scaling", "What becomes of the mean when everything is multiplied by std?", lambda shape, mean, std, rng: normal_law(shape, mean * std, std)),
        Misconception("NN1028", "uniform numbers with the mean and spread of the normal ones", "How far from the mean can your numbers get?", lambda shape, mean, std, rng: uniform_law(shape, mean - sqrt(3) * std, mean + sqrt(3) * std)),
        Misconception("NN1029", "uniform numbers from mean - std to mean + std", "How far from the mean can your numbers get?", lambda shape, mean, std, rng: uniform_law(shape, mean - std, mean + std)),
        Misconception("NN1030", "cut off at two standard deviations", "How many of 100 normal numbers lie further out than two standard deviations?", lambda shape, mean, std, rng: normal_law(shape, mean, std, cut=2.0), convention=True),
        Misconception("NN1031", "the axes in reverse order", "Is the first entry of a shape the number of rows or of columns?", lambda shape, mean, std, rng: normal_law(shape[::-1], mean, std)),
    ),
)  # fmt: skip

# --- Xavier and Kaiming -------------------------------------------------------------------------

FANS = {"fan_in": length("fan_in"), "fan_out": length("fan_out"), "rng": RNG}
WITH_GAIN = {**FANS, "gain": number(1.5, 3)}
WIDTHS = {"fan_in": (60, 270), "fan_out": (60, 270)}
SMALL_FANS = ((3, 1), (1, 3), (1, 1), (7, 4), (12, 9))
WIDE = (170, 75)  # (fan_in, fan_out)
# In uniform numbers a sum of fans off by 1 shows for certain. No limit is lost on so large a gain.
TALL, LARGE_GAIN = (100, 145), 16.0
# With 3 inputs one more of them, and a largest standard deviation, show in normal numbers too. Rows of
# fewer than three numbers would meet by chance in float32.
FEW_INPUTS = (3, 3400)


def fan_examples(second, *others):
    """Two large layers, one of them wide, and small ones of odd sizes."""
    return (
        Example("wide", *WIDE, Random(seed=105), *others, why="more inputs than outputs"),
        second,
        *(Example(f"{fan_out}x{fan_in}", fan_in, fan_out, Random(seed=107), *others, why=f"{fan_in} inputs, {fan_out} outputs") for fan_in, fan_out in SMALL_FANS),
    )  # fmt: skip


XAVIER_EXAMPLES = fan_examples(
    Example("tall", *TALL, Random(seed=106), LARGE_GAIN, why="more outputs than inputs, a large gain"), 2.25
)
KAIMING_EXAMPLES = fan_examples(Example("few-inputs", *FEW_INPUTS, Random(seed=106), why="few inputs"))


def normal_with(std):
    """The formula that draws normal numbers, centred, with a standard deviation of std(fan_in, fan_out, gain)."""
    return lambda fan_in, fan_out, rng, gain=1.0: normal_law((fan_out, fan_in), 0, std(fan_in, fan_out, gain))


def uniform_with(bound):
    """The formula that draws uniform numbers from -bound to bound."""

    def formula(fan_in, fan_out, rng, gain=1.0):
        limit = bound(fan_in, fan_out, gain)
        return uniform_law((fan_out, fan_in), -limit, limit)

    return formula


def from_zero(bound):
    """The formula that draws uniform numbers from 0 to bound."""
    return lambda fan_in, fan_out, rng, gain=1.0: uniform_law(
        (fan_out, fan_in), 0, bound(fan_in, fan_out, gain)
    )


def turned(formula):
    """The same numbers as (fan_in, fan_out)."""

    def transposed(fan_in, fan_out, rng, gain=1.0):
        law = formula(fan_in, fan_out, rng, gain)
        parts = (law.low, law.high) if hasattr(law, "low") else (law.mean, law.std)
        return (uniform_law if hasattr(law, "low") else normal_law)((fan_in, fan_out), *parts)

    return transposed


def xavier_std(fan_in, fan_out, gain=1.0):
    return gain * sqrt(2 / (fan_in + fan_out))


def xavier_bound(fan_in, fan_out, gain=1.0):
    return gain * sqrt(6 / (fan_in + fan_out))


def kaiming_std(fan_in, fan_out, gain=1.0):
    return sqrt(2 / fan_in)


def kaiming_bound(fan_in, fan_out, gain=1.0):
    return sqrt(6 / fan_in)


def without_gain(formula):
    """The formula for Kaiming's functions, which take no gain."""
    return lambda fan_in, fan_out, rng: formula(fan_in, fan_out, rng)


ASK_SPREAD = (
    "What is the standard deviation of a uniform law from -a to a, and which a gives the one you want?"
)
ASK_ROOT = "The formula is for a variance or for a standard deviation. Which of them scales a number?"
ASK_PARENTHESES = "Compute your fraction by hand for fan_in = 4 and fan_out = 2. What is divided by what?"
ASK_AXES = "A layer computes x @ W.T. Which shape of W fits x of shape (n, fan_in)?"
ASK_CENTRE = "What should the mean of the weights be?"
ASK_FANS = (
    "Try a layer with 1000 inputs and 10 outputs. Which of them decides how large a sum of products becomes?"
)
ASK_TAILS = "How far from 0 can your numbers get, and how far should they?"
ASK_GAIN = "What should become of the weights when gain doubles?"
ASK_BIAS = "How many numbers does a neuron multiply by weights? Is its bias one of these weights?"
ASK_BOTH = (
    "Xavier's rule is a compromise between the forward and the backward pass. Which two numbers enter it?"
)


def xavier_uniform(fan_in, fan_out, rng, gain=1.0):
    """Return weights of shape (fan_out, fan_in) by Xavier's rule: rng draws them uniformly, centred, with variance 2 gain^2 / (fan_in + fan_out)."""
    bound = xavier_bound(fan_in, fan_out, gain)
    return uniform_law((fan_out, fan_in), -bound, bound)


XAVIER_UNIFORM = Function(
    xavier_uniform,
    WITH_GAIN,
    sizes=WIDTHS,
    examples=XAVIER_EXAMPLES,
    misconceptions=(
        Misconception("NN1041", "the bound is the standard deviation", ASK_SPREAD, uniform_with(xavier_std)),
        Misconception("NN1042", "the root forgotten", ASK_ROOT, uniform_with(lambda i, o, gain: gain * 6 / (i + o))),
        Misconception("NN1043", "the gain forgotten", ASK_GAIN, uniform_with(lambda i, o, gain: sqrt(6 / (i + o)))),
        Misconception("NN1044", "the gain squared", ASK_GAIN, uniform_with(lambda i, o, gain: gain**2 * sqrt(6 / (i + o)))),
        Misconception("NN1045", "the gain under the root", ASK_GAIN, uniform_with(lambda i, o, gain: sqrt(gain * 6 / (i + o)))),
        Misconception("NN1046", "divided by the gain", ASK_GAIN, uniform_with(lambda i, o, gain: sqrt(6 / (i + o)) / gain)),
        Misconception("NN1047", "fan_in alone, with the 6 (Kaiming's bound)", ASK_BOTH, uniform_with(lambda i, o, gain: gain * sqrt(6 / i))),
        Misconception("NN1048", "fan_out alone", ASK_BOTH, uniform_with(lambda i, o, gain: gain * sqrt(6 / o))),
        Misconception("NN1049", "variance 1 / fan_in (LeCun)", ASK_BOTH, uniform_with(lambda i, o, gain: gain * sqrt(3 / i)), convention=True),
        Misconception("NN1050", "from -1/sqrt(fan_in) to 1/sqrt(fan_in), the default of torch.nn.Linear", ASK_BOTH, uniform_with(lambda i, o, gain: gain / sqrt(i)), convention=True),
        Misconception("NN1051", "parentheses missing: 6 / fan_in + fan_out", ASK_PARENTHESES, uniform_with(lambda i, o, gain: gain * sqrt(6 / i + o))),
        Misconception("NN1052", "the root of the numerator alone", ASK_PARENTHESES, uniform_with(lambda i, o, gain: gain * sqrt(6) / (i + o))),
        Misconception("NN1053", "from 0 on: half of the interval", ASK_CENTRE, from_zero(xavier_bound)),
        Misconception("NN1054", "numbers from 0 to 1, not centred, times the width", ASK_CENTRE, from_zero(lambda i, o, gain: 2 * xavier_bound(i, o, gain))),
        Misconception("NN1055", "parentheses missing: random - 0.5 times the width", ASK_PARENTHESES, lambda i, o, rng, gain=1.0: uniform_law((o, i), -xavier_bound(i, o, gain), 1 - xavier_bound(i, o, gain))),
        Misconception("NN1056", "half of the bound", "What is the width of the interval from -a to a?", uniform_with(lambda i, o, gain: xavier_bound(i, o, gain) / 2)),
        Misconception("NN1057", "the sum of the fans in place of their mean", "Is the variance divided by the sum of the fans or by their mean?", uniform_with(lambda i, o, gain: gain * sqrt(3 / (i + o)))),
        Misconception("NN1058", "normal numbers", ASK_TAILS, normal_with(xavier_std)),
        Misconception("NN1059", "normal numbers with the bound as standard deviation", ASK_TAILS, normal_with(xavier_bound)),
        Misconception("NN1060", "shape (fan_in, fan_out)", ASK_AXES, turned(xavier_uniform)),
        Misconception("NN1061", "from -1 to 1", "Where does your code use the fans?", uniform_with(lambda i, o, gain: 1.0)),
        Misconception("NN1062", "the bias counted as an input", ASK_BIAS, uniform_with(lambda i, o, gain: gain * sqrt(6 / (i + 1 + o)))),
    ),
)  # fmt: skip


def xavier_normal(fan_in, fan_out, rng, gain=1.0):
    """Return weights of shape (fan_out, fan_in) by Xavier's rule: rng draws them from a normal law, centred, with variance 2 gain^2 / (fan_in + fan_out)."""
    return normal_law((fan_out, fan_in), 0, xavier_std(fan_in, fan_out, gain))


XAVIER_NORMAL = Function(
    xavier_normal,
    WITH_GAIN,
    sizes=WIDTHS,
    examples=XAVIER_EXAMPLES,
    misconceptions=(
        Misconception("NN1063", "the variance in place of the standard deviation", ASK_ROOT, normal_with(lambda i, o, gain: gain**2 * 2 / (i + o))),
        Misconception("NN1064", "the root forgotten", ASK_ROOT, normal_with(lambda i, o, gain: gain * 2 / (i + o))),
        Misconception("NN1065", "the gain forgotten", ASK_GAIN, normal_with(lambda i, o, gain: sqrt(2 / (i + o)))),
        Misconception("NN1066", "the gain squared", ASK_GAIN, normal_with(lambda i, o, gain: gain**2 * sqrt(2 / (i + o)))),
        Misconception("NN1067", "the gain under the root", ASK_GAIN, normal_with(lambda i, o, gain: sqrt(gain * 2 / (i + o)))),
        Misconception("NN1068", "divided by the gain", ASK_GAIN, normal_with(lambda i, o, gain: sqrt(2 / (i + o)) / gain)),
        Misconception("NN1069", "fan_in alone, with the 2 (Kaiming's)", ASK_BOTH, normal_with(lambda i, o, gain: gain * sqrt(2 / i))),
        Misconception("NN1070", "fan_out alone", ASK_BOTH, normal_with(lambda i, o, gain: gain * sqrt(2 / o))),
        Misconception("NN1071", "variance 1 / fan_in (LeCun)", ASK_BOTH, normal_with(lambda i, o, gain: gain * sqrt(1 / i)), convention=True),
        Misconception("NN1072", "the factor 2 forgotten", "What is the variance when fan_in and fan_out are equal?", normal_with(lambda i, o, gain: gain * sqrt(1 / (i + o)))),
        Misconception("NN1073", "parentheses missing: 2 / fan_in + fan_out", ASK_PARENTHESES, normal_with(lambda i, o, gain: gain * sqrt(2 / i + o))),
        Misconception("NN1074", "the root of the numerator alone", ASK_PARENTHESES, normal_with(lambda i, o, gain: gain * sqrt(2) / (i + o))),
        Misconception("NN1075", "the bound of the uniform law as standard deviation", "6 belongs to the uniform law. Where does it come from?", normal_with(xavier_bound)),
        Misconception("NN1076", "uniform numbers", ASK_TAILS, uniform_with(xavier_bound)),
        Misconception("NN1077", "uniform numbers with the standard deviation as bound", ASK_SPREAD, uniform_with(xavier_std)),
        Misconception("NN1078", "cut off at two standard deviations", ASK_TAILS, lambda i, o, rng, gain=1.0: normal_law((o, i), 0, xavier_std(i, o, gain), cut=2.0), convention=True),
        Misconception("NN1079", "cut off at two standard deviations, and scaled up again", ASK_TAILS, lambda i, o, rng, gain=1.0: normal_law((o, i), 0, xavier_std(i, o, gain) / 0.87962566103423978, cut=2.0), convention=True),
        Misconception("NN1080", "shape (fan_in, fan_out)", ASK_AXES, turned(xavier_normal)),
        Misconception("NN1081", "standard deviation 1", "Where does your code use the fans?", normal_with(lambda i, o, gain: 1.0)),
    ),
)  # fmt: skip


def kaiming_uniform(fan_in, fan_out, rng):
    """Return weights of shape (fan_out, fan_in) by Kaiming's rule: rng draws them uniformly, centred, with variance 2 / fan_in."""
    bound = kaiming_bound(fan_in, fan_out)
    return uniform_law((fan_out, fan_in), -bound, bound)


KAIMING_UNIFORM = Function(
    kaiming_uniform,
    FANS,
    sizes=WIDTHS,
    examples=KAIMING_EXAMPLES,
    misconceptions=(
        Misconception("NN1083", "the bound is the standard deviation", ASK_SPREAD, without_gain(uniform_with(kaiming_std))),
        Misconception("NN1084", "fan_out for fan_in", ASK_FANS, without_gain(uniform_with(lambda i, o, gain: sqrt(6 / o)))),
        Misconception("NN1085", "the mean of both fans (Xavier's)", ASK_FANS, without_gain(uniform_with(xavier_bound))),
        Misconception("NN1086", "the root forgotten", ASK_ROOT, without_gain(uniform_with(lambda i, o, gain: 6 / i))),
        Misconception("NN1087", "the root of the numerator alone", ASK_PARENTHESES, without_gain(uniform_with(lambda i, o, gain: sqrt(6) / i))),
        Misconception("NN1088", "the gain of ReLU forgotten (LeCun)", "ReLU sets half of its inputs to 0. How does the rule make up for that?", without_gain(uniform_with(lambda i, o, gain: sqrt(3 / i))), convention=True),
        Misconception("NN1089", "from -1/sqrt(fan_in) to 1/sqrt(fan_in), the default of torch.nn.Linear", "ReLU sets half of its inputs to 0. How does the rule make up for that?", without_gain(uniform_with(lambda i, o, gain: 1 / sqrt(i))), convention=True),
        Misconception("NN1090", "from 0 on: half of the interval", ASK_CENTRE, without_gain(from_zero(kaiming_bound))),
        Misconception("NN1091", "numbers from 0 to 1, not centred, times the width", ASK_CENTRE, without_gain(from_zero(lambda i, o, gain: 2 * kaiming_bound(i, o)))),
        Misconception("NN1092", "parentheses missing: random - 0.5 times the width", ASK_PARENTHESES, lambda i, o, rng: uniform_law((o, i), -kaiming_bound(i, o), 1 - kaiming_bound(i, o))),
        Misconception("NN1093", "half of the bound", "What is the width of the interval from -a to a?", without_gain(uniform_with(lambda i, o, gain: kaiming_bound(i, o) / 2))),
        Misconception("NN1094", "normal numbers", ASK_TAILS, without_gain(normal_with(kaiming_std))),
        Misconception("NN1095", "shape (fan_in, fan_out)", ASK_AXES, without_gain(turned(lambda i, o, rng, gain: kaiming_uniform(i, o, rng)))),
        Misconception("NN1082", "the bias counted as an input", ASK_BIAS, without_gain(uniform_with(lambda i, o, gain: sqrt(6 / (i + 1))))),
    ),
)  # fmt: skip


def kaiming_normal(fan_in, fan_out, rng):
    """Return weights of shape (fan_out, fan_in) by Kaiming's rule: rng draws them from a normal law, centred, with variance 2 / fan_in."""
    return normal_law((fan_out, fan_in), 0, kaiming_std(fan_in, fan_out))


KAIMING_NORMAL = Function(
    kaiming_normal,
    FANS,
    sizes=WIDTHS,
    examples=KAIMING_EXAMPLES,
    misconceptions=(
        Misconception("NN1096", "the variance in place of the standard deviation", ASK_ROOT, without_gain(normal_with(lambda i, o, gain: 2 / i))),
        Misconception("NN1097", "fan_out for fan_in", ASK_FANS, without_gain(normal_with(lambda i, o, gain: sqrt(2 / o)))),
        Misconception("NN1098", "the mean of both fans (Xavier's)", ASK_FANS, without_gain(normal_with(xavier_std))),
        Misconception("NN1099", "the sum of the fans without the factor 2", ASK_FANS, without_gain(normal_with(lambda i, o, gain: sqrt(1 / (i + o))))),
        Misconception("NN1032", "the root of the numerator alone", ASK_PARENTHESES, without_gain(normal_with(lambda i, o, gain: sqrt(2) / i))),
        Misconception("NN1033", "the gain of ReLU forgotten (LeCun)", "ReLU sets half of its inputs to 0. How does the rule make up for that?", without_gain(normal_with(lambda i, o, gain: sqrt(1 / i))), convention=True),
        Misconception("NN1034", "the bound of the uniform law as standard deviation", "6 belongs to the uniform law. Where does it come from?", without_gain(normal_with(kaiming_bound))),
        Misconception("NN1035", "uniform numbers", ASK_TAILS, without_gain(uniform_with(kaiming_bound))),
        Misconception("NN1036", "uniform numbers with the standard deviation as bound", ASK_SPREAD, without_gain(uniform_with(kaiming_std))),
        Misconception("NN1037", "cut off at two standard deviations", ASK_TAILS, lambda i, o, rng: normal_law((o, i), 0, kaiming_std(i, o), cut=2.0), convention=True),
        Misconception("NN1038", "cut off at two standard deviations, and scaled up again (Keras)", ASK_TAILS, lambda i, o, rng: normal_law((o, i), 0, kaiming_std(i, o) / 0.87962566103423978, cut=2.0), convention=True),
        Misconception("NN1039", "shape (fan_in, fan_out)", ASK_AXES, without_gain(turned(lambda i, o, rng, gain: kaiming_normal(i, o, rng)))),
        Misconception("NN1040", "standard deviation 0.01, whatever the fans", "Where does your code use the fans?", without_gain(normal_with(lambda i, o, gain: 0.01))),
        Misconception("NN1020", "the bias counted as an input", ASK_BIAS, without_gain(normal_with(lambda i, o, gain: sqrt(2 / (i + 1))))),
    ),
)  # fmt: skip

EXERCISE = Exercise(
    "initializers",
    "Initial weights",
    (ZEROS, ONES, CONSTANT, UNIFORM, NORMAL, XAVIER_UNIFORM, XAVIER_NORMAL, KAIMING_UNIFORM, KAIMING_NORMAL),
)
