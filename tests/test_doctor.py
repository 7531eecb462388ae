"""The doctor tells what holds, shows it by attacks that work, and complains where it should."""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from nncheck.cli import doctor_json, doctor_text
from nncheck.doctor import canaries, trials
from nncheck.doctor.diagnosis import diagnose, problems
from nncheck.doctor.findings import Diagnosis, Honest, Machine, Verdict
from nncheck.doctor.targets import Targets
from nncheck.records import Isolation
from nncheck.report import Screen
from nncheck.sandbox.session import Sandbox

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="workers are forked on Linux only")
HERE = Machine(platform="linux", system="Linux")
REFUSED = re.compile(r"(PermissionError|OSError|ProcessLookupError|ValueError: not allowed to raise)")


@pytest.fixture(scope="module")
def diagnosis() -> Diagnosis:
    """Of this machine."""
    return diagnose()


@pytest.fixture(scope="module")
def bare() -> Iterator[Sandbox]:
    """A sandbox without layers."""
    with Sandbox(trials.LIMITS, layers=()) as sandbox:
        yield sandbox


def text(diagnosis: Diagnosis, **screen: int | bool) -> str:
    """What a person reads."""
    return doctor_text.render(diagnosis, Screen(**screen))


def test_attacks_are_blocked_that_work_without_layers(diagnosis: Diagnosis) -> None:
    """With all layers no canary that can succeed here does; an honest submission passes before and after."""
    verdicts = {trial.canary: trial.verdict for trial in diagnosis.trials}
    assert len(verdicts) == len(canaries.CANARIES) >= 10
    assert set(verdicts.values()) <= {Verdict.BLOCKED, Verdict.UNTOLD}
    assert list(verdicts.values()).count(Verdict.BLOCKED) >= 8
    assert diagnosis.honest == Honest(before=None, after=None)
    assert diagnosis.problems == ()


def test_it_is_the_kernel_that_says_no(diagnosis: Diagnosis) -> None:
    """No canary fails for a reason of its own, such as a module that is not there."""
    assert [trial.answer for trial in diagnosis.trials if not REFUSED.match(trial.answer)] == []


def test_meta_every_canary_is_alive(bare: Sandbox) -> None:
    """Without layers they succeed, and the doctor sees each of them do it."""
    with Targets() as targets:
        found = {canary.name: trials.attempt(canary, bare, targets) for canary in canaries.CANARIES}
    assert [name for name, attempt in found.items() if not attempt.success] == []


def test_meta_a_harmless_program_has_no_success(bare: Sandbox) -> None:
    """Targets that nobody has touched show no success, however often they are looked at."""
    with Targets() as targets:
        for _ in range(3):
            targets.facts()
            assert not targets.success("reads nothing")
            assert not targets.success(None)


def test_a_sandbox_without_layers_is_called_one() -> None:
    """The level is none, the attacks are seen to succeed, and the text says so and what to do."""
    diagnosis = diagnose(layers=(), required="basic")
    assert diagnosis.isolation.level == "none"
    assert {trial.verdict for trial in diagnosis.trials} == {Verdict.SUCCEEDED}
    assert diagnosis.problems == ("isolation basic is required, but only none can be had here",)
    written = text(diagnosis)
    assert written.count("SUCCEEDED") == len(canaries.CANARIES)
    assert "! isolation none: nothing holds student code" in written
    assert "to do ─" in written
    assert "in order" not in written


def test_fewer_layers_are_said() -> None:
    """Without a filter the level is lower, the missing layers are named, and strong is refused."""
    layers = ("unprivileged", "private", "no_new_privs", "landlock", "memory", "rlimits")
    diagnosis = diagnose(layers=layers, required="strong")
    assert diagnosis.isolation.level == "medium"
    assert [each.name for each in diagnosis.barriers if each.vital and each.objection] == ["seccomp"]
    assert diagnosis.problems == ("isolation strong is required, but only medium can be had here",)
    assert "! isolation medium" in text(diagnosis)


def test_a_level_that_is_claimed_wrongly_is_a_problem(bare: Sandbox) -> None:
    """A canary that succeeds where the level rules it out makes the doctor say: grade nothing here."""
    tried = trials.trials(bare, "strong", HERE)
    claimed = Isolation(level="strong", active=(), missing={})
    honest = Honest(before=None, after=None)
    found = problems(claimed, honest, tried, diagnose().libraries, None)
    assert len(found) == len(canaries.CANARIES)
    assert "a hostile program reads a file, which isolation strong rules out" in found[0]
    assert problems(claimed, honest, [], diagnose().libraries, "strong") == ()


def test_a_canary_that_never_works_tells_nothing(diagnosis: Diagnosis) -> None:
    """When an attack fails without layers too, that is no success of the layers, and its reason is given."""
    row = canaries.canary(
        "dud", "kills what is not there", "bytes", held_from="basic", program="kill_process"
    )
    with (
        Targets() as targets,
        Sandbox(trials.LIMITS) as sandbox,
        Sandbox(trials.LIMITS, layers=()) as without,
    ):
        trial = trials.trial(row, sandbox, without, targets, "strong", HERE)
    assert trial.verdict is Verdict.UNTOLD
    assert trial.reason.startswith("it fails without layers too: ProcessLookupError")
    written = text(changed(diagnosis, trials=(trial,)))
    assert "not telling here" in written
    assert "0 of 1 attacks blocked, 1 tells nothing here" in " ".join(written.split())


def changed(diagnosis: Diagnosis, **fields: object) -> Diagnosis:
    """The diagnosis with other findings."""
    known = {name: getattr(diagnosis, name) for name in diagnosis.__struct_fields__}
    return Diagnosis(**known | fields)


