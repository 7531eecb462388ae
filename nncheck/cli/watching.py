"""`nncheck grade --watch`: a round for every time that a file is saved, until Ctrl-C.

One grader serves all rounds: its processes stay warm, so that a round takes some hundredths of a second.
"""

import sys
from datetime import datetime
from pathlib import Path

from rich.text import Text

from nncheck.cli.grading import Request, exit_code, settings_for, write_report
from nncheck.cli.output import say
from nncheck.cli.progress import Progress
from nncheck.cli.saves import saves
from nncheck.cli.speaking import screen_for
from nncheck.errors import ExitCode, UsageError
from nncheck.pipeline import Grader
from nncheck.records import Limits, Report, Submission, SubmissionResult
from nncheck.report.changes import change_lines
from nncheck.report.plain import plain
from nncheck.report.screen import Screen
from nncheck.report.styles import BAD, DIM, STRONG
from nncheck.report.text import laid_out
from nncheck.sandbox.launch import Launched
from nncheck.sandbox.levels import require
from nncheck.spec import load_exercises
from nncheck.submission import MAX_BYTES, read_submission


def run(request: Request, limits: Limits, zygote: Launched | None) -> ExitCode:
    """Grades every saved state of the files, and says how the last ones went.

    Raises UsageError for options that only a grading with an end can have.
    """
    refuse_others(request)
    screen_for(request.lang, request.folders)  # it fails now, not after the first round
    rounds = Rounds(request)
    settings = settings_for(request, limits)
    with Grader(load_exercises(request.folders), settings, rounds.tell, zygote=zygote) as grader:
        require(settings.level, grader.isolation)
        try:
            for path in saves(rounds.paths):
                rounds.look_at(path, grader)
        except KeyboardInterrupt:
            if not rounds.complete:  # as any grading that is interrupted
                raise
            say("\n" * sys.stdout.isatty())  # after the ^C that the terminal shows
    return rounds.exit_code


def refuse_others(request: Request) -> None:
    """Only files can be watched, and only a terminal or a log can take one report after the other."""
    given = {
        "--format": request.format_name != "text",
        "--output": request.output is not None,
        "--gradebook": request.gradebook is not None,
        "--executor": request.executor != "local",
        "--jobs": request.jobs != 1,
    }
    others = [option for option, is_given in given.items() if is_given]
    if others:
        raise UsageError(f"--watch prints a report for every save: leave out {' and '.join(others)}")
    for path in request.paths:
        if path.suffix not in MAX_BYTES or path.is_dir():
            raise UsageError(f"--watch takes .py and .ipynb files, and {path} is none; name the files")


class Rounds:
    """The latest result of each file, and what is printed when there is another."""

    def __init__(self, request: Request):
        self.paths = tuple(dict.fromkeys(request.paths))
        self._request = request
        self._results: dict[Path, SubmissionResult] = {}
        self._unreadable: set[Path] = set()
        self._progress: Progress | None = None

    def look_at(self, path: Path, grader: Grader) -> None:
        """The round of a file that may have changed."""
        first = not self._seen
        try:
            submission = read_submission(path)
        except UsageError as error:
            self._unreadable.add(path)
            self._separate()
            language = self._screen.language
            reason = plain(language.sentence(str(error)))
            waiting = language.say("{reason}; waiting until it is saved again", reason=reason)
            self._print(Text(waiting, style=BAD))
        else:
            self._grade(path, submission, grader)
        if first:
            watching = self._screen.language.say("watching {names}; Ctrl-C ends it", names=self._names)
            self._print(Text(watching, style=DIM))

    def tell(self, message: str, *share: int) -> None:
        """Shows what takes long in the round that is going on."""
        if self._progress is not None:
            self._progress.message(message, *share)

    @property
    def complete(self) -> bool:
        """Whether each file has had a round."""
        return self._seen.issuperset(self.paths)

    @property
    def exit_code(self) -> ExitCode:
        """That of a grading of the files as they were in their last rounds."""
        graded = exit_code([*self._results.values()], self._request.fail_under)
        return max(graded, ExitCode.USAGE) if self._unreadable else graded

    @property
    def _seen(self) -> set[Path]:
        return self._unreadable.union(self._results)

    @property
    def _screen(self) -> Screen:
        """Standard output as it is now: windows are resized."""
        return screen_for(self._request.lang, self._request.folders)

    @property
    def _names(self) -> str:
        return ", ".join(plain(str(path), 100) for path in self.paths)

    def _grade(self, path: Path, submission: Submission, grader: Grader) -> None:
        before = self._results.get(path)
        if before and before.sha256 == submission.sha256 and path not in self._unreadable:
            return
        with Progress("grading", 1) as self._progress:
            after = grader.grade(submission)
        self._results[path] = after
        self._unreadable.discard(path)
        self._separate()
        write_report(self._request, Report(submissions=(after,), environment=grader.environment()))
        if before:
            self._print(*change_lines(before, after, self._screen))

    def _separate(self) -> None:
        """A line with the time, where a round begins on the screen."""
        screen = self._screen
        time = datetime.now().strftime(" %H:%M:%S ")
        line = Text(f"{time:{screen.heavy_line}^{screen.columns}}", style=STRONG)
        self._print(*([Text()] if self._seen else []), line)

    def _print(self, *lines: Text) -> None:
        say(laid_out(lines, self._screen))
