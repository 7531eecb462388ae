"""Function, values and parameter -> the graph of what is to be differentiated, with every input named."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from nncheck.derive.naming import Input, addressed, argument_of, find, named_inputs, short_name
from nncheck.errors import UsageError
from nncheck.records import Record
from nncheck.reference.trace import numbers, trace
from nncheck.spec.derivative import Differentiated, listening
from nncheck.spec.domain import Choice
from nncheck.spec.exercise import Exercise, Function
from nncheck.spec.expression import Expression, reachable
from nncheck.spec.trees import leaves

LARGEST = 30_000  # operations of a graph
_MOST_NUMBERS = 80  # of a worked example
_ORDINARY, _TELLING = 12.0, 3  # the size of ordinary numbers, and how many different ones tell something


class Question(Record, frozen=True, kw_only=True):
    """What is asked: the derivatives of `targets` in `wrt`."""

    exercise: str
    function: Function
    inputs: list[Input]
    wrt: Input
    targets: dict[str, Expression]  # path in the answer ("" for a single number) -> node
    parameters: tuple[Input, ...]  # the weights of a network, in which it is differentiated
    answer: Any  # the tree of nodes that the function returns
    derivative: Expression | None  # what the function itself has for the derivative

    def answers(self) -> Iterator[tuple[str, Expression]]:
        """What the function returns, entry by entry, by a name such as W1[0,0]."""
        for path, node in _entries(self.answer):
            leaf, bracket, index = path.partition("[")
            yield (
                (short_name(leaf) if any(not part.isdigit() for part in leaf.split(".")) else leaf)
                + bracket
                + index,
                node,
            )


def worked_function(exercise: Exercise, wanted: str | None) -> Function:
    """The function of an exercise that shows most: it differentiates, by that argument, and is worked."""
    asking: list[tuple[bool, int, Function]] = []
    for function in exercise.functions.values():
        arguments = example_arguments(function)
        if arguments is not None and _asks(function, arguments) and _knows(function, arguments, wanted):
            asking.append((any(each.worked for each in function.examples), len(asking), function))
    if not asking:
        names = ", ".join(exercise.functions)
        by_what = f" by {wanted}" if wanted else ""
        raise UsageError(f"no function of {exercise.name} differentiates{by_what}; name one of them: {names}")
    return max(asking, key=lambda each: each[:2])[2]


def _asks(function: Function, arguments: tuple[Any, ...]) -> bool:
    return bool(_graph(function, arguments)[1])


def _knows(function: Function, arguments: tuple[Any, ...], wanted: str | None) -> bool:
    if wanted is None:
        return True
    places = named_inputs(dict(zip(function.parameters, arguments, strict=True)))
    return any(addressed(each.leaf, argument_of(wanted)) is not None for each in places)


def example_arguments(function: Function) -> tuple[Any, ...] | None:
    """Arguments to show a function on: a worked example, else the smallest one with numbers in it."""
    usable = [each for each in function.examples if numbers(each.arguments)]
    worked = [each for each in usable if each.worked and len(numbers(each.arguments)) <= _MOST_NUMBERS]
    if worked:
        return worked[0].arguments
    if usable:
        return min(usable, key=lambda each: _oddness(each.arguments)).arguments
    return _plain_arguments(function) if function.elementwise else None


def _oddness(arguments: tuple[Any, ...]) -> tuple[bool, bool, bool, int]:
    """How little an example shows: extreme numbers, empty arrays, few different numbers, zeros, too many."""
    values = numbers(arguments)
    empty = any(isinstance(leaf, np.ndarray) and leaf.size == 0 for _, leaf in leaves(arguments))
    extreme = not all(abs(each) <= _ORDINARY for each in values)
    return (extreme or empty, len({each for each in values if each}) < _TELLING, 0.0 in values, len(values))


def _plain_arguments(function: Function) -> tuple[Any, ...]:
    """Arguments of an elementwise function that has no examples: zeros, and the first of each choice."""
    found: list[Any] = [np.zeros(1)]
    for domain in list(function.domain.values())[1:]:
        found.append(domain.values[0] if isinstance(domain, Choice) else getattr(domain, "low", 0.0))
    return tuple(found)


def ask(exercise: Exercise, function: Function, arguments: tuple[Any, ...], wanted: str | None) -> Question:
    """The question that `nncheck derive` answers.

    Raises UsageError where the function has no derivative, or no such argument.
    """
    (nodes, answer), heard = _graph(function, arguments)
    inputs = named_inputs(dict(zip(function.parameters, arguments, strict=True)), nodes)
    if not inputs:
        raise UsageError(f"{function.name} takes no real number in which it could be differentiated")
    parameters = _parameters(inputs, heard)
    wrt = find(wanted, inputs) if wanted else (parameters or _differentiated(inputs, heard) or inputs)[0]
    targets, derivative = _targets(answer, heard, wrt)
    if not targets:
        raise UsageError(
            f"{function.name} does not depend on {wrt.name}: its derivative in it is 0 everywhere"
        )
    return Question(
        exercise=exercise.name,
        function=function,
        inputs=inputs,
        wrt=wrt,
        targets=targets,
        parameters=tuple(parameters),
        answer=answer,
        derivative=derivative,
    )


def _graph(function: Function, arguments: tuple[Any, ...]) -> tuple[Any, list[Differentiated]]:
    """((input nodes, answer), what was differentiated meanwhile)."""
    if function.random or function.counts:
        return ([], ()), []
    try:
        with listening() as heard:
            traced = trace(function.formula, arguments)
    except (ValueError, IndexError, KeyError, TypeError) as error:
        reason = str(error).partition("\n")[0][:150]
        raise UsageError(
            f"{function.name} cannot be computed: the shapes of the values do not fit together ({reason})"
        ) from None
    return (traced.inputs, traced.answer), heard


def _differentiated(inputs: list[Input], heard: list[Differentiated]) -> list[Input]:
    of = {
        node.order for each in heard for _, leaf in leaves(each.of) for node in np.asarray(leaf, object).flat
    }
    return [each for each in inputs if each.node.order in of]


def _parameters(inputs: list[Input], heard: list[Differentiated]) -> list[Input]:
    """The weights of a network: what is differentiated in, if it is a dict or list; else dicts and lists."""
    structured = [each for each in heard if isinstance(each.of, dict | list | tuple)]
    if heard:
        return _differentiated(inputs, structured)
    return [each for each in inputs if "." in each.leaf]


def _targets(
    answer: Any, heard: list[Differentiated], wrt: Input
) -> tuple[dict[str, Expression], Expression | None]:
    """What is differentiated. A function that takes a gradient asks for that of what it differentiates."""
    if not heard:
        found = dict(_entries(answer))
    else:
        found = {f"[{place}]" if len(heard) > 1 else "": each.output for place, each in enumerate(heard)}
    reached = {path: node for path, node in found.items() if _depends(node, wrt.node)}
    results = [_result(each, wrt) for each in heard if len(heard) == 1]
    inner = {order for node in reached.values() for order in _operands(node)}
    outer = _first_row({path: node for path, node in reached.items() if node.order not in inner})
    return outer, results[0] if results else None


def _first_row(targets: dict[str, Expression]) -> dict[str, Expression]:
    """Of a matrix with a sample in each row the first sample is enough."""
    rows = [path.partition(",")[0] for path in targets if "," in path]
    return {path: node for path, node in targets.items() if not rows or path.startswith(f"{rows[0]},")}


def _entries(answer: Any) -> Iterator[tuple[str, Expression]]:
    for path, leaf in leaves(answer):
        for index in np.ndindex(leaf.shape):
            yield path + (f"[{','.join(map(str, index))}]" if index else ""), leaf[index]


def _operands(node: Expression) -> set[int]:
    return {each.order for each in reachable([node])} - {node.order}


def _depends(node: Expression, on: Expression) -> bool:
    graph = reachable([node])
    if len(graph) > LARGEST:
        raise UsageError(
            f"a graph of {len(graph):,} operations is too long to be read; give smaller --values"
        )
    return on.order in {each.order for each in graph}


def _result(each: Differentiated, wrt: Input) -> Expression | None:
    pairs = zip(leaves(each.of), leaves(each.result), strict=True)
    for (_, of), (_, result) in pairs:
        nodes = zip(np.asarray(of, object).flat, np.asarray(result, object).flat, strict=True)
        for node, slope in nodes:
            if node.order == wrt.node.order:
                return slope if isinstance(slope, Expression) else None
    return None
