"""Diagnosis -> text for people: readable without colour, in narrow terminals, in any encoding."""

import re
from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text

from nncheck.doctor.findings import Advice, Barrier, Diagnosis, Honest, Machine, Trial, Verdict
from nncheck.records import Status
from nncheck.report import Screen
from nncheck.report.console import console
from nncheck.report.plain import plain
from nncheck.report.styles import BAD, DIM, GOOD, HINT, STRONG

MEANING = {
    "medium": "student code opens no file and starts no process, but no filter keeps it from the rest",
    "basic": "limits alone hold student code; an attack on your other processes can succeed",
    "none": "nothing holds student code; run only what you would run yourself",
}
MARKS = {
    Verdict.BLOCKED: (Status.PASSED, GOOD),
    Verdict.SUCCEEDED: (Status.FAILED, BAD),
    Verdict.UNTOLD: (Status.SKIPPED, DIM),
    Verdict.SKIPPED: (Status.SKIPPED, DIM),
}
NAME, AIM, LABEL = 14, 37, 12  # columns
REASON = 4  # columns that a reason is indented by


def render(diagnosis: Diagnosis, screen: Screen) -> str:
    """The whole diagnosis as text; what it comes to stands last, where one looks first."""
    canvas = console(screen)
    with canvas.capture() as written:
        for line in _lines(diagnosis, screen):
            _print(canvas, line)
    return "\n".join(line.rstrip() for line in written.get().split("\n"))


