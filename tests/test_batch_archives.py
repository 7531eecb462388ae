"""Zip archives as learning platforms export them: every submission is found, and no archive does harm."""

import io
import stat
import struct
import zipfile
from pathlib import Path

import pytest

from nncheck.batch import archives
from nncheck.batch.sources import Source, find_sources
from nncheck.errors import UsageError

RIGHT = "def identity(x):\n    return x\n"


def archive(path: Path, members: dict[str, str | bytes]) -> Path:
    """A zip file with these members."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return path


def zipped(members: dict[str, str | bytes]) -> bytes:
    """The bytes of such a file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return buffer.getvalue()


def refusal(source: Source) -> str:
    """Why a source cannot be read."""
    with pytest.raises(UsageError) as refused:
        source.read()
    return str(refused.value)


def test_an_export_has_a_submission_for_every_student(tmp_path: Path) -> None:
    """Files and folders of students, in the order of their names, without what a file system left there."""
    members = {
        "zoe_LATE_12_34_submission.py": RIGHT,
        "Ada Lovelace_7_assignsubmission_file_/submission.py": RIGHT,
        "notes.txt": "no submission",
        "__MACOSX/._zoe.py": b"\0",
        ".DS_Store/x.py": RIGHT,
    }
    path = archive(tmp_path / "export.zip", members)
    sources = find_sources([path])
    assert [source.name for source in sources] == [
        f"{path}/Ada Lovelace_7_assignsubmission_file_/submission.py",
        f"{path}/zoe_LATE_12_34_submission.py",
    ]
    submission = sources[0].read()
    assert submission.cells[0].source == RIGHT
    assert submission.cells[0].name == "submission.py"


def test_an_archive_that_a_student_handed_in_is_opened(tmp_path: Path) -> None:
    """Once: what is in an archive in that has to be unpacked, and is named."""
    inner = zipped({"work/a.py": RIGHT, "deeper.zip": zipped({"b.py": RIGHT})})
    path = archive(tmp_path / "export.zip", {"zoe.zip": inner})
    first, second = find_sources([path])
    assert "archive in an archive" in refusal(first)
    assert second.name == f"{path}/zoe.zip/work/a.py"
    assert second.read().cells[0].source == RIGHT


def test_archives_in_a_folder_are_opened(tmp_path: Path) -> None:
    """One that is broken stands for itself, so that its student is told."""
    archive(tmp_path / "a.zip", {"a.py": RIGHT})
    (tmp_path / "b.zip").write_bytes(b"PK no archive")
    (tmp_path / "c.py").write_text(RIGHT)
    sources = find_sources([tmp_path])
    assert [Path(source.name).name for source in sources] == ["a.py", "b.zip", "c.py"]
    assert "no zip archive" in refusal(sources[1])


def test_the_archive_named_must_be_readable(tmp_path: Path) -> None:
    """One sentence, as for any path."""
    path = tmp_path / "export.zip"
    with pytest.raises(UsageError, match="does not exist"):
        find_sources([path])
    path.write_bytes(b"nonsense")
    with pytest.raises(UsageError, match="no zip archive that can be read"):
        find_sources([path])
    with pytest.raises(UsageError, match=r"no \.py or \.ipynb file"):
        find_sources([archive(tmp_path / "empty.zip", {"readme.txt": "x"})])


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    """Neither one that is too large, nor one that shrinks as no text does."""
    members = {"large.py": b"#" * (2 << 20), "shrunk.py": b"#" * (1 << 19), "good.py": RIGHT}
    good, large, shrunk = find_sources([archive(tmp_path / "a.zip", members)])
    assert "too large: at most 1 MiB" in refusal(large)
    assert "compressed more than 200 times" in refusal(shrunk)
    assert good.read().cells[0].source == RIGHT


def test_a_size_that_lies_is_found_out(tmp_path: Path) -> None:
    """The directory says 10 bytes, the data has more: what is read counts, and the checksum tells."""
    path = archive(tmp_path / "a.zip", {"a.py": RIGHT * 100})
    data = path.read_bytes()
    size = struct.pack("<I", len(RIGHT) * 100)
    path.write_bytes(data.replace(size, struct.pack("<I", 10)))
    (source,) = find_sources([path])
    assert "damaged" in refusal(source)


def test_too_many_members_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before any of them is read; one that was handed in may have fewer."""
    monkeypatch.setattr(archives, "MOST_MEMBERS", 5)
    monkeypatch.setattr(archives, "MOST_HANDED_IN", 3)
    many = {f"{number}.py": RIGHT for number in range(6)}
    with pytest.raises(UsageError, match="more than 5 members"):
        find_sources([archive(tmp_path / "a.zip", many)])
    few = archive(tmp_path / "b.zip", {"zoe.zip": zipped(dict(list(many.items())[:4]))})
    assert "more than 3 members" in refusal(find_sources([few])[0])


def test_a_link_is_no_submission(tmp_path: Path) -> None:
    """It would be a text with the name of another file."""
    path = tmp_path / "a.zip"
    info = zipfile.ZipInfo("a.py")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(path, "w") as file:
        file.writestr(info, "/etc/passwd")
    assert "symbolic link" in refusal(find_sources([path])[0])


def test_an_encrypted_member_says_so(tmp_path: Path) -> None:
    """By its flag; a password cannot be given."""
    path = archive(tmp_path / "a.zip", {"a.py": RIGHT})
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(bytes(data))
    assert "encrypted" in refusal(find_sources([path])[0])


@pytest.mark.parametrize("name", ["../../outside.py", "/absolute.py", "a/../../b.py", "c:\\d.py"])
def test_names_lead_nowhere(tmp_path: Path, name: str) -> None:
    """Nothing is written, so that a name is only a name."""
    before = sorted(tmp_path.parent.rglob("*.py"))
    (source,) = find_sources([archive(tmp_path / "a.zip", {name: RIGHT})])
    assert source.read().cells[0].source == RIGHT
    assert sorted(tmp_path.parent.rglob("*.py")) == before


@pytest.mark.parametrize("cut", [10, 40, 70])
def test_an_archive_that_was_cut_off_is_named(tmp_path: Path, cut: int) -> None:
    """As when an upload broke off."""
    path = archive(tmp_path / "a.zip", {"a.py": RIGHT * 9})
    path.write_bytes(path.read_bytes()[:-cut])
    with pytest.raises(UsageError, match="no zip archive that can be read"):
        find_sources([path])
