"""What is to be shown -> pages of exercises, or a folder with the site that they make."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from nncheck.cli.describing import found, full_name
from nncheck.cli.output import say, write
from nncheck.cli.progress import Progress
from nncheck.errors import UsageError, unknown_name
from nncheck.report.plain import plain
from nncheck.spec import Exercise, load_exercises


def shown(name: str, exercises: Mapping[str, Exercise], language: str) -> str:
    """The page of an exercise or a function.

    Raises UsageError for a name that there is not, or that several exercises have.
    """
    with _libraries():
        from nncheck.pages.exercise import Author
    author = Author(exercises, language)
    if name in exercises:
        return author.exercise(exercises[name])
    functions = found(name, exercises)
    if len(functions) > 1:
        names = " and ".join(full_name(*each) for each in functions)
        raise UsageError(f"a page shows one function, and {name} is the name of several: {names}; name one")
    return author.function(*functions[0])


def write_site(
    names: Sequence[str], folder: Path, language: str, overwrite: bool, folders: Sequence[Path]
) -> None:
    """The site of some exercises, or of all; `language` is that of its first page.

    Raises UsageError for an unknown exercise, and where a file is there already.
    """
    exercises = load_exercises(folders)
    for name in names:
        if name not in exercises:
            raise unknown_name("exercise", name, exercises)
    with _libraries():
        from nncheck.pages.site import INDEX, site
    if not overwrite and (folder / INDEX).exists():
        raise UsageError(f"{folder / INDEX} is there already; add --overwrite to replace it")
    written = 0
    with Progress("writing pages") as progress:
        for path, content in site(exercises, tuple(dict.fromkeys(names)) or tuple(exercises), language):
            progress.message(path)
            _keep(folder / path, content)
            written += 1
    say(f"{plain(str(folder / INDEX))}, the first of {written} files\n")


def _keep(path: Path, content: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"cannot write to {path.parent}: {error.strerror}") from error
    write(path, content)


@contextmanager
def _libraries() -> Iterator[None]:
    """Says in a sentence what is not installed."""
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("nncheck"):
            raise
        raise UsageError(
            f"pages need {error.name}, which is not installed; install it with: pip install 'nncheck[pages]'"
        ) from None
