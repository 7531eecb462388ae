"""A grader process: it reads a setup and then submissions from a pipe, and writes results to another."""

import gc
import os
import signal
from pathlib import Path
from time import monotonic
from typing import IO

from nncheck import results
from nncheck.errors import ExitCode, NncheckError
from nncheck.pipeline import Grader
from nncheck.records import Submission
from nncheck.sandbox.levels import require
from nncheck.service.messages import (
    Failed,
    Graded,
    Progress,
    Ready,
    receive_setup,
    receive_submission,
    send,
    settings_of,
)
from nncheck.spec import load_exercises


def main() -> None:
    """Serve until the other side hangs up; whoever asked for us may have been interrupted by Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    requests, replies = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_RDWR), 0)
    os.dup2(2, 1)  # what a library prints is no reply
    try:
        serve(requests, replies)
    except (EOFError, BrokenPipeError):
        pass
    except NncheckError as error:
        send(replies, Failed(message=str(error), code=error.exit_code))
    os._exit(0)  # nothing is left to be saved


def serve(requests: IO[bytes], replies: IO[bytes]) -> None:
    """Grade what comes; EOFError at the end."""
    setup = receive_setup(requests)
    settings = settings_of(setup)
    exercises = load_exercises([Path(folder) for folder in setup.folders])

    def tell(message: str, done: int = 0, total: int | None = None) -> None:
        send(replies, Progress(message=message, done=done, total=total))

    with Grader(exercises, settings, tell, given=setup.cases) as grader:
        require(settings.level, grader.isolation)
        gc.collect()
        gc.freeze()  # modules and exercises stay: later collections need not walk them
        send(replies, Ready(environment=grader.environment()))
        while True:
            send(replies, graded(grader, receive_submission(requests)))


def graded(grader: Grader, submission: Submission) -> Graded | Failed:
    """The reply to a submission; a fault of ours is told, and costs the next submission nothing."""
    began = monotonic()
    try:
        result = results.encode(grader.grade(submission))
    except NncheckError as error:
        return Failed(message=str(error), code=error.exit_code)
    except Exception as error:  # noqa: BLE001  the other submissions are graded all the same
        return Failed(message=f"{type(error).__name__}: {error}", code=ExitCode.GRADER)
    return Graded(result=result, seconds=monotonic() - began, environment=grader.environment())
