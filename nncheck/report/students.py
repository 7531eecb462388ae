"""Names of files -> the students who handed them in, as learning platforms name what they export."""

import re
from collections.abc import Iterable, Sequence
from os.path import commonprefix

from nncheck.records import Record

# Below these folders everything is one student's; the number is the platform's own for the student.
_FOLDERS = (
    # Moodle: First Last_12345_assignsubmission_file_, with or without the last dash, or before a file's name
    re.compile(r"(?P<name>.+)_(?P<id>\d+)_assignsubmission_(?:file|onlinetext)(?:_.*)?"),
    # Brightspace: 12345-67890 - First Last - Nov 21, 2026 1200 PM
    re.compile(r"(?P<id>\d+)-\d+ - (?P<name>.+) - \w+ \d{1,2}, \d{4} \d{1,4}(?: ?[AP]M)?"),
    # Gradescope: submission_12345; that is no student's number
    re.compile(r"(?P<name>submission_\d+)"),
)
# Where all files lie in one folder, their names tell.
_FILES = (
    # Canvas: lastfirst_LATE_12345_67890_file-1.py: user, attachment, and the resubmission's number
    re.compile(r"(?P<name>.+?)_(?P<late>LATE_)?(?P<id>\d+)_\d+_.+"),
    # Blackboard: Assignment_username_attempt_2026-11-21-12-00-00_file.py
    re.compile(r".+_(?P<id>(?P<name>[^_]+))_attempt_\d{4}(?:-\d\d){5}(?:[_.].*)?"),
)


class Student(Record, frozen=True, kw_only=True):
    """Who handed something in, as far as the name of the file tells."""

    name: str
    id: str = ""  # the platform's own, where the name of the file has it
    late: bool = False

    @property
    def identity(self) -> tuple[str, str]:
        """What is the same for all files of one student."""
        return ("", self.id) if self.id else (self.name, "")


def students(paths: Sequence[str]) -> dict[str, Student]:
    """The student of each path.

    Where the names are no platform's, it is the first folder below the one that holds all files, or the
    file's own name where it lies in that one.
    """
    parts = {
        path: tuple(part for part in path.split("/") if part not in ("", ".")) or (path,) for path in paths
    }
    root = len(commonprefix([each[:-1] for each in parts.values()]))
    flat = _flat([each[root:] for each in parts.values()])
    return {path: _student(each[root:], each, flat) for path, each in parts.items()}


def _student(below: tuple[str, ...], whole: tuple[str, ...], flat: re.Pattern[str] | None) -> Student:
    for pattern in _FOLDERS:
        for part in whole:
            if found := pattern.fullmatch(part):
                return _matched(found)
    if flat and len(below) == 1 and (found := flat.fullmatch(below[0])):
        return _matched(found)
    return Student(name=below[0] if len(below) > 1 else _stem(below[0]))


def _matched(found: re.Match[str]) -> Student:
    groups = found.groupdict()
    return Student(name=groups["name"], id=groups.get("id") or "", late=bool(groups.get("late")))


def _flat(below: Iterable[tuple[str, ...]]) -> re.Pattern[str] | None:
    """The platform that named most of the files in the common folder, if there is one.

    A student may call a file hw_1_2_final.py; a platform names all of them.
    """
    names = [each[0] for each in below if len(each) == 1]
    counts = {pattern: sum(1 for name in names if pattern.fullmatch(name)) for pattern in _FILES}
    best = max(_FILES, key=counts.__getitem__)
    return best if counts[best] > len(names) / 2 else None


def _stem(name: str) -> str:
    return name.rpartition(".")[0] or name
