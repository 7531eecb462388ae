"""All answers at once -> those that are right for certain, so that only the others are looked at closely.

Nothing is said here about an answer that is not: the judges find out what is wrong with it, if anything is.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from nncheck.cases.bundle import Asked, Bundle, Case
from nncheck.judge.compare import misshapen, unpacked
from nncheck.judge.evidence import Answered
from nncheck.records import Outcome, OutcomeKind, Tensor, Value
from nncheck.spec.trees import leaves, map_leaves

_REMEMBERED = 512  # functions with their cases; each takes some 10 KiB
_WHOLE = 2**53  # smaller whole numbers are floats without loss
_ROOM = 0.5  # of the tolerance: what is left is for the rounding errors of a relation


class Sheet:
    """Exact answers, end to end in one array, and how far off each number may be."""

    def __init__(self, wanted: Sequence[tuple[Any, Any]]):
        rows = [_row(exact) for exact, _ in wanted]
        self._forms = [_form(exact) for exact, _ in wanted]
        self._blanks = [np.full(row.size, np.nan) for row in rows]
        self._exact = _end_to_end(rows)
        self._allowed = _end_to_end([_row(_spread(*each)) for each in wanted])
        self._ends = np.cumsum([row.size for row in rows])

    def look(self, values: Sequence[Value]) -> tuple[set[int], set[int]]:
        """Which of the answers, one for each exact one, may have another form, and which may be wrong."""
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
            return misshapen, misshapen
        return misshapen, misshapen | self._wrong(numbers)

    def _wrong(self, numbers: Any) -> set[int]:
        """The answers with a number that is out of bounds."""
        with np.errstate(all="ignore"):
            right = np.abs(numbers - self._exact) <= self._allowed
            if right.all():
                return set()
            right |= numbers == self._exact  # infinite ones, too; a NaN fails both
        return set(np.searchsorted(self._ends, np.flatnonzero(~right), side="right").tolist())


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
    exact, torch, compared = _sheets(bundle)
    values = list(map(_value, outcomes))
    misshapen, wrong = exact.look(values)
    _, unlike = torch.look([values[index] for index in compared])
    as_torch = {index for place, index in enumerate(compared) if place not in unlike}
    return [
        Answered(
            case=case,
            outcome=outcome,
            shaped=index not in misshapen,
            right=index not in wrong,
            as_torch=index in as_torch,
        )
        for index, (case, outcome) in enumerate(zip(bundle.cases, outcomes, strict=True))
    ]


@lru_cache(maxsize=_REMEMBERED)
def _sheets(bundle: Bundle) -> tuple[Sheet, Sheet, list[int]]:
    """The exact answers; those of torch, within two tolerances; and the cases that torch answered."""
    compared = [index for index, case in enumerate(bundle.cases) if _has_torch(case)]
    exact = Sheet([(case.exact, case.tolerance) for case in bundle.cases])
    torch = [(bundle.cases[index].torch, _times(2, bundle.cases[index].tolerance)) for index in compared]
    return exact, Sheet(torch), compared


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
    _, wrong = sheet.look([list(map(_value, related[place])) for place in places])
    return {place for index, place in enumerate(places) if index not in wrong}


@lru_cache(maxsize=_REMEMBERED)
def _property_sheet(bundle: Bundle) -> tuple[Sheet, list[int]]:
    places = [place for place, case in enumerate(bundle.properties) if all(map(_plain, case.asked))]
    asked = [bundle.properties[place].asked for place in places]
    wanted = [
        ([each.exact for each in one], [_times(_ROOM, each.tolerance) for each in one]) for one in asked
    ]
    return Sheet(wanted), places


def _plain(asked: Asked) -> bool:
    return not asked.live and bool(np.isfinite(_row(asked.exact)).all())
