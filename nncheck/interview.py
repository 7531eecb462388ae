"""One submission and one exercise: workers, the calls they answer, and what is left when they die."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, takewhile
from math import inf
from time import monotonic
from typing import Any, Self

from nncheck.records import Call, Limits, Loaded, Outcome, OutcomeKind, Steps, Submission, Tensor
from nncheck.sandbox.allowance import Allowance
from nncheck.sandbox.script import USUAL, Script, Way, made
from nncheck.sandbox.session import Sandbox
from nncheck.sandbox.work import Worker

Part = tuple[str, Script]  # calls that serve the judging of the function named

_ENDINGS = {
    OutcomeKind.TIMEOUT: "did not finish in time",
    OutcomeKind.EXIT: "ended the Python process",
    OutcomeKind.CRASH: "crashed the Python process",
    OutcomeKind.FLOOD: "printed without end",
    OutcomeKind.PROTOCOL: "sent something that is no answer",
}


class Interview:
    """Puts calls to a submission's functions; after a death a fresh worker goes on with the others."""

    def __init__(
        self, sandbox: Sandbox, submission: Submission, allowed_modules: Sequence[str], limits: Limits
    ):
        self._sandbox, self._submission, self._allowed = sandbox, submission, allowed_modules
        self._seconds, self._deadline = limits.exercise_wall_seconds, inf  # from the first call on
        self._allowance = Allowance()  # all answers are held until the exercise has been judged
        self._worker: Worker = sandbox.open(submission, allowed_modules, allowance=self._allowance)
        self.loaded: Loaded = self._worker.loaded  # of the whole file; later workers run what can be run
        self._aside: Worker | None = None
        self._dead: dict[str, Outcome] = {}  # functions that ended a worker, and how
        self.backends: dict[str, tuple[str, str]] = {}  # function -> (backend, device)
        self.steps: dict[str, Steps] = {}  # functions that are called step by step

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self._worker.close()
        if self._aside is not None:
            self._aside.close()

    def defines(self, function: str) -> bool:
        """Whether the submission defines or assigns the name at top level."""
        return function in self.loaded.defined

    def died(self, function: str) -> Outcome | None:
        """How a function ended its worker, if it did."""
        return self._dead.get(function)

    def calls(self, function: str, calls: Sequence[Call]) -> list[Outcome]:
        """Outcomes of calls that serve the judging of `function`, in order."""
        return self.ask([(function, Script(calls))])[0]

    def ask(self, parts: Sequence[Part]) -> list[list[Outcome]]:
        """Outcomes of each part. They are sent together, as far as no call ends the process."""
        found: list[list[Outcome]] = []
        while len(found) < len(parts):
            name, script = parts[len(found)]
            if len(script):
                self._deadline = min(self._deadline, monotonic() + self._seconds)
            unrun = self._unrun(name)
            if unrun is not None:
                found.append([unrun] * len(script))
            else:
                left = parts[len(found) :]
                found += self._answered(takewhile(lambda part: part[0] not in self._dead, left))
        return found

    def _answered(self, parts: Iterable[Part]) -> Iterator[list[Outcome]]:
        """The outcomes of each part, up to the one in which the process ends."""
        asked = [(name, self.made(script)) for name, script in parts]
        outcomes = map(self._with_reason, self._alive().ask([script for _, script in asked]))
        for name, script in asked:
            found = list(islice(outcomes, len(script)))
            yield found
            fatal = next((outcome for outcome in found if outcome.kind in _ENDINGS), None)
            if fatal is not None:
                self._dead[name] = fatal
                return

    def start_afresh(self) -> None:
        """Have a fresh worker answer from the next call on."""
        self._worker.alive = False

    def call(self, function: str, called: str, arguments: tuple[Any, ...]) -> Outcome:
        """The outcome of a single call."""
        return self.calls(function, [Call(function=called, arguments=arguments)])[0]

    def aside(self, calls: Sequence[Call]) -> list[Outcome]:
        """Outcomes from a process of its own: nothing that it is asked can serve an answer that is graded."""
        if self._aside is None:
            self._aside = self._opened()
        if monotonic() > self._deadline:
            return []
        return self._aside.calls(calls)

    def like(self, function: str, call: Call) -> Call:
        """The call on the backend and device that another function is called on."""
        self.backends.setdefault(call.function, self.backends.get(function, ("numpy", "cpu")))
        return made(call, self._way(call.function))

    def made(self, script: Script) -> Script:
        """The calls in the ways in which their functions are called."""
        return script.made({name: self._way(name) for name in script.functions})

    def choose_backend(self, function: str, arguments: tuple[Any, ...], backend: str) -> None:
        """Find out whether a function is written for numpy or for torch, by calling it."""
        if backend == "auto":
            by_numpy = self._probe(function, arguments, "numpy")
            good = by_numpy.kind == OutcomeKind.VALUE and not _holds_tensor(by_numpy.value)
            by_torch = by_numpy if good else self._probe(function, arguments, "torch")
            wanted = not good and (_is_torch(by_torch) or _gets_further(by_numpy, by_torch))
            backend = "torch" if wanted else "numpy"
        self.backends[function] = (backend, "cpu")

    def _probe(self, function: str, arguments: tuple[Any, ...], backend: str) -> Outcome:
        """One call under the same limits as any: a function that hangs here is not called again."""
        self.backends[function] = (backend, "cpu")
        return self.call(function, function, arguments)

    def _way(self, function: str) -> Way:
        backend, device = self.backends.get(function, USUAL[:2])
        return backend, device, self.steps.get(function)

    def _unrun(self, function: str) -> Outcome | None:
        if function in self._dead:
            message = f"an earlier call of it {_ENDINGS[self._dead[function].kind]}"
            return Outcome(kind=OutcomeKind.UNRUN, message=message)
        if monotonic() > self._deadline:
            return Outcome(kind=OutcomeKind.UNRUN, message="the time for the whole exercise was used up")
        if self.loaded.died is not None and self.loaded.ran is None:
            return self.loaded.died
        return None

    def _with_reason(self, outcome: Outcome) -> Outcome:
        """A missing function explained by the statement at which the file stopped."""
        stopped = self.loaded.stopped
        if outcome.kind != OutcomeKind.MISSING or stopped is None:
            return outcome
        message = f"{stopped.cell}, line {stopped.line}, stopped the file before"
        return Outcome(kind=OutcomeKind.MISSING, message=message)

    def _alive(self) -> Worker:
        """The worker, or a fresh one that has run the file as far as it can be run."""
        if not self._worker.alive:
            self._worker.close()
            self._worker = self._opened()
        return self._worker

    def _opened(self) -> Worker:
        return self._sandbox.open(self._submission, self._allowed, self.loaded.ran, self._allowance)


def _holds_tensor(value: Any) -> bool:
    if isinstance(value, dict):
        return any(map(_holds_tensor, value.values()))
    if isinstance(value, list | tuple):
        return any(map(_holds_tensor, value))
    return isinstance(value, Tensor)


def _is_torch(outcome: Outcome) -> bool:
    return outcome.kind == OutcomeKind.VALUE and (
        _holds_tensor(outcome.value) or _holds_plain_numbers(outcome.value)
    )


def _gets_further(by_numpy: Outcome, by_torch: Outcome) -> bool:
    """Whether both raise, with arrays because they are arrays, but with tensors for another reason."""
    both_raise = by_numpy.kind == by_torch.kind == OutcomeKind.EXCEPTION
    return both_raise and "numpy.ndarray" in by_numpy.message and "'Tensor'" not in by_torch.message


def _holds_plain_numbers(value: Any) -> bool:
    if isinstance(value, list | tuple):
        return bool(value) and all(map(_holds_plain_numbers, value))
    return isinstance(value, int | float)
