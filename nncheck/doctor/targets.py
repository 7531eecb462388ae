"""What the canaries may attack: files, a listener and a process, made for that, and nothing else."""

import os
import secrets
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self

from nncheck.sandbox.launch import INHERITED
from nncheck.spec.load import shipped_exercises

if sys.platform == "linux":
    import resource

# A careless process: it holds a secret in its memory and its environment, and lets everybody of its user
# look, even where the system (Yama) would let only its parents do so: PR_SET_PTRACER, for any process.
# It answers every line, as long as it lives.
VICTIM = """
import ctypes, os, sys
secret = ctypes.create_string_buffer(os.environ["NNCHECK_CANARY"].encode())
if sys.platform == "linux":
    ctypes.CDLL(None).prctl(0x59616d61, ctypes.c_ulong(-1), 0, 0, 0)
print(ctypes.addressof(secret), flush=True)
for line in sys.stdin:
    print("alive", flush=True)
"""
TOO_MUCH_MIB = 512
GRADES = "no marks yet"
SECRET_CHARACTERS = 200  # of the file of answers: enough to know it again


class Targets:
    """Fresh targets, and what has been done to them. All is gone when it is closed."""

    def __init__(self) -> None:
        self._token = secrets.token_hex(16)  # 32 characters
        self._folder = TemporaryDirectory(prefix="nncheck-doctor-")
        self._answers = sorted(shipped_exercises().glob("*/exercise.py"))[0]
        self._victim: subprocess.Popen[bytes] | None = None
        self._listener = listener()
        self._make_files()

    def _make_files(self) -> None:
        """Everybody may read them, and write one: what holds an attack back should be a layer."""
        folder = Path(self._folder.name)
        self._secret_file, self._gradebook = folder / "secret.txt", folder / "grades.txt"
        self._secret_file.write_text(self._token, "ascii")
        self._gradebook.write_text(GRADES, "ascii")
        self._secret_file.chmod(0o644)
        self._gradebook.chmod(0o666)
        folder.chmod(0o755)

    def facts(self) -> dict[str, str | int]:
        """Where everything is, for an attack; what an earlier one has harmed is made anew."""
        self._undo()
        process, address = self._victim_and_address()
        return {
            "secret_file": str(self._secret_file),
            "answers_file": str(self._answers),
            "victim_environment": f"/proc/{process}/environ",
            "gradebook": str(self._gradebook),
            "victim": process,
            "address": address,
            "port": self._listener.getsockname()[1] if self._listener else 0,
            "bytes": TOO_MUCH_MIB << 20,
        }

    def _undo(self) -> None:
        self._gradebook.write_text(GRADES, "ascii")
        self._heard()
        if self._harmed():
            self._end_victim()

    def _victim_and_address(self) -> tuple[int, int]:
        if self._victim is None:
            inherited = {name: os.environ[name] for name in INHERITED if name in os.environ}
            self._victim = subprocess.Popen(
                [sys.executable, "-I", "-S", "-c", VICTIM],
                env=inherited | {"NNCHECK_CANARY": self._token},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
            )
            assert self._victim.stdout is not None
            self._address = int(self._victim.stdout.readline())
            self._limits = self._files_of_victim()
        return self._victim.pid, self._address

    def _files_of_victim(self) -> tuple[int, int] | None:
        """How many files it may open, where that can be asked."""
        if self._victim is None or sys.platform != "linux":
            return None
        return resource.prlimit(self._victim.pid, resource.RLIMIT_NOFILE)

    def success(self, told: object) -> bool:
        """Whether an attack that told this, or the harm that it did, shows that it got what it wanted."""
        return told is True or self._knows(told) or self._heard() or self._changed() or self._harmed()

    def _knows(self, told: object) -> bool:
        answers = self._answers.read_text("utf-8")[:SECRET_CHARACTERS]
        return isinstance(told, str) and (self._token in told or answers in told)

    def _changed(self) -> bool:
        return self._gradebook.read_text("ascii") != GRADES

    def _heard(self) -> bool:
        """Whether anybody has connected since; on one machine that is known at once."""
        try:
            if self._listener is not None:
                self._listener.accept()[0].close()
        except BlockingIOError:
            return False
        return self._listener is not None

    def _harmed(self) -> bool:
        return self._victim is not None and (not self._alive() or self._files_of_victim() != self._limits)

    def _alive(self) -> bool:
        """Whether the victim answers. One that has been killed never does, however late it ends."""
        assert self._victim is not None
        assert self._victim.stdin is not None
        assert self._victim.stdout is not None
        with suppress(BrokenPipeError):
            self._victim.stdin.write(b"?\n")
            self._victim.stdin.flush()
            return self._victim.stdout.readline() != b""
        return False

    def _end_victim(self) -> None:
        if self._victim is not None:
            with suppress(BrokenPipeError), self._victim:  # its number stays its own until here
                self._victim.kill()
            self._victim = None

    def close(self) -> None:
        """End and remove everything."""
        self._end_victim()
        if self._listener is not None:
            self._listener.close()
        self._folder.cleanup()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()


def listener() -> socket.socket | None:
    """A port of this machine that waits for connections; None where it has not even a loopback network."""
    try:
        made = socket.create_server(("127.0.0.1", 0))
    except OSError:
        return None
    made.setblocking(False)
    return made
