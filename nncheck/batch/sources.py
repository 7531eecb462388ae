"""Paths -> the submissions that they lead to: files, files in folders, files in archives."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from msgspec.structs import replace

from nncheck.batch.archives import SUFFIX, Archive, Member
from nncheck.errors import UsageError
from nncheck.files import files_below
from nncheck.records import Submission
from nncheck.submission import MAX_BYTES, read_submission, submission_of


@dataclass(frozen=True)
class FileSource:
    """A file; `below` is the folder in which it was found."""

    path: Path
    below: Path | None = None

    @property
    def name(self) -> str:
        return spelt_out(str(self.path))

    def read(self) -> Submission:
        """The submission; UsageError where it cannot be read."""
        found = read_submission(self.path, self.below)
        cells = tuple(replace(cell, name=spelt_out(cell.name)) for cell in found.cells)
        return replace(found, name=self.name, cells=cells)


@dataclass(frozen=True)
class MemberSource:
    """A file in an archive."""

    member: Member

    @property
    def name(self) -> str:
        return self.member.name

    def read(self) -> Submission:
        """The submission; UsageError where it cannot be read."""
        return submission_of(PurePosixPath(self.name), self.member.content())


@dataclass(frozen=True)
class Unreadable:
    """An archive among several files that cannot be opened."""

    name: str
    reason: str

    def read(self) -> Submission:
        """Always UsageError, with the reason."""
        raise UsageError(self.reason)


def spelt_out(name: str) -> str:
    """A file's name as text; what is not UTF-8 in it as reports spell it, for it can be sent nowhere."""
    return name.encode("utf-8", "backslashreplace").decode()


Source = FileSource | MemberSource | Unreadable


def find_sources(paths: Sequence[Path]) -> list[Source]:
    """Every submission below the paths, each once, in the order of the paths and of names.

    Raises UsageError for a path that does not exist, and where there is nothing to grade.
    """
    found = {source.name: source for path in paths for source in _below(path)}
    if not found:
        raise UsageError(f"no .py or .ipynb file in {', '.join(map(str, paths))}")
    return list(found.values())


def _below(path: Path) -> Iterator[Source]:
    if not os.path.lexists(path):
        raise UsageError(f"{path} does not exist")
    if path.is_dir() and not path.is_symlink():
        for file in sorted(files_below(path, (*MAX_BYTES, SUFFIX))):
            yield from _in_archive(file, path) if file.suffix == SUFFIX else [FileSource(file, path)]
    elif path.suffix == SUFFIX:
        yield from _members(Archive.at(path))
    else:
        yield FileSource(path)


def _in_archive(path: Path, below: Path) -> Iterator[Source]:
    try:
        yield from _members(Archive.at(path, below))
    except UsageError as error:
        yield Unreadable(str(path), str(error))


def _members(archive: Archive) -> Iterator[Source]:
    for member in archive.members():
        if not member.is_archive:
            yield MemberSource(member)
            continue
        try:
            yield from _members(member.opened())
        except UsageError as error:
            yield Unreadable(member.name, str(error))
