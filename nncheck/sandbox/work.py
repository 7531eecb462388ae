"""One submission's process, as the grader holds it: the source goes in, outcomes come out."""

from collections.abc import Callable, Iterable, Sequence
from types import TracebackType
from typing import Self, TypeVar

from nncheck.errors import GraderError
from nncheck.records import Call, Limits, Loaded, Location, Outcome, OutcomeKind, Submission
from nncheck.sandbox.allowance import Allowance
from nncheck.sandbox.exchange import Exchange, WorkerDied
from nncheck.sandbox.forks import Process
from nncheck.sandbox.replies import (
    MAX_PROBLEMS,
    Parsed,
    ProtocolError,
    decode,
    read_outcome,
    read_parsed,
    read_problems,
)
from nncheck.sandbox.requests import LOAD, RUN, asked
from nncheck.sandbox.script import Script
from nncheck.sandbox.skim import defined

UNRUN = Outcome(kind=OutcomeKind.UNRUN, message="an earlier call ended its process")

Answer = TypeVar("Answer")


class NotStarted(GraderError):
    """A worker that died before it had been given anything."""


class Worker:
    """One submission's process. When it has died, `alive` is False and further calls are not run."""

    loaded: Loaded

    def __init__(
        self,
        process: Process,
        submission: Submission,
        limits: Limits,
        layers: Sequence[str],
        torch: bool,
        device: str,
        allowed_modules: Sequence[str],
        until: int | None,
        allowance: Allowance,
    ):
        self.alive = True
        self._layers = layers
        self._torch = torch
        self._device = device
        self._process = process
        self._exchange = Exchange(process, limits)
        self._allowance = allowance
        self._lines = {cell.name: cell.source.count("\n") + 1 for cell in submission.cells}
        self._asked = 0
        self._greet()
        self.loaded = self._load(submission, allowed_modules, until)

    def _greet(self) -> None:
        try:
            failed = decode(self._exchange.greeting())["failed"]
        except (WorkerDied, ProtocolError) as error:
            raise NotStarted(f"a sandboxed process did not start: {error}") from error
        for layer in self._layers:
            if layer in failed:
                raise GraderError(f"the isolation layer {layer} failed in a worker: {failed[layer]}")

    def _refuse_impossible(self, script: Script) -> None:
        """What the student is not to blame for."""
        for (backend, device), function in script.places.items():
            if backend == "torch" and not self._torch:
                raise GraderError(f"{function} is to be called with tensors, but torch is not loaded")
            if device not in ("cpu", self._device) and self._layers:
                raise GraderError(f"a locked-down process cannot use the device {device}")

    def _load(self, submission: Submission, allowed_modules: Sequence[str], until: int | None) -> Loaded:
        cells = [(cell.name, cell.source) for cell in submission.cells]
        request = asked(LOAD, (cells, list(allowed_modules)))
        try:
            (payload,) = self._exchange.converse([request], 1)
            parsed = self._read(read_parsed, payload, self._lines)
        except WorkerDied as death:
            self.alive = False
            return Loaded(defined=self._seemingly_defined(submission), died=death.outcome)
        return self._run(parsed, until)

    def _run(self, parsed: Parsed, until: int | None) -> Loaded:
        """Run the statements; each is answered for, so that the one at which the process ends is known."""
        count = len(parsed.statements[:until])
        problems, ran, died = list(parsed.problems), 0, None
        try:
            for payload in self._exchange.converse([asked(RUN, count)], count):
                problems += self._read(read_problems, payload, self._lines)
                if len(problems) > MAX_PROBLEMS:
                    self._exchange.reject("told of more errors than it can have had")
                ran += 1
        except WorkerDied as death:
            self.alive = False
            died = death.outcome
        order = list(self._lines)
        problems.sort(key=lambda each: (order.index(each.location.cell), each.location.line))
        stopped = parsed.statements[min(ran, len(parsed.statements) - 1)] if died else None
        return Loaded(
            defined=parsed.defined,
            problems=tuple(problems),
            died=died,
            stopped=stopped,
            ran=ran if died else None,
        )

    def _seemingly_defined(self, submission: Submission) -> dict[str, Location]:
        """What the source would have defined, so that it counts as attempted."""
        return {
            name: Location(cell=cell.name, line=line)
            for cell in submission.cells
            for name, line in defined(cell.source).items()
        }

    def calls(self, calls: Iterable[Call]) -> list[Outcome]:
        """What came of each call, in order; all calls are sent ahead of their answers."""
        return self.ask([Script(calls)])

    def ask(self, scripts: Sequence[Script]) -> list[Outcome]:
        """What came of each call of the scripts, which are sent one behind the other."""
        outcomes: list[Outcome] = []
        count = sum(map(len, scripts))
        for script in scripts:
            self._refuse_impossible(script)
        if self.alive:
            try:
                self._collect(scripts, count, outcomes)
            except WorkerDied as death:
                self.alive = False
                outcomes[count - 1 :] = []  # more than was asked for spoils the last answer
                outcomes.append(death.outcome)
        return outcomes + [UNRUN] * (count - len(outcomes))

    def _collect(self, scripts: Sequence[Script], count: int, outcomes: list[Outcome]) -> None:
        first = self._asked
        self._asked += count
        requests = (request for script in scripts for request in script.requests)
        for number, payload in enumerate(self._exchange.converse(requests, count), start=first):
            outcomes.append(self._read(read_outcome, payload, number, self._lines))

    def _read(self, reader: Callable[..., Answer], payload: bytes, *context: object) -> Answer:
        try:
            answer = reader(payload, *context)
            self._allowance.take(answer, len(payload))
        except ProtocolError as error:
            self._exchange.reject(str(error))
        return answer

    def close(self) -> None:
        """Kill the process, whatever it is doing."""
        self.alive = False
        self._process.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()
