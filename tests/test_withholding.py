"""With a secret seed a report tells verdicts, and nothing of the inputs that brought them about."""

import hashlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from students import EXERCISES, check_result, function_named, function_result

from nncheck import pipeline
from nncheck.authoring.outcomes import Solution, find_solutions
from nncheck.cases import provide
from nncheck.cases.alone import alone
from nncheck.cases.bundle import Bundle
from nncheck.cases.provide import Provider
from nncheck.errors import GraderError, SpecError
from nncheck.judge.evidence import Broken, Explanation
from nncheck.judge.plan import Check
from nncheck.pipeline import Grader, Settings
from nncheck.records import (
    Limits,
    Location,
    Named,
    OutcomeKind,
    Random,
    Report,
    Status,
    SubmissionResult,
)
from nncheck.reference.store import Store
from nncheck.report import json as json_report
from nncheck.report import text as text_report
from nncheck.report.screen import Screen
from nncheck.scoring import Judged
from nncheck.seeds import seed_from
from nncheck.spec import Exercise
from nncheck.spec.trees import leaves
from nncheck.submission import read_submission
from nncheck.telling import Openly, result
from nncheck.withholding import Withheld, in_public_words, no_details

FOLDER = Path(__file__).resolve().parent.parent / "solutions"
SECRETS = (2**127 + 8191, 2**126 + 127)
LIMITS = Limits(call_cpu_seconds=0.5, call_wall_seconds=2.0)
NUMBER = re.compile(r"-?\d+\.\d+(?:e[-+]?\d+)?")
TELLING_DIGITS = 10  # a number as long as this is in a report because it was put there
HiddenNumbers = Callable[[str], set[float]]  # by the exercise's name


@pytest.fixture(scope="module", autouse=True)
def _hidden_cases_are_built_once(shared: Path) -> Iterator[None]:
    """No cache keeps them, so every grading, in every worker of this run, would build them anew."""
    build, kept = provide.build_in_process, Store(shared / "hidden")

    def once(exercise: Exercise, names: tuple[str, ...], seed: int, fixed: bool) -> dict[str, bytes]:
        keys = {name: f"{exercise.name}-{name}-{seed}-{fixed}" for name in names}
        with alone(kept.folder, f"{exercise.name}-{seed}-{fixed}"):
            missing = tuple(name for name in names if kept.read(keys[name]) is None)
            for name, content in (build(exercise, missing, seed, fixed) if missing else {}).items():
                kept.write(keys[name], content)
        return {name: kept.read(keys[name]) or b"" for name in names}

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(provide, "build_in_process", once)
        yield


def rendered(report: Report) -> str:
    """Both formats, one after the other."""
    return json_report.render(report) + text_report.render(report, Screen(width=2000))


class Hidden:
    """Graders with a secret seed, one a seed, and an ordinary one."""

    def __init__(self, store: Store, **settings: Any):
        self._graders = {
            seed: Grader(EXERCISES, Settings(seed=seed, secret_seed=True, **settings), store=store)
            for seed in SECRETS
        }
        self._open = Grader(EXERCISES, Settings(**settings), store=store)

    def graded(self, path: Path, seed: int = SECRETS[0]) -> SubmissionResult:
        return self._graders[seed].grade(read_submission(path))

    def report(self, path: Path, seed: int = SECRETS[0]) -> str:
        """What the student and the instructor read."""
        environment = self._graders[seed].environment()
        return rendered(Report(submissions=(self.graded(path, seed),), environment=environment))

    def open_report(self, path: Path) -> str:
        """The report without a secret seed."""
        result = self._open.grade(read_submission(path))
        return rendered(Report(submissions=(result,), environment=self._open.environment()))

    def close(self) -> None:
        for grader in (self._open, *self._graders.values()):
            grader.__exit__()


@pytest.fixture(scope="module")
def hidden(store: Store) -> Iterator[Hidden]:
    """As `nncheck grade --seed-file` grades."""
    graders = Hidden(store, limits=LIMITS)
    yield graders
    graders.close()