def test_yama_is_named_as_the_reason(bare: Sandbox) -> None:
    """Where the system forbids to look into processes, the memory canary's reason names the setting."""
    yama = Machine(platform="linux", system="Linux", yama=2)
    row = canaries.canary("read_memory", "reads", "bytes", "address", held_from="basic")
    with Targets() as targets:
        trial = trials.trial(row, bare, bare, targets, "strong", yama)
    assert "kernel.yama.ptrace_scope = 2" in trial.reason


def test_without_fork_the_attacks_are_skipped() -> None:
    """Fresh processes, as on macOS: layers and an honest submission are tried, attacks are skipped aloud."""
    diagnosis = diagnose(fresh_process=True)
    assert diagnosis.isolation.level in ("basic", "none")
    assert {trial.verdict for trial in diagnosis.trials} == {Verdict.SKIPPED}
    assert diagnosis.honest.before is None
    assert "skipped: an attack is shown in forked processes" in text(diagnosis)


def test_a_sandbox_that_cannot_start_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    """A broken installation is diagnosed, not raised: level none, and the honest submission's reason."""
    monkeypatch.setattr("nncheck.sandbox.launch.BOOT", Path("/nonexistent/boot.py"))
    diagnosis = diagnose()
    assert diagnosis.isolation.level == "none"
    assert "an honest submission is not graded as it should be: the sandbox process" in diagnosis.problems[0]
    assert {trial.verdict for trial in diagnosis.trials} == {Verdict.SKIPPED}
    assert "FAILS  before the attacks" in text(diagnosis)


def test_nothing_is_left(diagnosis: Diagnosis, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After the attacks no file, no process and no descriptor remains."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    before = len(list(Path("/proc/self/fd").iterdir())), children()
    diagnose()
    assert list(tmp_path.iterdir()) == []
    assert (len(list(Path("/proc/self/fd").iterdir())), children()) == before


def children() -> str:
    """The processes that are ours."""
    return "".join(path.read_text() for path in sorted(Path("/proc/self/task").glob("*/children")))


def test_no_temporary_folder_is_no_failure(bare: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no file can be made there is nothing to attack, and that is said."""
    monkeypatch.setattr("tempfile.tempdir", "/nonexistent")
    found = trials.trials(bare, "strong", HERE)
    assert {trial.verdict for trial in found} == {Verdict.SKIPPED}
    assert found[0].reason.startswith("there is nothing to attack: ")


def test_the_same_machine_gives_the_same_bytes(diagnosis: Diagnosis) -> None:
    """A second look says the same, in every format."""
    again = diagnose()
    assert doctor_json.render(again) == doctor_json.render(diagnosis)
    assert text(again) == text(diagnosis)


def test_json_holds_everything(diagnosis: Diagnosis) -> None:
    """Programs get the schema's name, and every finding under the name that its record has."""
    document = json.loads(doctor_json.render(diagnosis))
    assert list(document) == ["schema", *Diagnosis.__struct_fields__]
    assert document["schema"] == "nncheck.doctor/1"
    assert set(document["isolation"]) == {"level", "active", "missing"}
    assert {trial["canary"] for trial in document["trials"]} == {row.name for row in canaries.CANARIES}
    assert document["libraries"]["versions"]["numpy"]


@pytest.mark.parametrize("width", [50, 80, 120])
@pytest.mark.parametrize("unicode", [True, False])
def test_text_fits_its_screen(diagnosis: Diagnosis, width: int, unicode: bool) -> None:
    """No line is wider than the screen or ends blank, and nothing needs UTF-8 where there is none."""
    written = text(diagnosis, width=width, unicode=unicode)
    too_long = [line for line in written.split("\n") if len(line) > width and "$ " not in line]
    assert too_long == []
    assert unicode or written.isascii()
    assert all(line == line.rstrip() for line in written.split("\n"))


def test_colour_adds_nothing_to_the_words(diagnosis: Diagnosis) -> None:
    """Without its colours the text is the one without colours."""
    coloured = text(diagnosis, colour=True)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == text(diagnosis)


def test_when_all_is_well_one_line_says_so(diagnosis: Diagnosis) -> None:
    """The last line is the verdict."""
    if diagnosis.isolation.level != "strong":
        pytest.skip(f"isolation is {diagnosis.isolation.level} here")
    last = text(changed(diagnosis, advice=())).rstrip().rpartition("\n")[2]
    assert last.startswith("✓ everything is in order: isolation strong, ")
    assert "to do ─" not in text(diagnosis)


def test_honest_failures_are_shown(diagnosis: Diagnosis) -> None:
    """An honest submission that fails only after the attacks is a problem of its own."""
    control = Honest(before=None, after="the sandbox process ended")
    found = problems(diagnosis.isolation, control, (), diagnosis.libraries, None)
    assert found == ("after the attacks an honest submission fails: the sandbox process ended",)
    assert "FAILS  after the attacks" in text(changed(diagnosis, honest=control))


def test_torch_is_tried_when_asked() -> None:
    """An honest submission takes a slope with all layers on, and torch tells its devices."""
    pytest.importorskip("torch")
    diagnosis = diagnose(torch=True)
    assert diagnosis.libraries.torch_problem is None
    assert diagnosis.libraries.torch[0].startswith("CUDA ")


def test_hostile_programs_are_text() -> None:
    """None of them is imported, every row has one, and every one has a row."""
    programs = {path.stem for path in canaries.FOLDER.glob("*.py")}
    assert programs == {row.program for row in canaries.CANARIES}
    assert [name for name in sys.modules if name.startswith("nncheck.doctor.hostile")] == []
