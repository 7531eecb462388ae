"""Exercise or function -> the picture that shows it."""

from collections.abc import Mapping

from matplotlib.figure import Figure

from nncheck.errors import UsageError, unknown_name
from nncheck.plots.curves import curves_figure
from nncheck.plots.depth import depth_figure
from nncheck.plots.graph import graph_figure
from nncheck.plots.histogram import histogram_figure
from nncheck.spec.exercise import Exercise, Function
from nncheck.spec.law import Dropped

LARGEST_LAW = 1_000_000  # numbers of a histogram


def picture(name: str, exercises: Mapping[str, Exercise]) -> Figure:
    """The picture of a function, or of the function of an exercise that has one.

    Raises UsageError where there is none.
    """
    for exercise in exercises.values():
        if name == exercise.name:
            return _of_exercise(exercise)
        for function in exercise.functions.values():
            if name in (function.name, f"{exercise.name}.{function.name}"):
                return _of_function(exercise, function)
    functions = [each for exercise in exercises.values() for each in exercise.functions]
    raise unknown_name("exercise or function", name, {*exercises, *functions})


def _of_exercise(exercise: Exercise) -> Figure:
    """That of the last function that has a picture: it builds on the others. Worked examples come first."""
    for function in sorted(reversed(exercise.functions.values()), key=_is_not_worked):
        try:
            return _of_function(exercise, function)
        except UsageError:
            continue
    raise UsageError(
        f"there is no picture for {exercise.name}: neither curves, nor a network, nor random numbers"
    )


def _is_not_worked(function: Function) -> bool:
    return not any(each.worked for each in function.examples)


def _of_function(exercise: Exercise, function: Function) -> Figure:
    if function.name == "gradient_norms":
        return depth_figure()
    if function.random:
        return _histogram(function)
    if function.has_one_graph:
        return curves_figure(_base(exercise, function))
    return graph_figure(exercise, function)


def _base(exercise: Exercise, function: Function) -> Function:
    """A derivative is shown beside its function."""
    return exercise.functions.get(function.name.removesuffix("_grad"), function)


def _histogram(function: Function) -> Figure:
    """The law at the first example that draws a matrix of many numbers."""
    laws = [function.formula(*each.arguments) for each in function.examples]
    matrices = [each for each in laws if not isinstance(each, Dropped) and len(each.shape) == 2]
    fitting = [each for each in matrices if 1000 <= each.shape[0] * each.shape[1] <= LARGEST_LAW]
    if not fitting:
        raise UsageError(f"there is no picture of {function.name}: no example draws a matrix of many numbers")
    return histogram_figure(fitting[0], function.name)