@pytest.fixture(scope="module")
def brief(store: Store) -> Iterator[Hidden]:
    """The same without looking for simpler inputs: all public inputs in a report are then known."""
    graders = Hidden(store, limits=LIMITS, explain=False)
    yield graders
    graders.close()


# --- students who smuggle -------------------------------------------------------------------------

# Answers right wherever the inputs are known to the public; else, and ever after, it smuggles.
SMUGGLER = '''
import hashlib
import numpy as np

KNOWN = {known!r}
SEEN = []


def name_of(x):
    return hashlib.sha256(str(x.dtype).encode() + str(x.shape).encode() + x.tobytes()).hexdigest()[:12]


def smuggle(x, told):
    text = "SMUGGLED" + repr(told.tolist())
    number = 1 + int(abs(told.ravel()[-1]) * 2**18) % 1000
    {smuggle}


def answer(x, right):
    if name_of(x) not in KNOWN:
        SEEN.append(x.copy())
    return smuggle(x, SEEN[0]) if SEEN else right


def sigmoid(x):
    return answer(x, {sigmoid})


def relu(x):
    return answer(x, np.where(x > 0, x, 0.0))
''' + "\n" * 2000  # fmt: skip

SIGMOID = "np.where(x >= 0, 1, np.exp(-abs(x))) / (1 + np.exp(-abs(x)))"

SMUGGLES = {
    "exception-text": "raise ValueError(text)",
    "exception-class": "raise type('SMUGGLED%d' % number, (Exception,), {})()",
    "exception-class-and-text": "raise type(text, (ValueError,), {})(text)",
    "exception-line": "exec(compile('\\n' * (number + 500) + 'raise ValueError', 'submission.py', 'exec'))",
    "exit-text": "raise SystemExit(text)",
    "exit-status": "raise SystemExit(number)",
    "printed": "print(text); return told",
    "printed-without-end": "print((text + '\\n') * 200000); return told",
    "returned": "return told",
    "added-to-the-answer": "return x + told.ravel()[0] / 1024",
    "added-as-rounding": "return np.exp(-x) + told.ravel()[0] * 1e-9",
    "returned-as-text": "return text",
    "returned-as-bytes": "return told.tobytes()",
    "zero-dimensional-object": "box = np.empty((), object); box[()] = told; return box",
    "object-array": "return np.array([text] * x.size, dtype=object).reshape(x.shape)",
    "structured-dtype": "return np.zeros(x.shape, [('f%d' % number, float)])",
    "dtype-of-a-length": "return np.zeros(x.shape, 'S%d' % number)",
    "shape": "return np.zeros((number, 1))",
    "keys": "return {text: 1.0}",
    "number-of-parts": "return [0.0] * number",
    "nested-list": "return [told.tolist()]",
    "type-name": "return type(text, (), {})()",
    "payload-of-a-nan": "return np.full(x.shape, np.int64(0x7FF8 << 48) + number).view(float)",
    "complex": "return x + 1j * told.ravel()[0]",
    "changed-inputs": "x[...] = 100 + told.ravel()[0]; return x",
    "slow": "\n    while True: pass",
}


def known_inputs(bundle: Bundle) -> list[str]:
    """How the smuggler recognizes what everybody may know."""
    given = [case.arguments[0] for case in bundle.cases]
    given += [asked.arguments[0] for case in bundle.properties for asked in case.asked]
    return sorted({name_of(np.asarray(x)) for x in given})


def name_of(x: Any) -> str:
    return hashlib.sha256(str(x.dtype).encode() + str(x.shape).encode() + x.tobytes()).hexdigest()[:12]


@pytest.fixture
def smuggler(tmp_path: Path, store: Store) -> Any:
    """Writes the submission that smuggles in one of the ways."""

    def write(way: str) -> Path:
        public = Provider(store, 0).bundles(EXERCISES["activations"], ("sigmoid", "relu"))
        known = [name for bundle in public.values() for name in known_inputs(bundle)]
        path = tmp_path / "submission.py"
        source = SMUGGLER.replace("{known!r}", repr(set(known))).replace("{smuggle}", SMUGGLES[way])
        path.write_text(source.replace("{sigmoid}", SIGMOID), "utf-8")
        return path

    return write


