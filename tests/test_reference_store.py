"""The cache on disk: whole entries or none."""

import multiprocessing
import os
from pathlib import Path

import pytest

from nncheck.reference.store import Store, default_store

DAMAGE = {
    "truncated": lambda data: data[:-1],
    "a bit flipped": lambda data: data[:-1] + bytes([data[-1] ^ 1]),
    "emptied": lambda data: b"",
    "something else": lambda data: b"not ours",
    "digest flipped": lambda data: bytes([data[0] ^ 1]) + data[1:],
}


def test_what_is_written_is_read(tmp_path: Path) -> None:
    """An entry comes back as it was written, and only under its own key; empty entries too."""
    store = Store(tmp_path / "made" / "when needed")
    store.write("a", b"content")
    store.write("empty", b"")
    assert (store.read("a"), store.read("empty"), store.read("b")) == (b"content", b"", None)


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_corrupt_entry_is_none(tmp_path: Path, damage: object) -> None:
    """Whatever happened to a file, its content is not taken for what was written."""
    store = Store(tmp_path)
    store.write("a", b"content")
    (tmp_path / "a").write_bytes(damage((tmp_path / "a").read_bytes()))  # type: ignore[operator]
    assert store.read("a") is None


def _write_often(folder: Path, letter: bytes) -> None:
    for _ in range(200):
        Store(folder).write("a", letter * 100_000)


def test_writing_is_atomic(tmp_path: Path) -> None:
    """A reader beside two writers sees one whole entry or the other, and no half-written file is left."""
    store = Store(tmp_path)
    store.write("a", b"x" * 100_000)
    context = multiprocessing.get_context("fork")
    writers = [context.Process(target=_write_often, args=(tmp_path, letter)) for letter in (b"x", b"y")]
    for writer in writers:
        writer.start()
    seen = set()
    while any(writer.is_alive() for writer in writers):
        seen.add(store.read("a"))
    for writer in writers:
        writer.join()
        assert writer.exitcode == 0
    assert seen <= {b"x" * 100_000, b"y" * 100_000}
    assert os.listdir(tmp_path) == ["a"]


def test_an_unwritable_folder_is_harmless(tmp_path: Path) -> None:
    """Where nothing can be written, nothing is kept and nothing is raised."""
    blocked = tmp_path / "file"
    blocked.write_text("a file where the folder should be", "utf-8")
    store = Store(blocked / "cache")
    store.write("a", b"content")
    assert store.read("a") is None
    taken = Store(tmp_path)
    (tmp_path / "a").mkdir()
    taken.write("a", b"content")
    assert sorted(os.listdir(tmp_path)) == ["a", "file"]


def test_without_a_folder_entries_stay_in_the_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A store without a folder writes nothing to a disk: it is for secret seeds."""
    monkeypatch.chdir(tmp_path)
    store = Store(None)
    store.write("a", b"content")
    assert store.read("a") == b"content"
    assert Store(None).read("a") is None
    assert os.listdir(tmp_path) == []


def test_the_default_store_is_in_the_users_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """XDG_CACHE_HOME moves it."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    folder = default_store().folder
    assert folder is not None
    if os.name == "posix" and os.uname().sysname == "Linux":
        assert folder == tmp_path / "nncheck"
