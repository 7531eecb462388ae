"""What a grader process is told and what it says, as records and as frames on a pipe."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from struct import Struct
from typing import IO, Any, TypeVar

import msgspec
from msgspec.structs import replace

from nncheck.records import Environment, Record, Submission
from nncheck.settings import Settings

Kind = TypeVar("Kind")


class Setup(Record, frozen=True, kw_only=True):
    """How a grader process is to grade: all that it needs, since it may run on another machine.

    `settings` come without their seed: it may have more bits than MessagePack's integers.
    """

    settings: Settings
    seed: str
    folders: tuple[str, ...] = ()  # that hold further exercises
    cases: dict[str, bytes] = {}  # encoded bundles, by the key of the cache

    def __repr__(self) -> str:
        """Nothing of it: the seed may be secret, and a cluster writes arguments into its logs."""
        return "Setup(...)"


def setup_for(settings: Settings, folders: Sequence[Path], cases: Mapping[str, bytes] | None = None) -> Setup:
    """The setup of settings that have their seed."""
    return Setup(
        settings=replace(settings, seed=0),
        seed=str(settings.seed),
        folders=tuple(str(folder.absolute()) for folder in folders),
        cases=dict(cases or {}),
    )


def settings_of(setup: Setup) -> Settings:
    """The settings again, with their seed."""
    return replace(setup.settings, seed=int(setup.seed))


class Ready(Record, frozen=True, kw_only=True, tag=True):
    """The setup is good, and this is where its submissions will run."""

    environment: Environment


class Progress(Record, frozen=True, kw_only=True, tag=True):
    """What is going on that takes long, and how much of it is done."""

    message: str
    done: int = 0
    total: int | None = None


class Graded(Record, frozen=True, kw_only=True, tag=True):
    """An encoded result, how long it took, and where it came about."""

    result: bytes
    seconds: float
    environment: Environment


class Failed(Record, frozen=True, kw_only=True, tag=True):
    """nncheck could not do it; `code` is the exit code that says whose fault it is."""

    message: str
    code: int


Reply = Ready | Progress | Graded | Failed

_HEADER = Struct("<Q")
_REPLY: msgspec.msgpack.Decoder[Reply] = msgspec.msgpack.Decoder(Reply)
_SETUP = msgspec.msgpack.Decoder(Setup)
_SUBMISSION = msgspec.msgpack.Decoder(Submission)


def send(stream: IO[bytes], record: Record) -> None:
    """Write a record as one frame."""
    data = msgspec.msgpack.encode(record)
    stream.write(_HEADER.pack(len(data)) + data)
    stream.flush()


def receive_reply(stream: IO[bytes]) -> Reply:
    """The next reply of a grader process; EOFError when it has ended."""
    reply: Reply = _received(stream, _REPLY.decode)
    return reply


def receive_setup(stream: IO[bytes]) -> Setup:
    """The setup that comes first; EOFError when nobody is there any more."""
    return _received(stream, _SETUP.decode)


def receive_submission(stream: IO[bytes]) -> Submission:
    """The next submission; EOFError after the last."""
    return _received(stream, _SUBMISSION.decode)


def _received(stream: IO[bytes], decoded: Callable[[Any], Kind]) -> Kind:
    (length,) = _HEADER.unpack(_exactly(stream, _HEADER.size))
    return decoded(_exactly(stream, length))


def _exactly(stream: IO[bytes], size: int) -> bytes:
    data = stream.read(size)
    if len(data) < size:
        raise EOFError("the other process has gone")
    return data
