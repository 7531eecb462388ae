"""All answers at once -> those that are right for certain, so that only the others are looked at closely.

Nothing is said here about an answer that is not: the judges find out what is wrong with it, if anything is.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from nncheck.cases.bundle import Asked, Bundle, Case
from nncheck.judge.compare import in_form_of, misshapen, unpacked
from nncheck.judge.evidence import Answered
from nncheck.records import Outcome, OutcomeKind, Tensor, Value
from nncheck.spec.trees import leaves, map_leaves

_REMEMBERED = 512  # functions with their cases; each takes some 10 KiB
_WHOLE = 2**53  # smaller whole numbers are floats without loss
_ROOM = 0.5  # of the tolerance: what is left is for the rounding errors of a relation


class Sheet:
    """The forms of exact answers, and bounds on all their numbers, end to end in one array."""

    def __init__(self, exact: Sequence[Any], *bounds: Sequence[tuple[Any, Any]]):
        rows = [_row(each) for each in exact]
        self._forms = [_form(each) for each in exact]
        self._blanks = [np.full(row.size, np.nan) for row in rows]
        self._bounds = [Bounds(each) for each in bounds]
        self._ends = np.cumsum([row.size for row in rows])

    def look(self, values: Sequence[Value]) -> tuple[set[int], list[set[int]]]:
        """Which of the answers may have another form, and which may be out of each of the bounds."""
        parts: list[Any] = []
        misshapen = set()
        for index, (form, value) in enumerate(zip(self._forms, values, strict=True)):
            before = len(parts)
            if not _take_all((form,), (value,), parts):
                parts[before:] = [self._blanks[index]]
                misshapen.add(index)
        try:
            numbers = _end_to_end(parts)
        except TypeError:  # complex ones, or longer than float64
            misshapen = set(range(len(values)))
            return misshapen, [misshapen] * len(self._bounds)
        with np.errstate(all="ignore"):
            outside = [each.outside(numbers) for each in self._bounds]
        return misshapen, [misshapen | self._having(places) for places in outside]

    def _having(self, places: Any) -> set[int]:
        """The answers that have any of the numbers at these places."""
        return set(np.searchsorted(self._ends, places, side="right").tolist()) if len(places) else set()


class Bounds:
    """What the numbers should be, and how far off each may be."""

    def __init__(self, wanted: Sequence[tuple[Any, Any]]):
        self._centre = _end_to_end([_row(centre) for centre, _ in wanted])
        self._allowed = _end_to_end([_row(_spread(*each)) for each in wanted])

    def outside(self, numbers: Any) -> Any:
        """The places of those that are too far off."""
        right = np.abs(numbers - self._centre) <= self._allowed
        if right.all():
            return ()
        return np.flatnonzero(~(right | (numbers == self._centre)))  # infinite ones, too; a NaN fails both


class _Nothing:
    """In place of the answer that a call did not give: it has the form of no exact one."""


_NOTHING = _Nothing()


def _value(outcome: Outcome) -> Value:
    return outcome.value if outcome.kind == OutcomeKind.VALUE else _NOTHING


def _form(exact: Any) -> Any:
    """Lists and dicts of the shapes of arrays."""
    if isinstance(exact, dict):
        return {name: _form(part) for name, part in exact.items()}
    return list(map(_form, exact)) if isinstance(exact, list | tuple) else np.shape(exact)


def _take_apart(form: Any, got: Value, parts: list[Any]) -> bool:
    """Append the arrays of an answer in the order of those of its form; False where it has another one."""
    if type(got) is Tensor:
        got = got.array
    if type(form) is tuple:
        parts.append(got)
        return bool(got.shape == form) if type(got) is np.ndarray else not form and _is_number(got)
    if type(form) is dict:
        return (
            type(got) is dict
            and got.keys() >= form.keys()
            and _take_all(form.values(), [got[name] for name in form], parts)
        )
    got = unpacked(got, len(form)) if type(got) is np.ndarray else got
    return type(got) in (list, tuple) and len(got) == len(form) and _take_all(form, got, parts)


def _is_number(got: Value) -> bool:
    return type(got) is float or (type(got) is int and -_WHOLE < got < _WHOLE)


def _take_all(forms: Iterable[Any], got: Iterable[Value], parts: list[Any]) -> bool:
    for form, part in zip(forms, got, strict=True):
        if type(part) is np.ndarray and part.shape == form:  # by far the most
            parts.append(part)
        elif not _take_apart(form, part, parts):
            return False
    return True


def _row(tree: Any) -> Any:
    return _end_to_end([leaf for _, leaf in leaves(tree)])


def _end_to_end(parts: Sequence[Any]) -> Any:
    """All numbers as float64. Raises TypeError where they are not of a kind that it holds."""
    return np.concatenate(parts, axis=None, dtype=np.float64, casting="safe") if parts else np.empty(0)


def _spread(exact: Any, allowed: Any) -> Any:
    return map_leaves(lambda leaf, each: np.broadcast_to(each, np.shape(leaf)), exact, allowed)


# --- cases --------------------------------------------------------------------------------------


def answered(bundle: Bundle, outcomes: Sequence[Outcome]) -> list[Answered]:
    """The cases of a bundle with their outcomes, and what is certain about them."""
    sheet, compared = _sheet(bundle)
    misshapen, (wrong, unlike) = sheet.look(list(map(_value, outcomes)))
    return [
        Answered(
            case=case,
            outcome=outcome,
            shaped=index not in misshapen,
            right=index not in wrong,
            as_torch=index in compared and index not in unlike,
        )
        for index, (case, outcome) in enumerate(zip(bundle.cases, outcomes, strict=True))
    ]


@lru_cache(maxsize=_REMEMBERED)
def _sheet(bundle: Bundle) -> tuple[Sheet, set[int]]:
    """The exact answers, and those of torch within two tolerances; and the cases that torch answered."""
    compared = {index for index, case in enumerate(bundle.cases) if _has_torch(case)}
    exact = [(case.exact, case.tolerance) for case in bundle.cases]
    torch = [
        (_like(case.exact, case.torch), _times(2, case.tolerance)) if index in compared else _any(case.exact)
        for index, case in enumerate(bundle.cases)
    ]
    return Sheet([case.exact for case in bundle.cases], exact, torch), compared


def _like(exact: Any, other: Any) -> Any:
    """The other's parts in the order of the exact ones."""
    return map_leaves(lambda _, part: part, exact, in_form_of(exact, other))


