"""A network with numbers: its values on the nodes, its weights on the edges."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from matplotlib.figure import Figure
from matplotlib.patches import Circle

from nncheck.derive.asking import Question, ask, example_arguments
from nncheck.derive.chain import Chain, Point
from nncheck.derive.figures import Figures
from nncheck.derive.pieces import Letter
from nncheck.derive.section import target_letter
from nncheck.derive.writers import LatexWriter
from nncheck.errors import UsageError
from nncheck.plots.style import BLUE, FAINT, INK, QUIET, VERMILION, styled
from nncheck.spec.exercise import Exercise, Function
from nncheck.spec.expression import Expression

DIGITS = 4
_MOST_LABELS = 16  # edges of a picture that bear their weights
_MOST_ROWS = 12
_RADIUS = 0.4
_GAP, _STEP = 2.2, 1.75  # between columns and between rows
_LATEX = LatexWriter()


class Node(NamedTuple):
    """A circle: what is written in it and below it, and where it stands."""

    name: str
    value: str
    below: str
    x: float
    y: float
    colour: str


class Edge(NamedTuple):
    """A line from one circle to another, with the weight on it."""

    start: tuple[float, float]
    end: tuple[float, float]
    weight: str


class Diagram(NamedTuple):
    """All circles and lines."""

    nodes: list[Node]
    edges: list[Edge]


def graph_figure(exercise: Exercise, function: Function) -> Figure:
    """The network of a function at its worked example."""
    diagram = network_diagram(exercise, function)
    width = max(node.x for node in diagram.nodes) + 1.4
    height = max(node.y for node in diagram.nodes) - min(node.y for node in diagram.nodes) + 1.8
    with styled(6.0, 6.0 * height / width) as figure:
        axes = figure.subplots()
        axes.set_axis_off()
        axes.set_aspect("equal")
        axes.set_xlim(-0.7, width - 0.7)
        axes.set_ylim(
            min(node.y for node in diagram.nodes) - 1.2, max(node.y for node in diagram.nodes) + 0.6
        )
        labelled = len(diagram.edges) <= _MOST_LABELS
        leaving: Counter[tuple[float, float]] = Counter()
        for edge in diagram.edges:
            _draw_edge(axes, edge, labelled, 0.3 + 0.09 * leaving[edge.start])
            leaving[edge.start] += 1
        for node in diagram.nodes:
            _draw_node(axes, node)
        return figure


def network_diagram(exercise: Exercise, function: Function) -> Diagram:
    """The circles and lines of a network with one sample.

    Raises UsageError where the function is no network, or has several samples.
    """
    arguments = example_arguments(function)
    if arguments is None or function.counts or function.random or function.iterates:
        raise UsageError(f"{function.name} has no graph that could be drawn")
    question = ask(exercise, function, arguments, None)
    (path, target), *_ = question.targets.items()
    chain = Chain(question, target, target_letter(question, path))
    if not any(each.letter.base == "z" for each in chain.stations):
        raise UsageError(f"{function.name} is no network of layers: there is no graph of it to draw")
    return _Layout(question, chain).diagram()


class _Layout:
    def __init__(self, question: Question, chain: Chain):
        self._question, self._chain = question, chain
        self._figures = Figures(question.inputs)
        self._sums = [
            each for each in chain.stations if each.letter.base == "z" and _first_sample(each.letter)
        ]
        self._outputs = {
            each.sums[0].order: each
            for each in chain.stations
            if each.letter.base == "a" and len(each.sums) == 1
        }
        self._weights = {each.node.order for each in question.parameters}
        self._place: dict[int, tuple[float, float]] = {}

    def diagram(self) -> Diagram:
        columns = self._columns()
        tallest = max(map(len, columns))
        if tallest > _MOST_ROWS:
            raise UsageError(f"a layer of {tallest} neurons is too wide to be drawn; up to {_MOST_ROWS} are")
        nodes: list[Node] = []
        for column, points in enumerate(columns):
            for row, point in enumerate(points):
                at = (column * _GAP, _STEP * ((len(points) - 1) / 2 - row))
                self._place[point.node.order] = at
                nodes.append(self._node(point, at, column == 0))
        return Diagram([*nodes, *self._end(columns)], list(self._edges(columns)))

    def _columns(self) -> list[list[Point]]:
        """Inputs, then the weighted sums of each layer; only the first sample of several."""
        layers = sorted({each.letter.layer for each in self._sums}, key=int)
        columns = [[each for each in self._sums if each.letter.layer == layer] for layer in layers]
        entering: dict[int, Point] = {}
        for point in columns[0]:
            for order in self._data(point):
                entering.setdefault(order, self._point(order))
        return [[entering[order] for order in sorted(entering)], *columns]

    def _point(self, order: int) -> Point:
        return next(each for each in (*self._chain.inputs, *self._chain.stations) if each.node.order == order)

    def _data(self, point: Point) -> list[int]:
        """What comes into a neuron that is no weight."""
        return [
            each.node.order for each in self._chain.entering(point) if each.node.order not in self._weights
        ]

    def _node(self, point: Point, at: tuple[float, float], first: bool) -> Node:
        out = self._outputs.get(point.node.order, point)
        below = "" if first else self._bias(point)
        if out is not point:
            below = f"{_named(point.letter)} = {self._number(point.node)}" + (f"\n{below}" if below else "")
        colour = QUIET if first else BLUE
        return Node(_named(out.letter), self._number(out.node), below, *at, colour)

    def _bias(self, point: Point) -> str:
        for each in self._chain.entering(point):
            if (
                each.node.order in self._weights
                and self._chain.formula(point.node).coeff(self._chain.symbol(each)) == 1
            ):
                return f"{_named(each.letter)} = {self._number(each.node)}"
        return ""

    def _number(self, node: Expression) -> str:
        return self._figures.short(node, DIGITS).replace("-", "−")

    def _edges(self, columns: list[list[Point]]) -> Iterator[Edge]:
        for point in self._sums:
            for order, weight in self._weighted(point).items():
                start = self._place.get(self._source(order))
                if start is not None:
                    yield Edge(start, self._place[point.node.order], self._number(weight))
        target = self._place.get(self._chain.target.node.order)
        if target is not None:
            yield from (Edge(self._place[each.node.order], target, "") for each in columns[-1])

    def _source(self, order: int) -> int:
        """The circle that a value stands in: an activation is drawn with its weighted sum."""
        point = self._point(order)
        return point.sums[0].order if len(point.sums) == 1 and point in self._chain.stations else order

    def _weighted(self, point: Point) -> dict[int, Expression]:
        """What comes in -> the weight that it is multiplied by."""
        formula = self._chain.formula(point.node)
        found = {}
        for order in self._data(point):
            slope = formula.diff(self._chain.symbol(self._point(order)))
            weights = [each for each in self._chain.entering(point) if self._chain.symbol(each) == slope]
            if weights:
                found[order] = weights[0].node
        return found

    def _end(self, columns: list[list[Point]]) -> list[Node]:
        """The loss behind the last layer, if there is one."""
        target = self._chain.target
        if target.letter.base != "E":
            return []
        at = (len(columns) * _GAP, 0.0)
        self._place[target.node.order] = at
        return [Node(_named(target.letter), self._number(target.node), "", *at, VERMILION)]


def _first_sample(letter: Letter) -> bool:
    return "," not in letter.sub or letter.sub.startswith("1,")


def _named(letter: Letter) -> str:
    return f"${_LATEX.write(letter)}$"


def _draw_node(axes: Any, node: Node) -> None:
    axes.add_patch(
        Circle((node.x, node.y), _RADIUS, facecolor="white", edgecolor=node.colour, linewidth=1.6, zorder=3)
    )
    axes.text(node.x, node.y + 0.14, node.name, ha="center", va="center", fontsize=10, zorder=4)
    axes.text(
        node.x, node.y - 0.15, node.value, ha="center", va="center", fontsize=8.2, color=node.colour, zorder=4
    )
    if node.below:
        _draw_label(axes, node.x, node.y - 0.5, node.below, color=QUIET, va="top")


def _draw_label(axes: Any, x: float, y: float, text: str, color: str, va: str) -> None:
    ground = {"facecolor": "white", "edgecolor": "none", "pad": 1.0}
    axes.text(x, y, text, ha="center", va=va, fontsize=8.2, color=color, bbox=ground, zorder=2)


def _draw_edge(axes: Any, edge: Edge, labelled: bool, at: float) -> None:
    """The line, and its weight at a part of its length: in the middle crossing lines would share a place."""
    (x0, y0), (x1, y1) = edge.start, edge.end
    axes.plot([x0, x1], [y0, y1], color=FAINT, linewidth=1.2, zorder=1)
    if labelled and edge.weight:
        _draw_label(axes, x0 + at * (x1 - x0), y0 + at * (y1 - y0), edge.weight, color=INK, va="center")
