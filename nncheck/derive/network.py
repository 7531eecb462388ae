"""Question -> page: forward pass, chain rule, backpropagation and update of a graph with many inputs."""

import sympy
from msgspec import structs

from nncheck.derive.asking import Question
from nncheck.derive.chain import Chain
from nncheck.derive.direct import Direct
from nncheck.derive.figures import DIGITS
from nncheck.derive.introduction import given, introduction
from nncheck.derive.naming import short_name
from nncheck.derive.page import Block, Display, Heading, Page, Program, Text, figures, heading
from nncheck.derive.paths import Paths
from nncheck.derive.phrases import Phrases
from nncheck.derive.section import Section, Stand, target_letter, whole_slope
from nncheck.derive.signals import Signals
from nncheck.spec.expression import Expression, reachable

MOST_TARGETS, MOST_DIRECT = 4, 2  # values of an answer that are differentiated, through a network and without


def network_page(question: Question, numbers: bool, language: str) -> Page:
    """The derivation of every target of a question."""
    say = Phrases(language)
    chains = _chains(question)
    blocks: list[Block] = [*introduction(question, chains, say)]
    if numbers:
        blocks += given(question, say)
    for chain in chains:
        derived = _derived(question, chain, numbers, say)
        blocks += derived if numbers else map(_without_code, derived)
    title = say.words("title", slope=whole_slope(chains[0]))
    page = Page(title=title, blocks=tuple(blocks), language=language)
    return rounding_explained(page, say)


def rounding_explained(page: Page, say: Phrases) -> Page:
    """The page with a last sentence on rounding, where anything on it is rounded."""
    if not any(each.rounded for each in figures(page)):
        return page
    return Page(
        title=page.title,
        blocks=(*page.blocks, Text(words=say.words("rounding", digits=DIGITS))),
        language=page.language,
    )


def _chains(question: Question) -> list[Chain]:
    targets = list(question.targets.items())[:MOST_TARGETS]
    chains = [Chain(question, node, target_letter(question, path)) for path, node in targets]
    return chains if chains[0].active else chains[:MOST_DIRECT]


def _derived(question: Question, chain: Chain, numbers: bool, say: Phrases) -> list[Block]:
    """All sections on one target."""
    ends = _Ends(question, chain, numbers, say)
    paths = Paths(question, chain, numbers, say)
    blocks = ends.forward()
    if not chain.active:
        blocks += Direct(question, chain, numbers, say).blocks()
    else:
        blocks += paths.blocks()
    if chain.active and (paths.layered or not paths.few):
        blocks += Signals(question, chain, numbers, say).blocks(again=paths.few)
    return [*blocks, *ends.update(), *ends.check()]


def _without_code(block: Block) -> Block:
    """Without numbers there is nothing to be run."""
    return structs.replace(block, code=()) if isinstance(block, Display) else block


class _Ends(Section):
    """What stands before and behind the chain rule."""

    def forward(self) -> list[Block]:
        """Every value on the way, and the target."""
        points = [*self.chain.stations, self.chain.target]
        if self.numbers:
            self.figures.learn([each.node for each in (*points, *self.chain.inputs)])
        equations = tuple(
            self.computed(each.letter, self.chain.formula(each.node), each.node) for each in points
        )
        display = Display(equations=equations, code=self.forward_code())
        if self.chain.active:
            return [heading(self.say.text("forward")), display]
        ends = {"target": self.chain.target.letter, "wrt": self.chain.wrt.letter}
        return [Heading(words=self.say.words("slope of", **ends)), display]

    def update(self) -> list[Block]:
        """What the function itself makes of the derivative, where it returns the parameter after a step."""
        node, slope = self._updated(), self.question.derivative
        if node is None or slope is None:
            return []
        symbol = sympy.Symbol("gradient", real=True)
        formula = self.chain.formula(node, {slope.order: symbol})
        stand = Stand(symbol=symbol, piece=self.slope, node=slope)
        equation = self.computed(self.chain.wrt.letter, formula, node, "←", stand)
        code = (f"{self.chain.wrt.code}_new = {sympy.pycode(formula)}", f"print({self.chain.wrt.code}_new)")
        return [heading(self.say.text("update")), Display(equations=(equation,), code=code)]

    def _updated(self) -> Expression | None:
        slope, wrt = self.question.derivative, self.question.wrt
        for path, node in self.question.answers():
            same = path == short_name(wrt.leaf) + str(list(wrt.index)).replace(" ", "")
            if same and slope is not None and node is not slope and slope in reachable([node]):
                return node
        return None

    def check(self) -> list[Block]:
        """In notebooks, the gradient beside a finite difference."""
        chain = self.chain
        if not self.numbers:
            return []
        wrt, target = chain.wrt.code, chain.target.code
        code = (
            f"def moved({wrt}):",
            *(f"    {line}" for line in self.forward_code()),
            f"    return {target}",
            "",
            "",
            "h = 1e-6",
            f"slope = (moved({wrt} + h) - moved({wrt} - h)) / (2 * h)",
            'print("gradient", gradient, "measured", slope)',
            "assert abs(gradient - slope) <= 1e-6 * max(1, abs(slope))",
        )
        words = self.say.words("check", target=chain.target.letter, wrt=chain.wrt.letter)
        return [Program(words=words, code=code)]
