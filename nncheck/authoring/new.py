"""A name -> a new exercise with solutions, which holds as it stands and shows how one is written."""

import builtins
import keyword
import re
from collections.abc import Collection
from pathlib import Path

import nncheck.spec
from nncheck.errors import UsageError

TEMPLATE = Path(__file__).with_name("template")
SUFFIX = ".txt"  # no module of ours
NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")
_TAKEN_BY_THE_TEMPLATE = {"sigmoid", "inf", "np"}


def write_new(name: str, folder: Path, known: Collection[str]) -> list[Path]:
    """Writes the exercise into exercises/ and solutions/ of a folder, and gives the files.

    Raises UsageError where the name cannot be had, or something is there already.
    """
    _check_name(name, known)
    homes = {kind: folder / kind / name for kind in ("exercises", "solutions")}
    for home in homes.values():
        if home.exists():
            raise UsageError(f"{home} is there already; choose another name, or another --output")
    written = []
    try:
        for source in sorted(TEMPLATE.rglob(f"*{SUFFIX}")):
            place = source.relative_to(TEMPLATE).with_suffix("")
            target = homes["solutions" if len(place.parts) > 1 else "exercises"] / place
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(_filled_in(source.read_text("utf-8"), name), "utf-8")
            written.append(target)
    except OSError as error:
        raise UsageError(f"cannot write to {folder}: {error.strerror}") from error
    return written


def _check_name(name: str, known: Collection[str]) -> None:
    if not NAME.fullmatch(name):
        raise UsageError(
            f"{name!r} cannot name an exercise; use up to 40 small letters, digits and _, a letter first"
        )
    if name in known:
        raise UsageError(f"there is an exercise or function {name} already; choose another name")
    words = {*keyword.kwlist, *keyword.softkwlist, *dir(builtins), *nncheck.spec.__all__}
    if name in words | _TAKEN_BY_THE_TEMPLATE:
        raise UsageError(f"{name} has a meaning in an exercise file; choose another name")


def _filled_in(text: str, name: str) -> str:
    letters = re.sub("[^A-Z]", "", name.upper())
    return text.replace("CODE", f"{letters}X"[:2]).replace("NAME", name)
