"""Notes that somebody else wrote: they harm nothing, end in time, and are told with one sentence."""

import time
from contextlib import suppress
from pathlib import Path

import pytest
from notes_samples import checked, fenced, told, verdicts

from nncheck.errors import UsageError
from nncheck.records import Limits

AFTER = fenced("print(0.5)  # 0.5")
BRIEF = Limits(call_wall_seconds=10.0, call_cpu_seconds=1.0, exercise_wall_seconds=30.0)


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("while True:\n    pass\nprint(1)  # 1", "takes too long"),
        ("while True:\n    print('x' * 100000)\nprint(1)  # 1", "printed more than"),
        ("x = 'x' * (1 << 34)\nprint(1)  # 1", "MemoryError"),
        ("import sys\nsys.modules['os'].fork()\nprint(1)  # 1", "PermissionError"),
        ("import sys\nsys.modules['os']._exit(0)\nprint(1)  # 1", "ends its process"),
        ("import sys\nsys.modules['os'].open('/etc/passwd', 0)\nprint(1)  # 1", "PermissionError"),
        ("import sys\nprint(sys.modules['os'].listdir('/'))  # 1", "PermissionError"),
    ],
)
def test_a_hostile_program_is_named(code: str, reason: str, tmp_path: Path) -> None:
    """It is stopped, and the program behind it is run all the same."""
    begun = time.monotonic()
    found = checked(tmp_path, fenced(code) + AFTER, limits=BRIEF)
    assert verdicts(found) == ["not run", "true"]
    assert reason in found.findings[0].reason
    assert time.monotonic() - begun < 60


def test_not_many_programs_are_ended(tmp_path: Path) -> None:
    """Each one that has to be ended costs time, so that after a few no more are run."""
    end = "import sys\nsys.modules['os']._exit(0)\nprint(1)  # 1"
    found = checked(tmp_path, fenced(end) * 5 + AFTER)
    assert verdicts(found) == ["not run"] * 6
    assert "3 programs before it had to be ended" in found.findings[-1].reason


@pytest.mark.parametrize(
    "code",
    [
        "import builtins\nbuiltins.print = lambda *a: None\nprint(0.5)  # 0.6",
        "import sys\nsys.stdout = None\nprint(0.5)  # 0.6",
        "import json\njson.dumps = lambda *a, **k: '[]'\nprint(0.5)  # 0.6",
        "import sys\nsys._getframe = None\nprint(0.5)  # 0.6",
    ],
)
def test_nothing_that_a_program_says_is_believed_beyond_its_text(code: str, tmp_path: Path) -> None:
    """One that meddles with how it is run gets no number confirmed."""
    with suppress(UsageError):  # "interfere with how they are run"
        assert "true" not in verdicts(checked(tmp_path, fenced(code)))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n\n",
        "```python",
        "```python\n```",
        "````\n```python\nprint(0.5)  # 0.6\n```\n````",
        "(" * 5000 + "\n" + "[" * 5000,
        "x = " + "(" * 5000 + "1" + ")" * 5000 + "\nprint(x)\n# 1",
        "x = " + "-" * 50000 + "1\nprint(x)\n# 1",
        "import x\n" + 'print("""\n' * 500,
        "```python\n" + "x = [" * 300 + "\n```",
        "`" * 100000,
        "# " * 100000,
        "<!-- " * 10000,
        ">>> " * 1000,
        "\u202e\u2066print(0.5)  # 0.6\n",
    ],
)
def test_odd_notes_are_survived(text: str, tmp_path: Path) -> None:
    """Nothing in a file makes nncheck fail: at worst a sentence says what it is."""
    try:
        found = verdicts(checked(tmp_path, text.encode()))
    except UsageError as error:
        found = [str(error).partition("notes.md")[1]]
    assert found in ([], ["notes.md"], ["not run"], ["not run"] * 2, ["false"])


def test_nested_fences(tmp_path: Path) -> None:
    """A longer fence holds shorter ones as text; a list's block is found."""
    text = (
        "````\n```python\nprint(0.5)  # 0.6\n```\n````\n\n- item\n\n  ```python\n  print(0.5)  # 0.7\n  ```\n"
    )
    assert told(checked(tmp_path, text)) == [(10, "0.7", "false")]


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_byte_order_marks(ending: str, mark: bytes, tmp_path: Path) -> None:
    """Lines are counted as an editor counts them, whatever ends them."""
    text = "Text\n\n```python\nx = 0.5\nprint(x)\n# 0.6\n```\n".replace("\n", ending)
    assert told(checked(tmp_path, mark + text.encode())) == [(6, "0.6", "false")]


@pytest.mark.parametrize(
    ("data", "name", "sentence"),
    [
        (b"text\n\xff\xfe\n", "notes.md", "notes.md:2 is not UTF-8 text"),
        ("text".encode("utf-16"), "notes.md", "notes.md:1 is UTF-16 text"),
        (b"a\nb\0", "notes.md", "notes.md:2 contains NUL"),
        (b"x" * (9 << 20), "notes.md", "is too large"),
        (b"{", "notes.ipynb", "notes.ipynb:1 is not a notebook"),
        (b"[" * 100000, "notes.ipynb", "notes.ipynb:1 is not a notebook"),
        (b"[1, 2]", "notes.ipynb", "notes.ipynb:1 is not a notebook"),
        (b'{"cells": 3}', "notes.ipynb", "notes.ipynb:1 is not a notebook"),
        (b"x", "notes.docx", "is none of"),
    ],
)
def test_unreadable_files(data: bytes, name: str, sentence: str, tmp_path: Path) -> None:
    """One sentence with file and line."""
    with pytest.raises(UsageError) as error:
        checked(tmp_path, data, name)
    assert sentence in str(error.value)


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    """They are named."""
    from nncheck.verify.notes.check import check_notes

    for path, sentence in ((tmp_path / "no.md", "cannot be read"), (tmp_path, "is a folder")):
        with pytest.raises(UsageError, match=sentence):
            check_notes(path, lambda claims: [])


def test_a_large_file_is_read_in_time(tmp_path: Path) -> None:
    """Two megabytes of prose, code and outputs."""
    part = "Some prose about networks, and 神经网络 too.\n\n" * 40 + fenced(
        "x = 0.5\nprint(x)  # 0.5\ny = x + 1"
    )
    text = part * (2 * (1 << 20) // len(part.encode()))
    begun = time.monotonic()
    found = checked(tmp_path, text)
    assert set(verdicts(found)) == {"true"}
    assert len(found.findings) == text.count("# 0.5")
    assert time.monotonic() - begun < 72  # 4 s on an idle machine
