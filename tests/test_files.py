"""Handed-in files are opened without a link on the way, whatever happens between finding and reading them."""

import os
import zipfile
from pathlib import Path

import pytest

from nncheck.batch.sources import find_sources
from nncheck.errors import UsageError
from nncheck.files import open_regular, read_bounded

WRONG, RIGHT = "def relu(x):\n    return x\n", "def relu(x):\n    return x * (x > 0)\n"


def as_file(folder: Path, source: str) -> Path:
    """A file with this source in a folder, which is made."""
    folder.mkdir(parents=True)
    path = folder / "relu.py"
    path.write_text(source)
    return path


def as_archive(folder: Path, source: str) -> Path:
    """An archive with such a file in a folder, which is made."""
    folder.mkdir(parents=True)
    path = folder / "relu.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("relu.py", source)
    return path


def exchanged(folder: Path, target: Path) -> None:
    """A link to the target where the folder was."""
    folder.rename(folder.with_name("away"))
    folder.symlink_to(target, target_is_directory=True)


@pytest.mark.parametrize("given", ["", "alice", "alice/deep"])
@pytest.mark.parametrize("swapped", ["alice", "alice/deep"])
def test_a_folder_that_becomes_a_link_leads_nowhere(tmp_path: Path, given: str, swapped: str) -> None:
    """Wherever it lies on the way from the folder that is graded, and if it is that one."""
    as_file(tmp_path / "in/alice/deep", WRONG)
    (source,) = find_sources([tmp_path / "in" / given])
    as_file(tmp_path / "solutions", RIGHT)
    as_file(tmp_path / "solutions/deep", RIGHT)
    assert source.read().cells[0].source == WRONG
    exchanged(tmp_path / "in" / swapped, tmp_path / "solutions")
    if len(given) > len(swapped):  # above what was given on the command line, links are the grader's own
        assert source.read().cells[0].source == RIGHT
    else:
        with pytest.raises(UsageError, match=r"relu\.py cannot be read: Not a directory"):
            source.read()


def test_an_archive_is_opened_in_the_folder_where_it_was_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that becomes a link after it was looked through leads to no other archive."""
    found = as_archive(tmp_path / "in/alice", WRONG)
    as_archive(tmp_path / "solutions", RIGHT)
    (source,) = find_sources([tmp_path / "in"])
    assert source.read().cells[0].source == WRONG

    def swapping(folder: Path, suffixes: object) -> list[Path]:
        exchanged(tmp_path / "in/alice", tmp_path / "solutions")
        return [found]

    monkeypatch.setattr("nncheck.batch.sources.files_below", swapping)
    (source,) = find_sources([tmp_path / "in"])
    with pytest.raises(UsageError, match=r"relu\.zip cannot be read: Not a directory"):
        source.read()


def test_a_link_on_the_way_to_the_folder_is_followed(tmp_path: Path) -> None:
    """It is the one who grades that has put it there."""
    path = as_file(tmp_path / "semester/alice", WRONG)
    (tmp_path / "now").symlink_to(tmp_path / "semester")
    linked = tmp_path / "now/alice"
    assert read_bounded(linked / path.name, 1000, linked) == WRONG.encode()


def test_no_descriptor_is_left(tmp_path: Path) -> None:
    """Whether a file can be opened or not."""
    path = as_file(tmp_path / "a/b/c", WRONG)
    os.mkfifo(tmp_path / "a/b/c/pipe.py")
    before = len(os.listdir("/dev/fd"))
    read_bounded(path, 1000, tmp_path)
    for name in ("a/b/c", "a/b/c/none.py", "a/b/c/pipe.py", "a/none/relu.py", "a/b/c/relu.py/x.py"):
        with pytest.raises((UsageError, OSError)):
            open_regular(tmp_path / name, tmp_path)
    assert len(os.listdir("/dev/fd")) == before
