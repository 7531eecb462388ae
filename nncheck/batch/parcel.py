"""A setup on its way to another machine: with the files of exercises that are not nncheck's own."""

import zlib
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
from msgspec.structs import replace

from nncheck.errors import UsageError
from nncheck.records import Record
from nncheck.service.messages import Setup

MOST_BYTES = 64 << 20  # of the files of exercises


class Parcel(Record, frozen=True, kw_only=True):
    """The setup, and for each of its folders the files below exercises/ by their path."""

    id: str
    setup: Setup
    files: tuple[dict[str, bytes], ...] = ()

    def __repr__(self) -> str:
        """Its name alone: a cluster writes arguments into its logs."""
        return f"Parcel({self.id})"


def packed(id: str, setup: Setup) -> bytes:
    """The parcel of a setup whose folders are on this machine.

    Raises UsageError where the exercises are too large to travel.
    """
    files = tuple(_files(Path(folder)) for folder in setup.folders)
    if sum(len(content) for folder in files for content in folder.values()) > MOST_BYTES:
        raise UsageError(f"the exercises in {', '.join(setup.folders)} have more than {MOST_BYTES >> 20} MiB")
    return zlib.compress(msgspec.msgpack.encode(Parcel(id=id, setup=setup, files=files)), 1)


def opened(data: bytes) -> Parcel:
    """The parcel again."""
    return msgspec.msgpack.decode(zlib.decompress(data), type=Parcel)


def unpacked(parcel: Parcel) -> tuple[Setup, Sequence[TemporaryDirectory[str]]]:
    """The setup with folders of this machine, which are there as long as the second value is."""
    folders = [_folder(files) for files in parcel.files]
    return replace(parcel.setup, folders=tuple(each.name for each in folders)), folders


def _files(folder: Path) -> dict[str, bytes]:
    paths = sorted(path for path in (folder / "exercises").rglob("*") if path.is_file())
    wanted = [path for path in paths if path.suffix in {".py", ".json", ".md"}]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in wanted}


def _folder(files: dict[str, bytes]) -> TemporaryDirectory[str]:
    folder = TemporaryDirectory(prefix="nncheck-exercises-")
    for name, content in files.items():
        path = Path(folder.name) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder
