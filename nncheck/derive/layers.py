"""Graph -> the stations of a network: weighted sums z and activations a, layer by layer.

A weighted sum is what adds products of a parameter with something that is none. An activation is the last
value that everything coming from one weighted sum passes through before it meets anything else; where the
sums of a layer meet each other first, as in a softmax, it is what they leave the layer as.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from nncheck.derive.pieces import Letter
from nncheck.records import Record
from nncheck.spec.expression import Expression, reachable


class Station(Record, frozen=True, kw_only=True):
    """A value on the way through a network that has a name."""

    node: Expression
    letter: Letter
    layer: int
    sums: tuple[Expression, ...] = ()  # of an activation: the weighted sums that it comes from


def stations(
    outputs: Sequence[Expression], parameters: Iterable[Expression], scalars: Iterable[Expression] = ()
) -> list[Station]:
    """The weighted sums and activations below some outputs, operands before results.

    `scalars` such as a learning rate weigh nothing.
    """
    graph = _Graph(outputs, {node.order for node in parameters}, {node.order for node in scalars})
    sums = graph.weighted_sums()
    if not any(graph.takes_data(node) for node in sums):  # a scale and a shift of normalised rows, say
        return []
    found: list[Station] = []
    layers: dict[int, int] = {}
    for node in sums:
        below = [layers[each.order] for each in reachable(node.operands) if each.order in layers]
        layers[node.order] = 1 + max(below, default=0)
    for layer in sorted(set(layers.values())):
        rows = graph.samples([node for node in sums if layers[node.order] == layer])
        for sample, row in enumerate(rows):
            prefix = f"{sample + 1}," if len(rows) > 1 else ""
            activations = graph.activations(row)
            for neuron, node in enumerate(row):
                sub = f"{prefix}{neuron + 1}"
                found.append(_station(node, "z", sub, layer))
                if activations:
                    end, origin = activations[neuron]
                    found.append(_station(end, "a", sub, layer, origin))
    return sorted(found, key=lambda each: each.node.order)


def shared(output: Expression, inputs: Iterable[Expression]) -> list[Station]:
    """In a graph without layers, the values that are used more than once: they get names u."""
    graph = _Graph([output], set(), set())
    nodes = [node for node in graph.used_again() if node is not output]
    given = list(inputs)
    found = []
    for number, node in enumerate(nodes, 1):
        below = {each.order for each in reachable([node])}
        origin = tuple(each for each in given if each.order in below)
        letter = Letter(base="u", sub=str(number) if len(nodes) > 1 else "")
        found.append(Station(node=node, letter=letter, layer=0, sums=origin if len(origin) == 1 else ()))
    return found


def _station(node: Expression, base: str, sub: str, layer: int, sums: tuple[Expression, ...] = ()) -> Station:
    return Station(node=node, letter=Letter(base=base, sub=sub, layer=str(layer)), layer=layer, sums=sums)


class _Graph:
    """A graph in which one can also go from operands to results."""

    def __init__(self, outputs: Sequence[Expression], parameters: set[int], scalars: set[int]):
        self._parameters, self._scalars = parameters, scalars
        self._nodes = reachable(outputs)
        self._outputs = {node.order for node in outputs}
        self._results: dict[int, list[Expression]] = defaultdict(list)
        for node in self._nodes:
            for operand in {child.order: child for child in node.operands}.values():
                self._results[operand.order].append(node)
        self._variable = self._moving()

    def _moving(self) -> set[int]:
        """What depends on any input at all."""
        found: set[int] = set()
        for node in self._nodes:
            if node.operation == "input" or any(child.order in found for child in node.operands):
                found.add(node.order)
        return found

    def weighted_sums(self) -> list[Expression]:
        """The largest sums of weighted things and biases, oldest first."""
        entering: dict[int, set[int]] = {}  # of each such sum, the parameters and what they weigh
        for node in self._nodes:
            if self._weighted(node):
                entering[node.order] = {child.order for child in node.operands}
            elif node.operation == "add" and (parts := self._added(node, entering)) is not None:
                entering[node.order] = parts
        adds = {node.order for node in self._nodes if node.order in entering and node.operation == "add"}
        return [
            node
            for node in self._nodes
            if node.order in entering and not any(each.order in adds for each in self._results[node.order])
        ]

    def _added(self, node: Expression, entering: dict[int, set[int]]) -> set[int] | None:
        """What enters a sum of weighted things; None if it is no such sum, or adds two neurons up."""
        if not any(child.order in entering for child in node.operands):
            return None
        parts = [
            entering.get(child.order, {child.order} if child.order in self._parameters else set())
            for child in node.operands
        ]
        one_neuron = all(parts) and not parts[0] & parts[1]
        return parts[0] | parts[1] if one_neuron else None

    def used_again(self) -> list[Expression]:
        """What several operations use that is more than an input with another sign."""
        trivial = ("input", "constant", "pi", "negative")
        return [
            node
            for node in self._nodes
            if len(self._results[node.order]) > 1
            and node.operation not in trivial
            and node.order in self._variable
        ]

    def _weighted(self, node: Expression) -> bool:
        if node.operation != "multiply" or any(child.order in self._scalars for child in node.operands):
            return False
        ours = [child.order in self._parameters for child in node.operands]
        return sum(ours) == 1 and all(child.order in self._variable for child in node.operands)

    def takes_data(self, node: Expression) -> bool:
        """Whether what is weighted depends on no parameter: it is the input of a first layer."""
        if node.operation == "add":
            return any(self.takes_data(child) for child in node.operands)
        others = [child for child in node.operands if child.order not in self._parameters]
        return node.operation == "multiply" and not any(
            each.order in self._parameters for each in reachable(others)
        )

    def samples(self, sums: list[Expression]) -> list[list[Expression]]:
        """The sums of a layer by samples: those with the same parameters belong to one neuron."""
        by_neuron: dict[frozenset[int], list[Expression]] = {}
        for node in sums:
            by_neuron.setdefault(self._own_parameters(node), []).append(node)
        columns = list(by_neuron.values())
        if len({len(column) for column in columns}) > 1:
            return [sums]
        return [list(row) for row in zip(*columns, strict=True)]

    def _own_parameters(self, node: Expression) -> frozenset[int]:
        if node.operation == "multiply":
            return frozenset(child.order for child in node.operands if child.order in self._parameters)
        parts = [
            {child.order} if child.order in self._parameters else self._own_parameters(child)
            for child in node.operands
        ]
        return frozenset().union(*parts)

    def activations(self, row: list[Expression]) -> list[tuple[Expression, tuple[Expression, ...]]]:
        """What each weighted sum of a layer becomes, and out of which sums; nothing without an activation."""
        alone = [self._last_alone(node) for node in row]
        if all(end is not node for end, node in zip(alone, row, strict=True)):
            return [(end, (node,)) for end, node in zip(alone, row, strict=True)]
        ends = self._exits(self._pure(row))
        ends = [self._without_logarithm(end) for end in ends if end not in row]
        if len(ends) == len(row) and len({end.order for end in ends}) == len(row):
            return [(end, tuple(row)) for end in ends]
        return []

    def _pure(self, sources: list[Expression]) -> dict[int, Expression]:
        """What depends on these alone."""
        found = {node.order: node for node in sources}
        for node in self._nodes:
            moving = [child for child in node.operands if child.order in self._variable]
            if moving and all(child.order in found for child in moving):
                found[node.order] = node
        return found

    def _exits(self, pure: dict[int, Expression]) -> list[Expression]:
        return [
            node
            for order, node in pure.items()
            if order in self._outputs or any(each.order not in pure for each in self._results[order])
        ]

    def _last_alone(self, source: Expression) -> Expression:
        """The last value through which everything passes that comes from one weighted sum."""
        pure = self._pure([source])
        exits = {node.order for node in self._exits(pure)}
        for node in sorted(pure.values(), key=lambda each: -each.order):
            if not self._around(source, node, pure) & exits:
                return node
        return source

    def _around(self, source: Expression, avoided: Expression, pure: dict[int, Expression]) -> set[int]:
        """What is reached from a source without passing one node."""
        seen: set[int] = set()
        waiting = [] if source is avoided else [source]
        while waiting:
            node = waiting.pop()
            seen.add(node.order)
            waiting += [
                each
                for each in self._results[node.order]
                if each.order in pure and each is not avoided and each.order not in seen
            ]
        return seen

    def _without_logarithm(self, end: Expression) -> Expression:
        """A logarithm of probabilities belongs to the loss."""
        return end.operands[0] if end.operation == "log" else end