def _any(exact: Any) -> tuple[Any, Any]:
    """Bounds that hold all numbers."""
    return map_leaves(np.zeros_like, exact), map_leaves(lambda leaf: np.full(np.shape(leaf), np.inf), exact)


def _has_torch(case: Case) -> bool:
    return case.torch is not None and misshapen(case.torch, case.exact) is None


def _times(factor: float, tree: Any) -> Any:
    return map_leaves(lambda leaf: factor * leaf, tree)


# --- properties ---------------------------------------------------------------------------------


def kept(bundle: Bundle, related: Sequence[Sequence[Outcome]]) -> set[int]:
    """The property cases whose promise is kept for certain: all that it is about is right.

    Exact answers keep it, and its tolerance is made of theirs. Where a function is infinite, or is asked
    about its own answers, its relation is looked at.
    """
    sheet, places = _property_sheet(bundle)
    _, (wrong,) = sheet.look([list(map(_value, related[place])) for place in places])
    return {place for index, place in enumerate(places) if index not in wrong}


@lru_cache(maxsize=_REMEMBERED)
def _property_sheet(bundle: Bundle) -> tuple[Sheet, list[int]]:
    places = [place for place, case in enumerate(bundle.properties) if all(map(_plain, case.asked))]
    asked = [bundle.properties[place].asked for place in places]
    wanted = [
        ([each.exact for each in one], [_times(_ROOM, each.tolerance) for each in one]) for one in asked
    ]
    return Sheet([exact for exact, _ in wanted], wanted), places


def _plain(asked: Asked) -> bool:
    return not asked.live and bool(np.isfinite(_row(asked.exact)).all())
