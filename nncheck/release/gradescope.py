"""A plan -> the zip archive that Gradescope makes an autograder of; the same input gives the same bytes."""

import re
import stat
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, requires, version
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, ZipInfo

from nncheck import __version__
from nncheck.errors import UsageError
from nncheck.release.autograder import COURSE, PLAN, Plan, written
from nncheck.spec.exercise import Exercise
from nncheck.spec.load import shipped_exercises

SCRIPTS = Path(__file__).with_name("gradescope_files")
USUAL_LIMIT = 570  # seconds: Gradescope ends a grading after 600, unless its settings say otherwise
OVERHEAD = 60  # seconds to start, and to prepare what hidden inputs need
WHEEL = re.compile(r"nncheck-[\w.+-]+\.whl")
NEVER_PACKED = {"__pycache__"}


def limit(plan: Plan, seconds: float, hidden: bool) -> int:
    """How many seconds a grading may take, if an exercise may take so many, and as many on hidden inputs."""
    number = sum(len(part.exercises) for part in plan.parts)
    return max(USUAL_LIMIT, int(number * seconds * (1 + hidden)) + OVERHEAD)


def scripts(seconds: int) -> dict[str, bytes]:
    """The two programs that Gradescope runs."""
    found = {name: (SCRIPTS / name).read_bytes() for name in ("setup.sh", "run_autograder")}
    usual = f"\nlimit={USUAL_LIMIT} ".encode()
    found["run_autograder"] = found["run_autograder"].replace(usual, f"\nlimit={seconds} ".encode())
    return found


def requirements(wheel: str | None, torch: bool) -> bytes:
    """nncheck and what it needs itself, in the versions that are installed here."""
    extra = "[torch]" if torch else ""
    ours = f"./{wheel}{extra}" if wheel else f"nncheck{extra}=={__version__}"
    pins = [f"{name}=={version(name).partition('+')[0]}" for name in sorted(_needed(torch))]
    return "\n".join([ours, *pins, ""]).encode()


def exercise_files(exercises: Mapping[str, Exercise]) -> Iterator[tuple[str, bytes]]:
    """Names and contents of the exercises that do not ship with nncheck."""
    for name, exercise in exercises.items():
        folder = exercise.source.parent
        if folder.parent != shipped_exercises():
            for path in sorted(folder.rglob("*")):
                if path.is_file() and not NEVER_PACKED & set(path.parts):
                    inside = path.relative_to(folder).as_posix()
                    yield f"{COURSE}/exercises/{name}/{inside}", path.read_bytes()


def wheel_file(path: Path) -> tuple[str, bytes]:
    """Its name and content.

    Raises UsageError where it is no wheel of nncheck.
    """
    if not WHEEL.fullmatch(path.name):
        raise UsageError(
            f"--wheel {path} is no wheel of nncheck; name a file like nncheck-1.0-py3-none-any.whl"
        )
    try:
        return path.name, path.read_bytes()
    except OSError as error:
        raise UsageError(f"cannot read --wheel {path}: {error.strerror}") from None


def packed(plan: Plan, files: Mapping[str, bytes], programs: Mapping[str, bytes]) -> bytes:
    """The archive: programs can be run, no file has a time or an owner, and nothing is compressed."""
    modes = {**dict.fromkeys([*files, PLAN], 0o600), **dict.fromkeys(programs, 0o755)}
    contents = {**files, PLAN: written(plan), **programs}
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        for name in sorted(contents):
            entry = ZipInfo(name)
            entry.create_system = 3  # Unix: the upper half of the attributes is a mode
            entry.external_attr = (stat.S_IFREG | modes[name]) << 16
            archive.writestr(entry, contents[name])
    return target.getvalue()


def _needed(torch: bool) -> Iterator[str]:
    """Packages that nncheck asks for by itself, and torch if it is here."""
    for line in requires("nncheck") or []:
        if "extra ==" not in line:
            yield re.split(r"[^\w.-]", line, maxsplit=1)[0]
    if torch:
        try:
            version("torch")
        except PackageNotFoundError:
            return
        yield "torch"