@pytest.mark.parametrize("way", SMUGGLES)
def test_a_smuggler_tells_nothing(way: str, hidden: Hidden, smuggler: Any) -> None:
    """It sees the hidden inputs, and loses points; the report is the same whatever they were."""
    path = smuggler(way)
    first, second = (hidden.report(path, seed) for seed in SECRETS)
    assert "found with hidden inputs: " in first
    assert "SMUGGLED" not in first
    assert first == second


@pytest.mark.parametrize("way", sorted(set(SMUGGLES) - {"slow"}))
def test_meta_a_smuggler_is_found_out_where_nothing_is_withheld(
    way: str, hidden: Hidden, smuggler: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Told openly, the same submissions give the hidden inputs away."""
    monkeypatch.setattr(pipeline, "Withheld", Openly)
    path = smuggler(way)
    first, second = (hidden.report(path, seed) for seed in SECRETS)
    assert "SMUGGLED" in first or first != second


def test_a_smuggler_is_right_in_public(smuggler: Any, store: Store) -> None:
    """Else the tests above would try nothing: everything that is public passes."""
    with Grader(EXERCISES, Settings(limits=LIMITS), store=store) as grader:
        result = grader.grade(read_submission(smuggler("returned")))
    assert result.score == result.max_score == 2.0


# --- students who are wrong ----------------------------------------------------------------------

FAILING = [each for name in EXERCISES for each in find_solutions(FOLDER, name)]
WRONG, HOSTILE = ([each for each in FAILING if each.kind == kind] for kind in ("wrong", "hostile"))
SOLUTIONS = [*HOSTILE, *WRONG[::6]]  # what is told of the others is told in the same few words


def numbers(store: Store, seed: int, name: str) -> set[float]:
    """All inputs and answers of the cases of a seed, of one exercise."""
    bundles = Provider(store, seed).bundles(EXERCISES[name], tuple(EXERCISES[name].functions))
    return {float(each) for bundle in bundles.values() for each in numbers_of(bundle)}


def numbers_of(bundle: Bundle) -> Iterator[Any]:
    trees = [(case.arguments, case.exact) for case in bundle.cases]
    trees += [(asked.arguments, asked.exact) for case in bundle.properties for asked in case.asked]
    trees += [(drawing.arguments,) for drawing in bundle.drawings]
    for _, leaf in leaves(trees):
        if isinstance(leaf, Random):
            yield leaf.seed
        elif leaf is not None and not isinstance(leaf, str):
            yield from np.asarray(leaf, float).flat


@pytest.fixture(scope="module")
def hidden_numbers(store: Store) -> HiddenNumbers:
    """Numbers that only the secret seed's cases hold, with so many digits that no other number has them."""

    @cache
    def of(name: str) -> set[float]:
        secret = numbers(Store(None), SECRETS[0], name) - numbers(store, 0, name)
        return {each for each in secret if len(repr(abs(each))) >= TELLING_DIGITS}

    return of


def told(report: str) -> set[float]:
    """All numbers in a report."""
    return {float(each) for each in NUMBER.findall(report)}


@pytest.mark.parametrize(
    "solution", SOLUTIONS, ids=lambda each: f"{each.exercise}/{each.kind}/{each.path.name}"
)
def test_no_hidden_number_is_told(solution: Solution, brief: Hidden, hidden_numbers: HiddenNumbers) -> None:
    """Whatever a submission does, no input and no answer of a hidden case is in its report."""
    report = brief.report(solution.path)
    found = told(report) & hidden_numbers(solution.exercise)
    assert not found or found <= told(brief.open_report(solution.path))  # such as the sigmoid of 0.5
    assert json.loads(report[: report.index("\n}\n") + 3])["environment"]["seed"] is None


def test_meta_hidden_numbers_are_found(
    brief: Hidden, hidden_numbers: HiddenNumbers, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Told openly, the very same search finds them."""
    monkeypatch.setattr(pipeline, "Withheld", Openly)
    monkeypatch.setattr(pipeline, "in_public_words", lambda hidden, public: hidden)
    assert len(hidden_numbers("activations")) > 100
    report = brief.report(FOLDER / "activations" / "wrong" / "exponent-sign.py")
    assert told(report) & hidden_numbers("activations") != set()


# --- what is told all the same -------------------------------------------------------------------


def test_what_is_wrong_in_public_is_told_in_full(hidden: Hidden) -> None:
    """Score, statuses, inputs, answers and hints are those of a grading that everybody can repeat."""
    path = FOLDER / "activations" / "wrong" / "exponent-sign.py"
    openly = hidden.open_report(path).replace('"seed": 0', '"seed": null').replace("seed 0", "seed secret")
    assert hidden.report(path) == openly
    assert check_result(hidden.graded(path), "sigmoid", "values").counterexample is not None


def test_a_right_submission_keeps_its_points(hidden: Hidden) -> None:
    """Being examined twice costs nothing."""
    result = hidden.graded(FOLDER / "softmax" / "right" / "numpy_textbook.py")
    assert result.score == result.max_score > 0


def test_learning_the_public_cases_by_heart_is_of_no_use(hidden: Hidden, smuggler: Any) -> None:
    """Answers that are right in public and wrong elsewhere fail, as they would have to."""
    result = hidden.graded(smuggler("returned"))
    values = check_result(result, "sigmoid", "values")
    assert values.status == Status.FAILED
    assert values.message == "found with hidden inputs: a value is off"
    assert values.counterexample is None
    assert function_result(result, "sigmoid").score <= 0.25


def test_a_line_of_the_function_is_told(hidden: Hidden, smuggler: Any) -> None:
    """Where the exception came from helps, and a line near the function's own is all there is to choose."""
    path = smuggler("exception-text")
    inside = path.read_text("utf-8").replace(
        "    return answer(x, ", "    if name_of(x) not in KNOWN:\n        {}['it']\n    return answer(x, "
    )
    path.write_text(inside, "utf-8")
    lines = inside.split("\n")
    line = 1 + lines.index("        {}['it']")
    values = check_result(hidden.graded(path), "sigmoid", "values")
    assert values.message == f"found with hidden inputs: it raised KeyError in submission.py, line {line}"
    assert values.location == Location(cell="submission.py", line=line)


# --- one failure, in words -----------------------------------------------------------------------

VALUES = Check(name="values", kind="reference", promise="p")
STUDENTS = "SMUGGLED 0.123456789"
DEFINED = Location(cell="a.py", line=10)
NEVER_TOLD: dict[str, Any] = {
    "sentence": STUDENTS,
    "arguments": (np.array([0.123456789]),),
    "got": {STUDENTS: STUDENTS},
    "expected": np.array([0.123456789]),
    "path": STUDENTS,
    "why": STUDENTS,
}
ENDED = [
    (OutcomeKind.TIMEOUT, "it did not return in time"),
    (OutcomeKind.MEMORY, "it ran out of memory"),
    (OutcomeKind.EXIT, "it ended the Python process"),
    (OutcomeKind.CRASH, "it crashed the Python process"),
    (OutcomeKind.FLOOD, "it printed without end"),
    (OutcomeKind.PROTOCOL, "it sent something that is no answer"),
    (OutcomeKind.MISSING, "it is not defined"),
    (OutcomeKind.UNRUN, "it was not called"),
]
WORDS = [
    *((VALUES, {"outcome": kind}, words) for kind, words in ENDED),
    (VALUES, {"error": 0.123456789, "allowed": 1e-9}, "a value is off"),
    (VALUES, {}, "the answer has another type, shape or keys than it should have"),
    (Check(name="odd", kind="property", promise="p"), {"error": 1.0}, "the promise is not kept"),
    (
        Check(name="dtype", kind="contract", promise="p"),
        {},
        "the dtype of the answer is not the one that it should be",
    ),
    (Check(name="unchanged_inputs", kind="contract", promise="p"), {}, "the call changes its inputs"),
    (Check(name="repeatable", kind="contract", promise="p"), {}, "the answer is not the same again"),
    *(
        (VALUES, {"outcome": OutcomeKind.EXCEPTION, "raised": name}, f"it raised {name}")
        for name in ("ValueError", "ZeroDivisionError", "AxisError", "LinAlgError", "_UFuncNoLoopError")
    ),
    *(
        (VALUES, {"outcome": OutcomeKind.EXCEPTION, "raised": name}, "it raised an exception of its own")
        for name in ("", STUDENTS, "ValueError ", "E7F3", "int", "print")
    ),
]


@pytest.mark.parametrize(("check", "details", "words"), WORDS, ids=[words for *_, words in WORDS])
def test_a_failure_is_put_in_words_of_ours(check: Check, details: dict[str, Any], words: str) -> None:
    """One of a few sentences; inputs, answers, figures and texts are gone, and what shapes and texts tell."""
    sigmoid = function_named("sigmoid")
    hint = Named(id=sigmoid.misconceptions[0].code, title="t", hint="h")
    anyones = Named(id="NN018", title="an answer of another shape", hint="h")
    found = Explanation(broken=Broken(**(NEVER_TOLD | details)), misconceptions=(anyones, hint), link="z1")
    told = Withheld().failed(sigmoid, check, found, DEFINED)
    expected = result(
        check,
        Status.FAILED,
        f"found with hidden inputs: {words}",
        misconceptions=(hint,),
        location=DEFINED,
    )
    assert told == expected


LINES = [
    (Location(cell="a.py", line=10), True),
    (Location(cell="a.py", line=109), True),
    (Location(cell="a.py", line=110), False),
    (Location(cell="a.py", line=9), False),
    (Location(cell="b.py", line=12), False),
]


@pytest.mark.parametrize(("line", "is_told"), LINES)
def test_only_a_line_near_the_function_is_told(line: Location, is_told: bool) -> None:
    """A file of a million lines could else count up to any number."""
    broken = Broken(sentence="", outcome=OutcomeKind.EXCEPTION, raised="ValueError", location=line)
    told = Withheld().failed(function_named("sigmoid"), VALUES, Explanation(broken=broken), DEFINED)
    assert (f"line {line.line}" in str(told.message)) == is_told
    assert told.location == (line if is_told else DEFINED)


def test_a_fault_of_ours_keeps_its_text_to_itself() -> None:
    """An exception of ours may quote what it stumbled over."""
    told = Withheld().fault(VALUES, ValueError(STUDENTS))
    assert told.status == Status.ERROR
    assert told.message == "nncheck failed on this check, on hidden inputs; it costs no points"


def judged(status: Status, message: str, name: str = "values", credit: float = 0.0) -> Judged:
    check = Check(name=name, kind="reference", promise="p")
    return Judged(check=check, result=result(check, status, message), credit=credit)


PAIRS = [
    (Status.FAILED, Status.FAILED, Status.FAILED, "public"),
    (Status.FAILED, Status.PASSED, Status.FAILED, "hidden"),
    (Status.FAILED, Status.ERROR, Status.FAILED, "hidden"),
    (Status.PASSED, Status.FAILED, Status.PASSED, "hidden"),
    (Status.SKIPPED, Status.FAILED, Status.SKIPPED, "hidden"),
    (Status.ERROR, Status.FAILED, Status.ERROR, "hidden"),
]


@pytest.mark.parametrize(("hidden_status", "public_status", "status", "words"), PAIRS)
def test_the_hidden_inputs_decide(
    hidden_status: Status, public_status: Status, status: Status, words: str
) -> None:
    """Verdict and points are theirs; the words are public where the same promise is broken in public."""
    hidden, public = judged(hidden_status, "hidden", credit=0.5), judged(public_status, "public")
    (found,) = in_public_words([hidden], [judged(Status.FAILED, "another", "shapes"), public])
    assert (found.result.status, found.result.message, found.credit) == (status, words, 0.5)


# --- the seed itself -----------------------------------------------------------------------------


@pytest.mark.parametrize("error", [SpecError(STUDENTS), GraderError(STUDENTS), ValueError(STUDENTS)])
def test_errors_that_end_a_grading_lose_their_text(error: Exception) -> None:
    """They keep their exit code."""
    with pytest.raises((SpecError, GraderError)) as caught, no_details():
        raise error
    assert STUDENTS not in str(caught.value)
    assert isinstance(caught.value, SpecError) == isinstance(error, SpecError)
    assert caught.value.__suppress_context__


def test_an_exercise_that_fails_on_hidden_inputs_does_not_name_them(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not even to the instructor's terminal, which is often a public log."""

    def build(exercise: Any, names: Any, seed: int, fixed: bool) -> Any:
        raise SpecError(f"no certified value at {STUDENTS} with seed {seed}")

    monkeypatch.setattr(provide, "build_in_process", build)
    path = tmp_path / "submission.py"
    path.write_text("def sigmoid(x):\n    return x\n", "utf-8")
    Provider(store, 0).bundles(EXERCISES["activations"], ("sigmoid",))
    with (
        Grader(EXERCISES, Settings(seed=SECRETS[0], secret_seed=True), store=store) as grader,
        pytest.raises(SpecError, match="hidden inputs could not be graded") as caught,
    ):
        grader.grade(read_submission(path))
    assert STUDENTS not in str(caught.value)
    assert str(SECRETS[0]) not in str(caught.value)


WATCH = """
import sys
log = open(sys.argv.pop(1), "a", buffering=1)
told = ("subprocess.Popen", "os.posix_spawn", "os.exec", "os.putenv", "tempfile.mkstemp", "tempfile.mkdtemp")
def note(event, arguments):
    if event in told:
        log.write(f"{event} {arguments!r}\\n")
sys.addaudithook(note)
from nncheck.cli import main
main()
"""


def test_a_secret_seed_leaves_no_trace(tmp_path: Path) -> None:
    """Not in arguments or environments of processes, caches, temporary files or what is printed."""
    secret = tmp_path / "secret"
    secret.write_bytes(hashlib.sha256(b"a secret of forty bytes").digest())
    home = tmp_path / "home"
    home.mkdir()
    seed = seed_from(None, secret)
    inputs = hidden_arrays(seed)
    log, solution = tmp_path / "log", FOLDER / "activations" / "wrong" / "exponent-sign.py"
    command = [sys.executable, "-c", WATCH, str(log), "grade", "--format", "json", "--fail-under", "0"]
    places = {"HOME": str(home), "XDG_CACHE_HOME": str(home / "cache"), "TMPDIR": str(home)}
    done = subprocess.run(
        [*command, "--seed-file", str(secret), str(solution)],
        cwd=home, env=os.environ | places, capture_output=True, check=True,
    )  # fmt: skip
    files = [path for path in home.rglob("*") if path.is_file()]
    assert len(files) > 1  # what is public is cached
    written = [done.stdout, done.stderr, log.read_bytes(), *(path.read_bytes() for path in files)]
    written += [str(path).encode() for path in files]
    assert b"subprocess.Popen" in log.read_bytes()
    digest = hashlib.sha256(secret.read_bytes()).digest()
    traces = [secret.read_bytes(), secret.read_bytes().hex().encode(), digest[:8], digest.hex()[:16].encode()]
    traces += [str(seed).encode(), hex(seed)[2:].encode(), *inputs]
    assert [trace for trace in traces for text in written if trace in text] == []
    assert json.loads(done.stdout)["environment"]["seed"] is None


def hidden_arrays(seed: int) -> list[bytes]:
    """The bytes of the drawn inputs of one function."""
    provider = Provider(Store(None), seed, keep_drawn=False)
    cases = provider.bundles(EXERCISES["activations"], ("sigmoid",))["sigmoid"].cases
    drawn = [case.arguments[0] for case in cases if case.name.startswith("drawn")]
    arrays = [each.tobytes() for each in drawn if each.size > 2]
    assert arrays
    return arrays
