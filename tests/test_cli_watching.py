"""nncheck grade --watch, as editors and people meet it."""

import os
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import psutil
import pytest
from processes import children, running, wait_for_children

ROOT = Path(__file__).resolve().parent.parent
RIGHT = "import numpy as np\n\ndef sigmoid(x):\n    return np.exp(-np.logaddexp(0.0, -x))\n"
WRONG = "import numpy as np\n\ndef sigmoid(x):\n    return 1 / (1 + np.exp(x))\n"
REPORT, CHANGES = "isolation", "since the last round"
PATIENCE = 60  # seconds: cases may have to be built first, on a busy machine
numbers = count()


class Watch:
    """A running `nncheck grade FILE... --watch`, and what it prints."""

    def __init__(self, *paths: Path):
        command = [sys.executable, "-m", "nncheck", "grade", *map(str, paths), "--watch"]
        environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
        self.process = subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        assert self.process.stdout is not None
        self._pipe = self.process.stdout.fileno()
        self._printed = ""

    def until(self, *words: str) -> str:
        """All that it prints until each of the words is there, and nothing more comes."""
        end = time.monotonic() + PATIENCE
        while not all(word in unwrapped(self._printed) for word in words) or self._more(0.05):
            assert time.monotonic() < end, self._printed
            if self._more(0.1):
                self._printed += os.read(self._pipe, 1 << 16).decode()
        printed, self._printed = self._printed, ""
        return printed

    def _more(self, seconds: float) -> bool:
        assert self.process.poll() is None, self._printed
        return bool(select.select([self._pipe], [], [], seconds)[0])

    def interrupted(self) -> tuple[int, str]:
        """Its exit code, and what it prints at the end."""
        self.process.send_signal(signal.SIGINT)
        printed = self.process.communicate(timeout=20)[0]
        return self.process.returncode, printed.decode()


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file that a student works on."""
    found = tmp_path_factory.mktemp("loop") / "answer.py"
    found.write_text(WRONG)
    return found


@pytest.fixture(scope="module")
def watch(path: Path) -> Iterator[Watch]:
    """One watch for most tests: it must stand all that they do to the file."""
    watch = Watch(path)
    try:
        first = watch.until("watching")
        assert "✗ sigmoid" in first
        assert CHANGES not in first
        yield watch
    finally:
        watch.process.kill()
        watch.process.communicate()


def unwrapped(text: str) -> str:
    """Without the ends of its lines."""
    return " ".join(text.split())


def another(text: str) -> str:
    """The text, and a remark that no earlier state of the file has had."""
    return f"{text}# {next(numbers)}\n"


def in_place(path: Path, text: str) -> None:
    """Nobody sees a shorter file in between."""
    with path.open("r+") as file:
        file.write(text)
        file.truncate()


def emptied_first(path: Path, text: str) -> None:
    """For a moment the file is empty, and then half of it is there."""
    with path.open("w") as file:
        time.sleep(0.1)
        file.write(text[: len(text) // 2])
        file.flush()
        time.sleep(0.01)
        file.write(text[len(text) // 2 :])


def renamed(path: Path, text: str) -> None:
    """A finished file takes the name."""
    unfinished = path.with_suffix(".part")
    unfinished.write_text(text)
    unfinished.replace(path)


def removed_first(path: Path, text: str) -> None:
    """For a moment there is no file."""
    path.unlink()
    time.sleep(0.1)
    path.write_text(text)


def backup_first(path: Path, text: str) -> None:
    """The old file is moved away, and kept until the new one is written."""
    backup = path.with_name(path.name + "~")
    path.rename(backup)
    path.write_text(text)
    backup.unlink()


def vim(path: Path, text: str) -> None:
    """The real one, with the backup that it makes where it is told to."""
    if shutil.which("vim") is None:
        pytest.skip("there is no vim on this machine")
    new = path.with_suffix(".new")
    new.write_text(text)
    settings = ["-c", "set backup writebackup backupcopy=no", "-c", "%d _"]
    write = ["-c", f"0read {new}", "-c", "$d _", "-c", "wq"]
    subprocess.run(["vim", "-u", "NONE", "-es", *settings, *write, path], check=True, timeout=20)


WAYS = [in_place, emptied_first, renamed, removed_first, backup_first, vim]


@pytest.mark.parametrize("way", WAYS)
def test_every_way_of_saving(watch: Watch, path: Path, way: Callable[[Path, str], None]) -> None:
    """One round for each save, with what has become right or wrong, and never on half of a file."""
    way(path, another(RIGHT))
    better = watch.until(CHANGES)
    assert "✓ sigmoid  1 / 1" in better
    assert "0.25 / 1 → 1 / 1\n  now right: sigmoid" in better
    way(path, another(WRONG))
    worse = watch.until(CHANGES)
    assert "✗ sigmoid  0.25 / 1" in worse
    assert "1 / 1 → 0.25 / 1\n  no longer right: sigmoid" in worse
    assert (better + worse).count(CHANGES) == 2
    assert "cannot be read" not in better + worse


def test_a_round_begins_with_the_time(watch: Watch, path: Path) -> None:
    """Reports of several rounds are told apart."""
    path.write_text(another(WRONG))
    assert time.strftime("━ %H:") in watch.until(CHANGES)


def test_a_round_is_quick(watch: Watch, path: Path) -> None:
    """The new report is there within 300 ms, unless the machine has other things to do each time."""
    delays = []
    for _ in range(5):
        renamed(path, another(WRONG))
        saved = time.monotonic()
        assert watch.process.stdout is not None
        select.select([watch.process.stdout], [], [], PATIENCE)
        delays.append(time.monotonic() - saved)
        watch.until(CHANGES)
    assert min(delays) < 0.3


def test_waiting_costs_nothing(watch: Watch) -> None:
    """A watch beside the editor all day long does not heat the room."""
    family = [psutil.Process(pid) for pid in (watch.process.pid, *children(watch.process.pid))]
    before = sum(sum(each.cpu_times()[:2]) for each in family)
    time.sleep(1)
    assert sum(sum(each.cpu_times()[:2]) for each in family) - before < 0.1


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"def sigmoid(x) return x\n", "SyntaxError"),
        (b"\x80\x81\xff", "is not UTF-8 text"),
        (b"x = 1\0", "contains NUL characters"),
        (b"", "it defines no function"),
        (None, "cannot be read: No such file or directory"),
    ],
)
def test_a_state_that_cannot_be_graded(
    watch: Watch, path: Path, content: bytes | None, sentence: str
) -> None:
    """It is told in a sentence, and the next save is graded as if nothing had been."""
    if content is None:
        path.unlink()
    else:
        path.write_bytes(content)
    told = watch.until(sentence)
    assert "Traceback" not in told
    path.write_text(another(WRONG))
    assert "✗ sigmoid  0.25 / 1" in watch.until(CHANGES)


def test_a_folder_in_place_of_the_file(watch: Watch, path: Path) -> None:
    """It cannot be read, and is waited out."""
    path.unlink()
    path.mkdir()
    watch.until("Is a directory; waiting until it is saved again")
    path.rmdir()
    path.write_text(another(WRONG))
    assert "✗ sigmoid  0.25 / 1" in watch.until(CHANGES)


def test_what_is_saved_unchanged_is_not_graded_again(watch: Watch, path: Path) -> None:
    """A touch is no news."""
    path.write_bytes(path.read_bytes())
    time.sleep(0.3)
    path.write_text(another(WRONG))
    assert watch.until(CHANGES).count(CHANGES) == 1


def test_several_files(tmp_path: Path) -> None:
    """Only the one that was saved is graded again; Ctrl-C ends it quietly, and all of its processes."""
    one, other = tmp_path / "one.py", tmp_path / "other.py"
    one.write_text(RIGHT)
    watch = Watch(one, other)
    told = watch.until("watching", "other.py cannot be read", "waiting until")
    assert "✓ sigmoid" in told
    other.write_text(RIGHT.replace("sigmoid", "gelu"))
    told = watch.until("✗ gelu")
    assert "one.py" not in told
    started = children(watch.process.pid)
    assert started
    assert watch.interrupted() == (0, "")
    end = time.monotonic() + 10
    while any(map(running, started)) and time.monotonic() < end:
        time.sleep(0.02)
    assert not any(map(running, started))


@pytest.mark.parametrize(("text", "code"), [(RIGHT, 0), (WRONG, 1), ("\0", 2)])
def test_the_exit_code_is_that_of_the_last_round(tmp_path: Path, text: str, code: int) -> None:
    """As if the file had been graded once, without --watch."""
    path = tmp_path / "answer.py"
    path.write_text(text)
    watch = Watch(path)
    watch.until("watching")
    assert watch.interrupted() == (code, "")


def test_an_interrupt_before_the_first_report(tmp_path: Path) -> None:
    """While a submission hangs: at once, and with the exit code of any grading that is interrupted."""
    path = tmp_path / "answer.py"
    path.write_text("def sigmoid(x):\n    while True:\n        pass\n")
    watch = Watch(path)
    assert wait_for_children(watch.process.pid)
    time.sleep(1)
    start = time.monotonic()
    assert watch.interrupted() == (130, "")
    assert time.monotonic() - start < 5


def test_ctrl_c_at_the_keyboard(tmp_path: Path) -> None:
    """In a terminal there is colour, and the shell's next prompt has a line of its own."""
    path = tmp_path / "answer.py"
    path.write_text(RIGHT)
    ours, theirs = os.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "nncheck", "grade", str(path), "--watch"],
        env=os.environ | {"PYTHONPATH": str(ROOT), "TERM": "xterm"},
        preexec_fn=lambda: os.login_tty(theirs),
    )
    os.close(theirs)
    shown = b""
    while b"watching" not in shown:
        shown += os.read(ours, 1 << 16)
    os.write(ours, b"\x03")
    assert process.wait(timeout=20) == 0
    rest = b""
    while not rest.endswith(b"\n") or b"^C" not in rest:
        rest += os.read(ours, 1 << 16)
    os.close(ours)
    assert b"\x1b[32m" in shown
    assert b"Traceback" not in rest


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["answer.py", "--output", "x.txt"], "--watch prints a report for every save: leave out --output"),
        (["answer.py", "--format", "json", "--jobs", "2"], "leave out --format and --jobs"),
        (["answer.py", "--gradebook", "grades.db"], "leave out --gradebook"),
        (["answer.py", "--executor", "dask://localhost:1"], "leave out --executor"),
        (["."], "--watch takes .py and .ipynb files, and . is none"),
        (["class.zip"], "and class.zip is none"),
    ],
)
def test_what_cannot_be_watched(tmp_path: Path, arguments: list[str], sentence: str) -> None:
    """One sentence and exit code 2 at once, rather than a watch that never says anything."""
    command = [sys.executable, "-m", "nncheck", "grade", *arguments, "--watch"]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert sentence in done.stderr
    assert list(tmp_path.iterdir()) == []
