"""The submissions in a zip archive, such as a learning platform exports; nothing is unpacked to disk.

Every bound is one of what is read, whatever the archive claims of itself.
"""

import io
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO

from nncheck.errors import UsageError
from nncheck.files import open_regular
from nncheck.submission import MAX_BYTES

SUFFIX = ".zip"
MOST_MEMBERS = 100_000
MOST_HANDED_IN, BYTES_HANDED_IN = 1000, 20 << 20  # members and bytes of an archive that lies in another
RATIO, RATIO_FROM = 200, 1 << 16  # no text of more bytes than the second shrinks to less than a 200th
NOT_SUBMITTED = ("__MACOSX", ".")  # what begins so is a file system's, not a student's
ENCRYPTED = 1  # of a member's flags
UNSOUND = (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, ValueError)


class Archive:
    """An archive in a file, or in another archive.

    Raises UsageError where it cannot be read or has too many members.
    """

    def __init__(self, name: str, open_file: Callable[[], IO[bytes]], inside_another: bool = False):
        self.name, self._open_file, self._inside = name, open_file, inside_another
        # one that was handed in would take memory: it is opened anew for each of its few members
        self._kept = None if inside_another else self._opened()
        with self._unzipped() as archive:
            self._infos = archive.infolist()
        most = MOST_HANDED_IN if inside_another else MOST_MEMBERS
        if len(self._infos) > most:
            raise UsageError(f"{name} has more than {most:,} members")

    @classmethod
    def at(cls, path: Path, below: Path | None = None) -> "Archive":
        """The archive in a file; `below` is the folder in which it was found."""
        try:
            return cls(str(path), partial(open_regular, path, below))
        except OSError as error:
            raise UsageError(f"{path} cannot be read: {error.strerror}") from None

    def members(self) -> Iterator["Member"]:
        """The .py and .ipynb files, and the archives, in the order of their names."""
        for info in sorted(self._infos, key=lambda each: each.filename):
            path = PurePosixPath(info.filename)
            wanted = path.suffix in MAX_BYTES or path.suffix == SUFFIX
            hidden = any(part.startswith(NOT_SUBMITTED) for part in path.parts if part != "..")
            if wanted and not hidden and not info.is_dir():
                yield Member(self, info)

    def read(self, info: zipfile.ZipInfo, limit: int) -> bytes:
        """The bytes of a member, at most `limit`."""
        name = f"{self.name}/{info.filename}"
        if stat.S_ISLNK(info.external_attr >> 16):
            raise UsageError(f"{name} is a symbolic link, not a file")
        if info.flag_bits & ENCRYPTED:
            raise UsageError(f"{name} is encrypted; hand it in without a password")
        try:
            with self._unzipped() as archive, archive.open(info) as file:
                data = file.read(limit + 1)
        except UNSOUND as error:
            raise UsageError(f"{name} is damaged and cannot be unpacked ({error})") from None
        if len(data) > limit:
            raise UsageError(f"{name} is too large: at most {limit >> 20} MiB are read")
        if len(data) > max(RATIO_FROM, RATIO * info.compress_size):
            raise UsageError(f"{name} was compressed more than {RATIO} times, as no text is; it is not read")
        return data

    def archive_in(self, info: zipfile.ZipInfo) -> "Archive":
        """The archive that a member is."""
        name = f"{self.name}/{info.filename}"
        if self._inside:
            raise UsageError(f"{name} is an archive in an archive in an archive; unpack it")
        return Archive(name, lambda: io.BytesIO(self.read(info, BYTES_HANDED_IN)), inside_another=True)

    def _opened(self) -> zipfile.ZipFile:
        file = self._open_file()
        try:
            return zipfile.ZipFile(file)
        except UNSOUND as error:
            raise UsageError(f"{self.name} is no zip archive that can be read ({error})") from None

    @contextmanager
    def _unzipped(self) -> Iterator[zipfile.ZipFile]:
        if self._kept is not None:
            yield self._kept
            return
        with self._opened() as archive:
            yield archive


class Member:
    """A file in an archive."""

    def __init__(self, archive: Archive, info: zipfile.ZipInfo):
        self.name = f"{archive.name}/{info.filename}"
        self._archive, self._info = archive, info

    @property
    def is_archive(self) -> bool:
        """Whether it is one itself, by its name."""
        return PurePosixPath(self.name).suffix == SUFFIX

    def opened(self) -> Archive:
        """It as an archive; UsageError where it is none."""
        return self._archive.archive_in(self._info)

    def content(self) -> bytes:
        """Its bytes; UsageError where they cannot be read."""
        return self._archive.read(self._info, MAX_BYTES[PurePosixPath(self.name).suffix])
