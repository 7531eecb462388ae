"""Notes -> a finding for each number printed in them, the state of their programs, and a correction."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path

from nncheck.records import Limits, Record
from nncheck.reference.versions import version
from nncheck.sandbox.levels import require
from nncheck.sandbox.session import Sandbox, make_grader_private
from nncheck.submission import IMPORTS_TORCH
from nncheck.verify.claim import Claim
from nncheck.verify.findings import Finding, Place, Verdict
from nncheck.verify.notes.fixing import corrected
from nncheck.verify.notes.inline import Inline, inline_claims
from nncheck.verify.notes.matching import Matcher
from nncheck.verify.notes.pieces import Notes, Program, Ran
from nncheck.verify.notes.reading import read_notes
from nncheck.verify.notes.results import Correction, Found, sentence, why
from nncheck.verify.notes.running import LIMITS, Runs, programs

COMPARED = (Verdict.TRUE, Verdict.FALSE)
SEEDS = (1, 2)  # of the generators that notes use without seeding them

Judge = Callable[[Sequence[Claim]], Sequence[Finding]]


class ProgramState(Record, frozen=True, kw_only=True):
    """A program of notes. `reason`: why it was not run, or not to its end, or without what."""

    place: Place
    last_line: int
    readable: bool
    whole: bool  # it was run to its end, though perhaps without its pictures
    reason: str = ""
    printed: int = 0  # numbers that the notes show for it
    checked: int = 0  # of these, compared


class Checked(Record, frozen=True, kw_only=True):
    """What was found out about one file."""

    name: str
    findings: tuple[Finding, ...]
    programs: tuple[ProgramState, ...]
    fixed: str  # the file's text with right numbers in it
    corrections: int  # how many of its numbers were wrong


def check_notes(
    path: Path,
    judge: Judge,
    level: str = "basic",
    limits: Limits = LIMITS,
    sandboxes: dict[bool, Sandbox] | None = None,
) -> Checked:
    """Find the results printed in notes, run their programs, compare.

    `judge` decides claims that are written into the notes as comments. `limits` are those of one program.
    `sandboxes`, with torch and without, are used where they are there, kept there, and closed by the caller.
    Raises UsageError where the file cannot be read.
    """
    make_grader_private()
    notes = read_notes(path)
    inline = inline_claims(notes)
    found, states = _run(notes, level, limits, sandboxes)
    judged = zip(inline, judge([each.claim for each in inline]) if inline else (), strict=True)
    found += [with_correction(each, finding) for each, finding in judged]
    found.sort(key=lambda each: each.finding.place.line if each.finding.place else 0)
    corrections = [correction for each in found for correction in each.corrections]
    return Checked(
        name=notes.name,
        findings=tuple(each.finding for each in found),
        programs=tuple(states),
        fixed=corrected(notes.text, corrections),
        corrections=sum(bool(each.corrections) for each in found),
    )


def with_correction(inline: Inline, finding: Finding) -> Found:
    """A judged claim; a single number that is wrong can be corrected."""
    right = inline.right(finding)
    places = inline.places if right is not None else ()
    corrections = tuple(Correction(start=start, end=end, text=right or "") for start, end in places)
    return Found(finding=finding, corrections=corrections)


def _run(
    notes: Notes, level: str, limits: Limits, sandboxes: dict[bool, Sandbox] | None
) -> tuple[list[Found], list[ProgramState]]:
    if not notes.pieces:
        return [], []
    torch = version("torch") is not None and IMPORTS_TORCH.search(notes.text) is not None
    with ExitStack() as stack:
        if sandboxes is None:
            sandbox = stack.enter_context(Sandbox(limits, torch=torch))
        else:
            sandbox = sandboxes.get(torch) or Sandbox(limits, torch=torch)
            sandboxes[torch] = sandbox
        require(level, sandbox.isolation)
        found = programs(sandbox, notes)
        if not found:
            return [], []
        runs = Runs(sandbox, found)
        first = runs.results(SEEDS[0])
        second = runs.results(SEEDS[1]) if any(program.outputs for program in found) else first
    return _compared(notes, found, first, second)


def _compared(
    notes: Notes, found: Sequence[Program], first: Sequence[Ran], second: Sequence[Ran]
) -> tuple[list[Found], list[ProgramState]]:
    results: list[Found] = []
    states = []
    for number, (program, *runs) in enumerate(zip(found, first, second, strict=True)):
        results_here = list(Matcher(notes, found, number, *runs).found())
        state = _state(notes, found, program, runs[0], results_here)
        results += results_here
        states.append(state)
        if not state.whole and not results_here:
            results.append(Found(finding=_named(notes, state), numbers=0))
    return results, states


def _state(
    notes: Notes, found: Sequence[Program], program: Program, ran: Ran, results: Sequence[Found]
) -> ProgramState:
    lines = notes.pieces[program.piece].lines
    reason = ""
    if ran.failure is not None:
        reason = why(notes, found, ran.failure)
    elif ran.skipped:
        reason = f"all but what {ran.skipped[0].what}"
    return ProgramState(
        place=Place(file=notes.name, line=lines[program.first].number),
        last_line=lines[program.end - 1].number,
        readable=program.problem is None,
        whole=ran.failure is None,
        reason=reason,
        printed=sum(each.numbers for each in results),
        checked=sum(each.numbers for each in results if each.finding.verdict in COMPARED),
    )


def _named(notes: Notes, state: ProgramState) -> Finding:
    """A program that was not run to its end, and for which the notes print nothing."""
    return Finding(
        source=notes.name,
        place=state.place,
        statement=f"the program of lines {state.place.line} to {state.last_line}",
        printed="",
        actual="",
        digits_right=None,
        verdict=Verdict.NOT_RUN,
        reason=sentence(f"not run: {state.reason}"),
    )
