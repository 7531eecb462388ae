"""Text -> the numbers in it, and whether it looks like something that a program printed."""

import re
from collections.abc import Iterator

# A number stands alone: not in linear1, float32, 0x7f, 1.2.3 or 10ms; but between Chinese characters.
NUMBER = re.compile(
    r"(?<![A-Za-z0-9_.])[-+\u2212]?(?:(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?|nan|inf)"
    r"(?!\.?[A-Za-z0-9_])"
)
# What stands beside values without being one of them.
ASIDE = re.compile(r"device='[^'\n]*'|^[ \t]*(?:Out|In)[ \t]*\[[0-9]+\]:?", re.MULTILINE)
# How people begin a comment that shows an output.
LEAD = re.compile(
    r"[ \t]*(?:Out[ \t]*\[[0-9]+\]:?|=>|->|\u2192|\u21d2|>>|\u2248|~|==?"
    r"|(?:outputs?|out|results?|prints?|gives|returns?|\u8f93\u51fa|\u7ed3\u679c|\u6253\u5370|\u8fd4\u56de)"
    r"(?:[ \t]*[:=\uff1a\u4e3a\u662f]+|[ \t]+(?=[-+.\[(0-9]|tensor|array)))[ \t]*",
    re.IGNORECASE,
)
QUOTED = re.compile(r"'[^'\n]*'|\"[^\"\n]*\"")
WORD = re.compile(r"[^\W\d]\w*")
ELLIPSIS = re.compile(r"\.\.\.|\u2026")
# The words of values: repr and str of arrays, tensors and containers.
VALUE_WORDS = frozenset(
    (
        *(
            "tensor",
            "array",
            "matrix",
            "OrderedDict",
            "dict",
            "Parameter",
            "containing",
            "Size",
            "size",
            "shape",
        ),
        *("grad_fn", "dtype", "requires_grad", "device", "torch", "np", "numpy", "True", "False", "None"),
        *("Fraction", "Decimal", "complex"),
    )
)
VALUE_WORD = re.compile(r"\w*Backward\w*|b?(?:float|int|uint|complex)[0-9]+")
BETWEEN = re.compile(r"[\s\[\](){},:;=<>.'\"|/*%~+\-\u2212\u2248\u2026]*")


def number_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where the numbers are."""
    masked = ASIDE.sub(lambda found: " " * len(found[0]), text)
    for found in NUMBER.finditer(masked):
        yield found.span()


def has_number(text: str) -> bool:
    """Whether there is a number in it."""
    return next(number_spans(text), None) is not None


def words(text: str) -> set[str]:
    """The words in it, but for those that belong to values; numbers are none."""
    found = WORD.findall(NUMBER.sub(" ", text))
    return {word for word in found if word not in VALUE_WORDS and not VALUE_WORD.fullmatch(word)}


def without_lead(text: str) -> str:
    """The text behind "Output:", "=>" and the like."""
    found = LEAD.match(text)
    return text[found.end() :] if found else text


def is_value(text: str) -> bool:
    """Whether all of it is numbers and what stands around them in a value that Python shows."""
    rest = QUOTED.sub(" ", NUMBER.sub(" ", ASIDE.sub(" ", without_lead(text))))
    return not words(rest) and BETWEEN.fullmatch(WORD.sub(" ", rest)) is not None


def depth(text: str) -> int:
    """How many more brackets open than close in it."""
    bare = QUOTED.sub("", text)
    return sum(map(bare.count, "([{")) - sum(map(bare.count, ")]}"))
