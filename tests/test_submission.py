"""Reading submissions: bounded, as text, with one sentence for whatever cannot be read."""

import hashlib
import json
import os
import re
from pathlib import Path
from typing import Any

import pytest

from nncheck.errors import UsageError
from nncheck.submission import find_submissions, plain_python, read_submission, uses_torch


def written(folder: Path, content: bytes | str, name: str = "answer.py") -> Path:
    """A file with this content."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def notebook(*cells: tuple[str, str]) -> str:
    """A notebook with cells of (type, source)."""
    made: list[dict[str, Any]] = []
    for number, (kind, source) in enumerate(cells):
        cell: dict[str, Any] = {"cell_type": kind, "id": f"c{number}", "metadata": {}, "source": source}
        made.append(cell | ({"outputs": [], "execution_count": None} if kind == "code" else {}))
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": made})


def refusal(path: Path) -> str:
    """The sentence with which a file is refused."""
    with pytest.raises(UsageError) as caught:
        read_submission(path)
    sentence = str(caught.value)
    assert str(path) in sentence
    assert "\n" not in sentence
    return sentence


def test_a_python_file(tmp_path: Path) -> None:
    """A .py file is one cell with its name; the hash is that of its bytes."""
    data = b"\xef\xbb\xbfx = 'sigma \xcf\x83'\r\ny = 2\r\n"
    found = read_submission(written(tmp_path, data))
    assert [(cell.name, cell.source) for cell in found.cells] == [("answer.py", "x = 'sigma σ'\ny = 2\n")]
    assert found.sha256 == hashlib.sha256(data).hexdigest()
    assert found.name == str(tmp_path / "answer.py")
    assert found.only == ()


REFUSED = [
    (b"x = '\xe9'", "is not UTF-8 text (line 1); save it as UTF-8"),
    (b"x = 1\ny = '\xff'", "is not UTF-8 text (line 2)"),
    (b"x = 1\0", "contains NUL characters"),
    (b"# -*- coding: utf-7 -*-\n", "declares the encoding utf-7"),
    (b"#!/usr/bin/python\n# vim: set fileencoding=latin-1 :\n", "declares the encoding latin-1"),
    (b"#" * ((1 << 20) + 1), "is too large: 1.0 MiB, at most 1 MiB are read"),
]


@pytest.mark.parametrize(("data", "sentence"), REFUSED, ids=[row[1] for row in REFUSED])
def test_content_that_is_refused(tmp_path: Path, data: bytes, sentence: str) -> None:
    """What is not bounded UTF-8 text is refused with the reason."""
    assert sentence in refusal(written(tmp_path, data))


@pytest.mark.parametrize("cookie", ["utf-8", "UTF_8", "utf8", "ascii"])
def test_utf8_may_be_declared(tmp_path: Path, cookie: str) -> None:
    """An encoding line that changes nothing is no reason to refuse."""
    assert read_submission(written(tmp_path, f"# coding: {cookie}\n")).cells


def test_things_that_are_no_files(tmp_path: Path) -> None:
    """Links, pipes, folders, missing and sparse files, and other suffixes are refused at once."""
    written(tmp_path, "x = 1\n", "real.py")
    (tmp_path / "link.py").symlink_to(tmp_path / "real.py")
    os.mkfifo(tmp_path / "pipe.py")
    (tmp_path / "folder.py").mkdir()
    sparse = tmp_path / "sparse.py"
    with sparse.open("wb") as file:
        file.truncate(5 << 30)
    assert "is a symbolic link" in refusal(tmp_path / "link.py")
    assert "is a pipe, not a file" in refusal(tmp_path / "pipe.py")
    assert "is a folder, not a file" in refusal(tmp_path / "folder.py")
    assert "is too large: 5120.0 MiB" in refusal(sparse)
    assert "cannot be read: No such file" in refusal(tmp_path / "missing.py")
    assert "neither a .py nor an .ipynb file" in refusal(written(tmp_path, "", "notes.txt"))


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="no device to try")
def test_devices_are_refused(tmp_path: Path) -> None:
    """A device that calls itself a submission is refused, not read."""
    if os.getuid() != 0:
        pytest.skip("only root can make a device")
    path = tmp_path / "device.py"
    try:
        os.mknod(path, 0o20666, os.makedev(1, 5))
    except PermissionError:
        pytest.skip("devices cannot be made here")
    with pytest.raises(UsageError, match="is a device|cannot be read"):
        read_submission(path)


def test_a_notebook(tmp_path: Path) -> None:
    """Code cells are named by their place among all cells; text and empty cells are left out."""
    text = notebook(
        ("markdown", "# Title"),
        ("code", "# nncheck: softmax\n%matplotlib inline\nx = 1"),
        ("code", " \n"),
        ("code", "%%bash\nls\n"),
        ("code", "%%time\ny = 2"),
    )
    found = read_submission(written(tmp_path, text, "answer.ipynb"))
    assert [(cell.name, cell.source) for cell in found.cells] == [
        ("cell 2", "# nncheck: softmax\npass\nx = 1"),
        ("cell 5", "\ny = 2"),
    ]
    assert found.only == ("softmax",)


BROKEN = ["", "{", "[]", "3", "{}", '{"nbformat": 99}', "[" * 100_000, '{"nbformat": 4, "cells": [3]}']


@pytest.mark.parametrize("text", BROKEN, ids=[text[:20] or "empty" for text in BROKEN])
def test_broken_notebooks(tmp_path: Path, text: str, capfd: pytest.CaptureFixture[str]) -> None:
    """What is no notebook is refused in one sentence, and nothing else is printed."""
    assert "is not a notebook that nbformat can read" in refusal(written(tmp_path, text, "answer.ipynb"))
    assert capfd.readouterr() == ("", "")


def test_large_notebooks(tmp_path: Path) -> None:
    """A notebook may be larger than a .py file, but not endless."""
    text = notebook(("markdown", "a" * (2 << 20)), ("code", "x = 1"))
    assert len(read_submission(written(tmp_path, text, "answer.ipynb")).cells) == 1
    assert "at most 5 MiB" in refusal(written(tmp_path, " " * (6 << 20), "large.ipynb"))


MAGICS = [
    ("%matplotlib inline", "pass"),
    ("    %time f(x)", "    pass"),
    ("!pip install numpy", "pass"),
    ("files = !ls", "pass"),
    ("a, b = %time f(x)", "pass"),
    ("?np.exp", "pass"),
    ("np.exp?", "pass"),
    ("np.exp??", "pass"),
    ("%pinfo np.exp", "pass"),
    ("x = 7 % 3", "x = 7 % 3"),
    ("x = (7\n  % 3)", "x = (7\n  % 3)"),
    ("x = (7\n  != 3)", "x = (7\n  != 3)"),
    ("print('%d' % 3)", "print('%d' % 3)"),
    ("s = 'why?'", "s = 'why?'"),
    ("x != y", "x != y"),
    ("%%time\nx = 1", "\nx = 1"),
    ("\n%%capture out\nx = 1", "\n\nx = 1"),
    ("%%timeit -n 3\n%matplotlib inline\nx = 1", "\npass\nx = 1"),
    ("%%html\n<b>x = 1</b>", ""),
    ("%%writefile a.py\nx = 1", ""),
    ("x = 1\n%%time", "x = 1\npass"),
    ("x = 1\r\n!ls\r\n", "x = 1\npass\n"),
]


@pytest.mark.parametrize(("source", "plain"), MAGICS, ids=[repr(row[0]) for row in MAGICS])
def test_what_only_ipython_understands(source: str, plain: str) -> None:
    """Magics, shell lines and questions do nothing; Python stays as it is, on its line."""
    assert plain_python(source) == plain
    if plain:
        assert plain.count("\n") == source.replace("\r\n", "\n").count("\n")


def test_exercises_named(tmp_path: Path) -> None:
    """A line names the exercises that a submission is limited to; a mention elsewhere does not."""
    first, middle = "# nncheck: backprop, softmax\n", "x = 'nncheck: losses'  # nncheck: losses\n"
    text = f"{first}{middle}#nncheck: backprop activations\n"
    assert read_submission(written(tmp_path, text)).only == ("backprop", "softmax", "activations")


TORCH = [
    ("import torch\n", True),
    ("import torch.nn.functional as F\n", True),
    ("from torch import nn\n", True),
    ("    import numpy as np, torch\n", True),
    ("import torchvision\n", False),
    ("from nottorch import x\n", False),
    ("# import torch\n", False),
    ("import numpy  # torch\n", False),
    ("x = 'torch'\n", False),
]


@pytest.mark.parametrize(("source", "expected"), TORCH, ids=[repr(row[0]) for row in TORCH])
def test_submissions_that_use_torch(tmp_path: Path, source: str, expected: bool) -> None:
    """An import of torch anywhere makes it a torch submission."""
    assert uses_torch(read_submission(written(tmp_path, "x = 1\n" + source))) is expected


def test_finding_submissions(tmp_path: Path) -> None:
    """Folders stand for the files in them, sorted, without hidden ones; files are taken as named."""
    for name in ("b.py", "a.ipynb", "notes.txt", ".hidden.py", "deep/c.py", ".git/d.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    found = find_submissions([tmp_path / "notes.txt", tmp_path, tmp_path / "b.py"])
    assert [str(path.relative_to(tmp_path)) for path in found] == [
        "notes.txt",
        "a.ipynb",
        "b.py",
        "deep/c.py",
    ]
    with pytest.raises(UsageError, match=re.escape(f"{tmp_path / 'none'} does not exist")):
        find_submissions([tmp_path / "none"])
