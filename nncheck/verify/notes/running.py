"""Notes -> their programs, and what those print, from sandboxed processes."""

from collections.abc import Sequence
from typing import TypeVar

import msgspec

from nncheck.errors import GraderError, UsageError
from nncheck.records import Call, Cell, Limits, Outcome, OutcomeKind, Submission
from nncheck.sandbox.form import MAX_TEXT
from nncheck.sandbox.session import Sandbox
from nncheck.sandbox.work import Worker
from nncheck.verify.notes.pieces import Notes, Program, Ran, Stop
from nncheck.verify.notes.posting import ANALYST, RUNNER, cells, inert

MOST_ENDS = 3  # programs that end their process, after which no more are run
LIMITS = Limits(call_wall_seconds=30.0, call_cpu_seconds=10.0, exercise_wall_seconds=90.0)

Answer = TypeVar("Answer")


def programs(sandbox: Sandbox, notes: Notes) -> tuple[Program, ...]:
    """The programs of notes, from a process that parses them.

    Raises UsageError where that process does not survive it.
    """
    request = msgspec.json.encode([(each.kind, [line.text for line in each.lines]) for each in notes.pieces])
    if len(request) > MAX_TEXT:
        raise UsageError(f"{notes.name} is too large to be taken apart into programs; split the file")
    with sandbox.open(_submission(cells(ANALYST))) as worker:
        (outcome,) = worker.calls([Call(function="analyse", arguments=(request.decode(),))])
    found = _answer(outcome, tuple[Program, ...])
    if found is None:
        raise UsageError(
            f"{notes.name} cannot be taken apart into programs: {_ending(outcome)}; split the file"
        )
    return found


class Runs:
    """Runs the programs of one note in order, in one namespace, as a reader would.

    One that ends its process is left out, and the ones before it are run again in another.
    """

    def __init__(self, sandbox: Sandbox, programs: Sequence[Program]):
        self._sandbox, self._programs = sandbox, programs
        self._left_out = {n: _unreadable(n, each) for n, each in enumerate(programs) if each.problem}
        self._ends = 0
        self._seed = 0

    def results(self, seed: int) -> list[Ran]:
        """What came of each program, with this seed for generators that the notes do not seed."""
        self._seed = seed
        while True:
            found = self._attempt()
            if found is not None:
                return found

    def _attempt(self) -> list[Ran] | None:
        """All results, or None when one program has to be left out first."""
        source = "\n".join(each.source for each in self._programs)
        found: list[Ran] = []
        with self._sandbox.open(_submission((*cells(RUNNER), inert(source)))) as worker:
            if not worker.alive:
                raise GraderError(f"the programs of these notes cannot be run: {_ending(worker.loaded.died)}")
            for number, program in enumerate(self._programs):
                if number in self._left_out:
                    found.append(self._leave_out(worker, number, program))
                    continue
                result = self._run(worker, number, program)
                if result is None:
                    return None
                found.append(result)
        return found

    def _leave_out(self, worker: Worker, number: int, program: Program) -> Ran:
        result = self._left_out[number]
        assert result.failure is not None
        stop = result.failure
        reason = {"what": stop.what, "program": stop.program, "origin": stop.origin}
        self._ask(worker, {"forget": program.binds, "reason": reason})
        return result

    def _run(self, worker: Worker, number: int, program: Program) -> Ran | None:
        wanted = any(output.mode in ("block", "result") for output in program.outputs)
        request = {
            **{"number": number, "source": program.source, "last": wanted},
            **{"shows": program.shows, "assigns": program.assigns, "interactive": program.interactive},
        }
        outcome = self._ask(worker, request)
        if (result := _answer(outcome, Ran)) is not None:
            return result
        self._left_out[number] = _stopped(number, 1, _ending(outcome))
        self._ends += 1
        if self._ends == MOST_ENDS:
            reason = f"{MOST_ENDS} programs before it had to be ended"
            rest = range(number + 1, len(self._programs))
            self._left_out |= {each: _stopped(each, 1, reason) for each in rest if each not in self._left_out}
        return None

    def _ask(self, worker: Worker, request: object) -> Outcome:
        text = msgspec.json.encode(request).decode()
        (outcome,) = worker.calls([Call(function="run", arguments=(text,), ambient_seed=self._seed)])
        return outcome


def _submission(cells: tuple[Cell, ...]) -> Submission:
    return Submission(name="notes", sha256="", cells=cells)


def _unreadable(number: int, program: Program) -> Ran:
    return _stopped(number, program.problem_line, f"cannot be read as Python ({program.problem})")


def _stopped(number: int, line: int, what: str) -> Ran:
    return Ran(failure=Stop(line=line, what=what, program=number, origin=line))


def _answer(outcome: Outcome, kind: type[Answer]) -> Answer | None:
    """What a process says, which is not to be trusted; None where it is nothing of this kind."""
    if outcome.kind is not OutcomeKind.VALUE or not isinstance(outcome.value, str):
        return None
    try:
        return msgspec.json.decode(outcome.value, type=kind)
    except (msgspec.DecodeError, RecursionError):
        return None


def _ending(outcome: Outcome | None) -> str:
    if outcome is None:
        return "their process ended"
    return {
        OutcomeKind.VALUE: "says too much, or nothing that can be understood",
        OutcomeKind.TIMEOUT: f"takes too long: it {outcome.message}",
        OutcomeKind.FLOOD: outcome.message,
        OutcomeKind.MEMORY: "takes too much memory",
        OutcomeKind.EXIT: "ends its process",
        OutcomeKind.CRASH: f"crashes: {outcome.message}",
    }.get(outcome.kind, f"interferes with how it is run ({outcome.message})")