def _print(canvas: Console, line: Text) -> None:
    """Wraps a line; what follows its first row stands under the words of the row."""
    if line.no_wrap or line.cell_len <= canvas.width:
        canvas.print(line, soft_wrap=True)
        return
    indent = _words_begin(line.plain, canvas.width // 2)
    for number, row in enumerate(line[indent:].wrap(canvas, canvas.width - indent)):
        row.rstrip()
        canvas.print((Text(" " * indent) if number else line[:indent]) + row, soft_wrap=True)


def _words_begin(line: str, limit: int) -> int:
    """The last column, up to a limit, that comes after two spaces; 2, after a mark, where there is none."""
    columns = (gap.end() for gap in re.finditer("  +", line))
    return max((column for column in columns if column <= limit), default=2)


def _lines(diagnosis: Diagnosis, screen: Screen) -> Iterator[Text]:
    yield _heading(f"isolation {diagnosis.isolation.level}", screen)
    for barrier in diagnosis.barriers:
        yield from _barrier(barrier, screen)
    yield Text()
    yield _heading("attacks", screen)
    yield from _attacks(diagnosis, screen)
    yield Text()
    yield _heading("this machine", screen)
    yield from _machine(diagnosis)
    yield Text()
    yield from _installed(diagnosis, screen)
    yield Text()
    yield from _advice(diagnosis.advice, screen)
    yield from _summary(diagnosis, screen)


def _heading(words: str, screen: Screen) -> Text:
    line = Text(f"{words} ", style=STRONG)
    return line.append(screen.line * max(3, screen.columns - line.cell_len), DIM)


# --- isolation and attacks ------------------------------------------------------------------------


def _barrier(barrier: Barrier, screen: Screen) -> Iterator[Text]:
    status, style = Status.PASSED, GOOD
    if barrier.objection is not None:
        status, style = (Status.FAILED, BAD) if barrier.vital else (Status.SKIPPED, DIM)
    line = Text("  ").append(screen.marks[status], style)
    line.append(f" {barrier.name.ljust(NAME)}")
    yield line.append(barrier.protects, None if barrier.objection is None else DIM)
    if barrier.objection is not None:
        yield _reason(f"missing: {barrier.objection}")


def _reason(words: str) -> Text:
    return Text(" " * REASON).append(plain(words), DIM)


def _attacks(diagnosis: Diagnosis, screen: Screen) -> Iterator[Text]:
    reasons = {trial.reason for trial in diagnosis.trials if trial.verdict is Verdict.SKIPPED}
    if reasons:
        yield from (_reason(f"skipped: {reason}") for reason in sorted(reasons))
    else:
        for trial in diagnosis.trials:
            yield from _trial(trial, diagnosis.isolation.level, screen)
    yield from _honest(diagnosis.honest, bool(reasons), screen)


def _trial(trial: Trial, level: str, screen: Screen) -> Iterator[Text]:
    status, style = MARKS[trial.verdict]
    line = Text("  ").append(screen.marks[status], style).append(f" {trial.aim.ljust(AIM)}")
    if trial.verdict is Verdict.BLOCKED:
        yield line.append("blocked", GOOD).append("    works without layers", DIM)
    elif trial.verdict is Verdict.UNTOLD:
        yield line.append(Verdict.UNTOLD, DIM)
        yield _reason(trial.reason)
    else:
        rules = "" if trial.promised else f"  {level} does not rule it out"
        yield line.append("SUCCEEDED", BAD).append(rules, DIM)


def _honest(control: Honest, once: bool, screen: Screen) -> Iterator[Text]:
    fine = control.before is None and control.after is None
    status, style = (Status.PASSED, GOOD) if fine else (Status.FAILED, BAD)
    line = Text("  ").append(screen.marks[status], style).append(f" {'an honest submission'.ljust(AIM)}")
    if fine:
        yield line.append("passes", GOOD).append("" if once else "     before and after", DIM)
    else:
        yield line.append("FAILS", BAD).append(f"  {'before' if control.before else 'after'} the attacks")
        yield _reason(control.before or control.after or "")


# --- the machine and what is installed -------------------------------------------------------------


def _machine(diagnosis: Diagnosis) -> Iterator[Text]:
    here, there = diagnosis.machine, diagnosis.libraries
    yield _labelled("system", ", ".join(filter(None, (here.system, here.distribution))))
    yield _labelled("runs as", _situation(here))
    if here.platform == "linux":
        yield _labelled("kernel has", _kernel(here))
    unused = [f"{name} ({why})" if why else name for name, why in there.devices.items()]
    yield _labelled("devices", ", ".join(unused))
    yield from (_labelled("torch", line) for line in there.torch)


def _labelled(label: str, words: str) -> Text:
    return Text(f"  {label.ljust(LABEL)}").append(plain(words))


def _situation(here: Machine) -> str:
    user = "root" if here.root else "an ordinary user"
    where = [f"in a container ({here.container})"] if here.container else []
    return ", ".join([user, *where, *(f"in {place}" for place in here.places)])


def _kernel(here: Machine) -> str:
    parts = (
        "seccomp" if here.seccomp is None else f"no seccomp ({here.seccomp})",
        f"Landlock ABI {here.landlock_abi}" if here.landlock_abi else f"no Landlock ({here.landlock})",
        "user namespaces" if here.user_namespaces is None else f"no user namespaces ({here.user_namespaces})",
        f"Yama {here.yama}" if here.yama else "",
        "cgroups are not used",
    )
    return ", ".join(filter(None, parts))


def _installed(diagnosis: Diagnosis, screen: Screen) -> Iterator[Text]:
    there = diagnosis.libraries
    yield _heading("installed", screen)
    yield from _packages(there.versions, screen)
    yield _labelled("Python in", there.interpreter)
    yield _labelled("cache in", there.cache)


def _packages(versions: dict[str, str | None], screen: Screen) -> Iterator[Text]:
    """As many in a row as there is room for; a name and its version stay together."""
    separator = " · " if screen.unicode else " | "
    row = ""
    for name, version in versions.items():
        package = f"{name} {version or 'is not installed'}"
        longer = f"{row}{separator}{package}" if row else package
        if row and len(longer) > screen.columns - 2:
            yield Text(f"  {row}")
            longer = package
        row = longer
    yield Text(f"  {row}")


# --- what to do, and what it all comes to -----------------------------------------------------------


def _advice(found: Iterable[Advice], screen: Screen) -> Iterator[Text]:
    for needed, words in ((True, "to do"), (False, "could be better")):
        chosen = [advice for advice in found if advice.needed is needed]
        if chosen:
            yield _heading(words, screen)
        for advice in chosen:
            yield Text("  ").append(f"{plain(advice.why)}:")
            for command in advice.command.split("\n"):
                yield Text("    ", no_wrap=True).append("$ ", DIM).append(command, HINT)
            yield Text()


def _summary(diagnosis: Diagnosis, screen: Screen) -> Iterator[Text]:
    level = diagnosis.isolation.level
    failed, error = screen.marks[Status.FAILED], screen.marks[Status.ERROR]
    yield from (Text(f"{failed} {plain(problem)}", BAD) for problem in diagnosis.problems)
    if level != "strong":
        yield Text(f"{error} isolation {level}: {MEANING[level]}", BAD)
    elif not diagnosis.problems:
        yield Text(f"{screen.marks[Status.PASSED]} {_in_order(diagnosis.trials)}", GOOD)


def _in_order(trials: Iterable[Trial]) -> str:
    verdicts = [trial.verdict for trial in trials]
    blocked = verdicts.count(Verdict.BLOCKED)
    untold = verdicts.count(Verdict.UNTOLD)
    rest = f", {untold} {'tells' if untold == 1 else 'tell'} nothing here" if untold else ""
    return f"everything is in order: isolation strong, {blocked} of {len(verdicts)} attacks blocked{rest}"
