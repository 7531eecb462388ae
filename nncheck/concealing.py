"""Checks that an assignment hides: left out where students grade, else told without what they ask."""

from collections.abc import Collection, Iterable, Iterator

from msgspec.structs import replace

from nncheck.records import CheckResult, Status
from nncheck.scoring import Judged

CONCEALED = "this check is hidden: what it asks is not shown"


def concealed(
    function: str, judged: Iterable[Judged], hidden: Collection[str], public: bool
) -> Iterator[Judged]:
    """The function's checks; `hidden` are names of checks, of every function (dtype) or of one (adam.dtype).

    With `public` the hidden ones are left out, and their points are those of the others.
    """
    for each in judged:
        name = each.check.name
        if name not in hidden and f"{function}.{name}" not in hidden:
            yield each
        elif not public:
            yield replace(each, result=_silent(each))


def _silent(judged: Judged) -> CheckResult:
    failed = judged.result.status == Status.FAILED
    message = CONCEALED if failed else judged.result.message
    return replace(
        judged.result, hidden=True, promise=CONCEALED, message=message, counterexample=None, location=None
    )
