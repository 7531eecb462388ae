"""A grader process as the one who asks sees it: submissions go in, results come out."""

import os
import subprocess
from collections.abc import Callable
from contextlib import suppress
from tempfile import TemporaryFile
from typing import Self

from nncheck.afresh import python_running
from nncheck.errors import ExitCode, GraderError, UsageError
from nncheck.records import Environment, Record, Submission
from nncheck.service.messages import Failed, Graded, Progress, Ready, Reply, Setup, receive_reply, send

OnProgress = Callable[[str, int, int | None], None]
PATIENCE = 5.0  # seconds for a process to end by itself
MOST_SAID = 2000  # bytes at the end of what a process that died has written to stderr


class ProcessEnded(GraderError):
    """A grader process that is no more, though nobody told it to end."""


class GraderProcess:
    """One grader in a process of its own, for one thread at a time; on the given processor, if any.

    Raises UsageError or GraderError where its setup is no good.
    """

    environment: Environment
    usable: bool  # whether it has answered all that it was asked

    def __init__(self, setup: Setup, on_progress: OnProgress, processor: int | None = None):
        self._on_progress, self.usable, self.processor = on_progress, False, processor
        self._errors = TemporaryFile()  # noqa: SIM115 - closed with the process
        self._process = subprocess.Popen(
            python_running("nncheck.service.child"),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            cwd=os.sep,
            env=os.environ | {"OPENBLAS_NUM_THREADS": "1"},  # it multiplies no large matrices
            start_new_session=True,
        )
        try:
            self._bind()
            ready = self._asked(setup)
            if not isinstance(ready, Ready):
                raise GraderError("a grader process answered before it was asked")
            self.environment = ready.environment
        except BaseException:
            self.close()
            raise

    def grade(self, submission: Submission) -> Graded:
        """The encoded result of a submission.

        Raises ProcessEnded where the process died over it, GraderError where nncheck failed otherwise.
        """
        reply = self._asked(submission)
        if not isinstance(reply, Graded):
            raise GraderError("a grader process gave no result")
        return reply

    def _asked(self, record: Record) -> Reply:
        """The reply to a record, after the news that come before it."""
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None  # it is a pipe, and so is the other
        assert stdout is not None
        self.usable = False
        try:
            send(stdin, record)
            while isinstance(reply := receive_reply(stdout), Progress):
                self._on_progress(reply.message, reply.done, reply.total)
        except (EOFError, OSError, ValueError):  # the last: closed meanwhile by another thread
            raise ProcessEnded(self._obituary()) from None
        self.usable = True
        if isinstance(reply, Failed):
            raise (UsageError if reply.code == ExitCode.USAGE else GraderError)(reply.message)
        return reply

    def _bind(self) -> None:
        if self.processor is not None:
            with suppress(OSError):  # it may have ended; or the processor is not ours any more
                os.sched_setaffinity(self._process.pid, {self.processor})

    def _obituary(self) -> str:
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(PATIENCE)
        self._errors.seek(-min(MOST_SAID, self._errors.seek(0, os.SEEK_END)), os.SEEK_END)
        last = self._errors.read().decode("utf-8", "replace").strip().splitlines()[-1:]
        return f"a grader process ended unexpectedly (status {self._process.returncode}) {' '.join(last)}"

    def close(self) -> None:
        """End the process, and with it all that it has started."""
        if not self.usable:
            self._process.kill()  # first: a thread that reads from it holds on to the pipe until it ends
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()
        try:
            self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._errors.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()
