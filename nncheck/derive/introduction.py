"""The first lines of a page: where the formula comes from, and what is given."""

from typing import Any

from nncheck.derive.asking import Question
from nncheck.derive.chain import Chain, code_name
from nncheck.derive.figures import Figures
from nncheck.derive.page import Block, Display, Equation, Side, Text, heading
from nncheck.derive.phrases import Phrases
from nncheck.derive.pieces import Figure, Grid, Letter, Piece


def introduction(question: Question, chains: list[Chain], say: Phrases) -> list[Block]:
    """What is derived, of which network, and where to find it in the program."""
    wrt = question.wrt
    words = say.words(
        "in the program" if wrt.letter.layer else "entry in the program", letter=wrt.letter, code=wrt.name
    )
    blocks: list[Block] = []
    layers = [each.letter for each in chains[0].stations if each.letter.base == "z"]
    names = {"function": question.function.name, "exercise": question.exercise}
    if layers:
        samples = {letter.sub.partition(",")[0] for letter in layers if "," in letter.sub}
        about = say.text("samples", count=len(samples)) if samples else ""
        sizes = "-".join(map(str, [_width(question), *_sizes(layers)]))
        blocks.append(Text(words=say.words("the network", **names, sizes=sizes, samples=about)))
    else:
        blocks.append(Text(words=say.words("the function", **names)))
    if wrt.index:
        blocks.append(Text(words=words))
    if len(question.targets) > len(chains):
        counts = {"shown": len(chains), "count": len(question.targets)}
        blocks.append(Text(words=say.words("several targets", **counts, wrt=wrt.letter)))
    return blocks


def _sizes(sums: list[Letter]) -> list[int]:
    neurons: dict[int, set[str]] = {}
    for letter in sums:
        neurons.setdefault(int(letter.layer), set()).add(letter.sub.rpartition(",")[2])
    return [len(neurons[layer]) for layer in sorted(neurons)]


def _width(question: Question) -> int:
    """How many inputs the first layer has: what each of its neurons has weights for."""
    weights = [each for each in question.parameters if len(each.index) == 2]
    first = (
        [each for each in weights if each.leaf == weights[0].leaf] if weights else list(question.parameters)
    )
    return max((each.index[-1] + 1 for each in first if each.index), default=1)


def given(question: Question, say: Phrases) -> list[Block]:
    """All inputs with their values."""
    figures = Figures(question.inputs)
    arrays: dict[str, list[Any]] = {}
    for each in question.inputs:
        arrays.setdefault(each.leaf, []).append(each)
    equations = []
    for entries in arrays.values():
        letter = entries[0].letter
        whole = Letter(base=letter.base.upper() if letter.base == "w" else letter.base, layer=letter.layer)
        pieces = [figures.of(each.node) for each in entries]
        sign = "≈" if any(each.rounded for each in pieces) else "="
        side = Side(sign=sign, piece=_grid(entries, pieces))
        equations.append(Equation(left=whole if entries[0].index else letter, sides=(side,)))
    code = tuple(f"{code_name(each.letter)} = {each.value!r}  # {each.name}" for each in question.inputs)
    return [heading(say.text("given")), Display(equations=tuple(equations), code=code)]


def _grid(entries: list[Any], figures: list[Figure]) -> Piece:
    if not entries[0].index:
        return figures[0]
    if len(entries[0].index) == 1:
        return Grid(rows=(tuple(figures),))
    width = max(each.index[-1] for each in entries) + 1
    return Grid(rows=tuple(tuple(figures[start : start + width]) for start in range(0, len(figures), width)))
