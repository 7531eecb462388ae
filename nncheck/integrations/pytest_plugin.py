"""`pytest --nncheck submission.py`: what every run of pytest imports, so it does as little as can be."""

import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

SUBMISSIONS, EXERCISES, FOLDERS = "nncheck_submissions", "nncheck_exercises", "nncheck_folders"
DANGER = "lies with the submission, so its author may have written it, and pytest would obey it"
CURE = "grade a copy of the submission alone, or use nncheck grade"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add our options."""
    group = parser.getgroup("nncheck", "grading of submissions")
    group.addoption(
        "--nncheck", action="append", default=[], dest=SUBMISSIONS, metavar="FILE",
        help="Grade a .py or .ipynb submission: each check is a test (repeatable).",
    )  # fmt: skip
    group.addoption(
        "--nncheck-exercise", action="append", default=[], dest=EXERCISES, metavar="NAME",
        help="Every function of this exercise counts (repeatable).",
    )  # fmt: skip
    group.addoption(
        "--nncheck-exercises", action="append", default=[], dest=FOLDERS, metavar="DIR",
        help="Also use the exercises of a folder that holds exercises/ (repeatable).",
    )  # fmt: skip


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> None:
    """Refuse what the author of a submission may have put beside it to be run by pytest itself."""
    for name in getattr(early_config.known_args_namespace, SUBMISSIONS):
        for path in beside(Path(name).resolve().parent, early_config.rootpath, early_config.inipath):
            raise pytest.UsageError(f"{printable(str(path))} {DANGER}; {CURE}")


def beside(folder: Path, root: Path, settings: Path | None) -> Iterator[Path]:
    """Files that pytest obeys, in the submission's folder and those around it, up to pytest's own."""
    if settings is not None and settings.parent == folder:
        yield settings
    within = [each for each in folder.parents if root in each.parents]
    yield from (path for each in (folder, *within) if (path := each / "conftest.py").exists())
    yield from folder.glob("test*/conftest.py")  # pytest loads these, too


def printable(path: str) -> str:
    """A path that steers no terminal."""
    return "".join(character if character.isprintable() else ascii(character)[1:-1] for character in path)


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Grade, if asked to. Nothing is imported from the folders of submissions."""
    submissions = [Path(name) for name in config.getoption(SUBMISSIONS)]
    if not submissions:
        return
    folders = {path.resolve().parent for path in submissions}
    sys.path[:] = [each for each in sys.path if Path(each).resolve() not in folders]
    if config.args_source != pytest.Config.ArgsSource.ARGS:
        config.args = []  # tests are collected where they are asked for
    grading = import_module("nncheck.integrations.pytest_items").Grading(config, submissions)
    config.pluginmanager.register(grading, "nncheck-grading")
