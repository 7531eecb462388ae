"""The results of a batch in the order of its submissions, on disk: memory does not grow with their number."""

from collections.abc import Iterator, Sequence
from tempfile import TemporaryFile
from threading import Lock
from typing import Self, overload

from msgspec.structs import replace

from nncheck import results
from nncheck.records import SubmissionResult


class Spool(Sequence[SubmissionResult]):
    """One place for each submission, by its name; a result is decoded whenever it is looked at."""

    def __init__(self, names: Sequence[str]):
        self._names = names
        self._places: list[tuple[int, int] | None] = [None] * len(names)
        self._file = TemporaryFile()  # noqa: SIM115 - closed by close
        self._end = 0
        self._lock = Lock()

    def put(self, places: Sequence[int], encoded: bytes) -> None:
        """Keep one result for several submissions that are the same but for their names."""
        with self._lock:
            self._file.seek(self._end)
            self._file.write(encoded)
            for place in places:
                self._places[place] = (self._end, len(encoded))
            self._end += len(encoded)

    @property
    def complete(self) -> bool:
        """Whether every submission has its result."""
        return None not in self._places

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, index: int) -> SubmissionResult: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[SubmissionResult]: ...
    def __getitem__(self, index: int | slice) -> SubmissionResult | Sequence[SubmissionResult]:
        if isinstance(index, slice):
            return [self[each] for each in range(*index.indices(len(self)))]
        place = self._places[index]
        if place is None:
            raise LookupError(f"{self._names[index]} has no result yet")
        with self._lock:
            self._file.seek(place[0])
            encoded = self._file.read(place[1])
        return replace(results.decode(encoded), submission=self._names[index])

    def __iter__(self) -> Iterator[SubmissionResult]:
        return (self[index] for index in range(len(self)))

    def close(self) -> None:
        """Give the disk space back."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()
