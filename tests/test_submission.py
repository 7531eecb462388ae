"""Reading submissions: bounded, as text, with one sentence for whatever cannot be read."""

import ast
import hashlib
import json
import os
import re
import socket
import subprocess
import sys
import time
import warnings
from pathlib import Path
from typing import Any

import nbformat
import pytest
from attacking import Attack, attacks
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nncheck.batch.sources import find_sources
from nncheck.errors import UsageError
from nncheck.records import Cell, Submission
from nncheck.submission import (
    MOST_CELLS,
    MOST_ONLY,
    code_sources,
    plain_python,
    read_submission,
    uses_torch,
    words,
)

ROOT = Path(__file__).resolve().parent.parent


def found_in(paths: list[Path]) -> list[Path]:
    """The submissions that paths lead to."""
    return [Path(source.name) for source in find_sources(paths)]


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
    (b"\xff\xfex\0 \0=\0 \x001\0", "is not UTF-8 text (line 1)"),
    (b" \t\x0c# coding: rot13\n", "declares the encoding rot13"),
    (b"\x0c\r# coding=unicode_escape\r", "declares the encoding unicode-escape"),
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


@pytest.mark.parametrize(
    "text", ["x = 1\n# coding: rot13\n", "#\n#\n# coding: rot13\n", "x = '# coding: a'\n"]
)
def test_only_where_python_looks_for_an_encoding(tmp_path: Path, text: str) -> None:
    """A comment about encodings elsewhere than Python looks for one is no reason to refuse."""
    assert read_submission(written(tmp_path, text)).cells[0].source == text


def test_lines_are_those_of_python(tmp_path: Path) -> None:
    """A carriage return ends a line; form feeds and Unicode's separators do not, so no code hides there."""
    found = read_submission(written(tmp_path, "a = 1\rb = 2\r\n# \x0b\x0c\x1c\x85\u2028c = 3\n"))
    assert found.cells[0].source == "a = 1\nb = 2\n# \x0b\x0c\x1c\x85\u2028c = 3\n"


def test_things_that_are_no_files(tmp_path: Path) -> None:
    """Links, pipes, sockets, folders, missing and sparse files, and other suffixes are refused at once."""
    written(tmp_path, "x = 1\n", "real.py")
    (tmp_path / "link.py").symlink_to(tmp_path / "real.py")
    os.mkfifo(tmp_path / "pipe.py")
    (tmp_path / "folder.py").mkdir()
    (tmp_path / "loop.py").symlink_to(tmp_path / "loop.py")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(os.path.relpath(tmp_path / "socket.py"))
    sparse = tmp_path / "sparse.py"
    with sparse.open("wb") as file:
        file.truncate(5 << 30)
    assert "is a symbolic link" in refusal(tmp_path / "link.py")
    assert "is a pipe, not a file" in refusal(tmp_path / "pipe.py")
    assert "is a symbolic link" in refusal(tmp_path / "loop.py")
    assert "is a socket, not a file" in refusal(tmp_path / "socket.py")
    assert "cannot be read: Is a directory" in refusal(tmp_path / "folder.py")
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
    assert "is a device, not a file" in refusal(path)


def test_a_file_that_is_replaced_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was opened is looked at again: a pipe put in a file's place is refused, and nobody waits."""
    path = written(tmp_path, "x = 1\n")
    usual = os.lstat(path)
    path.unlink()
    os.mkfifo(path)
    monkeypatch.setattr(os, "lstat", lambda _: usual)
    assert "is a pipe, not a file" in refusal(path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_must_not_be_opened(tmp_path: Path) -> None:
    """A file that the user may not read is refused; such a folder is named, not left out."""
    path = written(tmp_path, "x = 1\n")
    path.chmod(0)
    (tmp_path / "alice").mkdir(mode=0)
    assert found_in([tmp_path]) == [tmp_path / "alice", path]
    for each in (path, tmp_path / "alice"):
        assert "cannot be read: Permission denied" in refusal(each)


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


NUMBERED = st.lists(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x1c\x1d\x1e\x85\u2028"))
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(["code", "markdown", "raw"]), NUMBERED)), st.sampled_from([3, 4]))
def test_notebooks_are_read_as_nbformat_reads_them(
    tmp_path: Path, cells: list[tuple[str, list[str]]], version: int
) -> None:
    """The cells, in whichever version of the format they are, are those that Jupyter would show."""
    made = [as_cell(kind, [f"{line}\n" for line in lines], version) for kind, lines in cells]
    body = {"cells": made} if version == 4 else {"worksheets": [{"cells": made, "metadata": {}}]}
    text = json.dumps({"nbformat": version, "nbformat_minor": 0, "metadata": {}} | body)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        theirs = nbformat.reads(text, as_version=4)["cells"]
    assert code_sources(tmp_path, text) == [
        cell["source"] if cell["cell_type"] == "code" else "" for cell in theirs
    ]


def as_cell(kind: str, lines: list[str], version: int) -> dict[str, Any]:
    """A cell as nbformat writes it."""
    if kind != "code":
        return {"cell_type": kind, "metadata": {}, "source": lines}
    if version == 4:
        return {"cell_type": kind, "metadata": {}, "source": lines, "outputs": [], "execution_count": None}
    return {"cell_type": kind, "metadata": {}, "input": lines, "outputs": [], "language": "python"}


BROKEN = [
    *("", "{", "[]", "3", "{}", "[" * 100_000, '{"nbformat": 4, "x": NaN}'),
    *('{"nbformat": 99}', '{"nbformat": 1}', '{"nbformat": "4"}', '{"nbformat": 4, "cells": [3]}'),
    '{"nbformat": 4, "x": ' + "[" * 100_000 + "]" * 100_000 + "}",
    '{"nbformat": 4, "cells": [{"cell_type": "code", "source": [["x"]]}]}',
    '{"nbformat": 4, "cells": [{"cell_type": "code", "source": "\\ud800"}]}',
]


@pytest.mark.parametrize("text", BROKEN, ids=[text[:20] or "empty" for text in BROKEN])
def test_broken_notebooks(tmp_path: Path, text: str, capfd: pytest.CaptureFixture[str]) -> None:
    """What is no notebook is refused in one sentence, and nothing else is printed."""
    sentence = refusal(written(tmp_path, text, "answer.ipynb"))
    assert re.search(r"is not a notebook \(.+\); open it in Jupyter and save it$", sentence)
    assert capfd.readouterr() == ("", "")


def test_large_notebooks(tmp_path: Path) -> None:
    """A notebook may be larger than a .py file, but not endless."""
    text = notebook(("markdown", "a" * (2 << 20)), ("code", "x = 1"))
    assert len(read_submission(written(tmp_path, text, "answer.ipynb")).cells) == 1
    assert "at most 5 MiB" in refusal(written(tmp_path, " " * (6 << 20), "large.ipynb"))
    many, long = [("code", "x")] * (MOST_CELLS + 1), [("code", "x" * (1 << 19))] * 3
    assert f"has {MOST_CELLS + 1:,} cells" in refusal(written(tmp_path, notebook(*many), "many.ipynb"))
    assert "too much code" in refusal(written(tmp_path, notebook(*long), "long.ipynb"))
    assert len(read_submission(written(tmp_path, notebook(*many[1:]), "most.ipynb")).cells) == MOST_CELLS


COST = """
import sys, time
from pathlib import Path
from nncheck.errors import UsageError
from nncheck.submission import read_submission
try:
    read_submission(Path(sys.argv[1]))
except UsageError:
    pass
peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(time.process_time(), int(peak.split()[1]) / 1024)
"""
BOMBS = [attack for attack in attacks("reading") if attack.id == "D62"]


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux for the memory")
@pytest.mark.parametrize("bomb", BOMBS, ids=lambda bomb: str(bomb.path.stem))
def test_bombs_cost_next_to_nothing(tmp_path: Path, bomb: Attack) -> None:
    """Whatever 5 MiB hold, a process takes less than a second and 100 MiB to read them, Python included."""
    planted: dict[str, Any] = {}
    exec(compile(bomb.source, bomb.path, "exec"), planted)
    paths = planted["plant"](tmp_path, tmp_path / "marker")
    command = [sys.executable, "-c", COST, str(paths[0])]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    seconds, mebibytes = map(float, done.stdout.split())
    assert seconds < 1.0
    assert mebibytes < 100.0


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
    ("!pip install \\\n  numpy\nx = 1", "pass\n\nx = 1"),
    ("%run a.py \\", "pass"),
    ("%%grade activations\ndef relu(x):\n    return x", "\ndef relu(x):\n    return x"),
    ("import nncheck\nnncheck.check('relu')  # now", "pass\npass"),
    ("if True:\n    card = nncheck.check()", "if True:\n    pass"),
    ("import nncheckers\nmy_nncheck.check()", "import nncheckers\nmy_nncheck.check()"),
    ("nncheck.check(\n'relu')", "nncheck.check(\n'relu')"),
]


@pytest.mark.parametrize(("source", "plain"), MAGICS, ids=[repr(row[0]) for row in MAGICS])
def test_what_only_ipython_understands(source: str, plain: str) -> None:
    """Magics, shell lines and questions do nothing; Python stays as it is, on its line."""
    assert plain_python(source) == plain
    if plain:
        assert plain.count("\n") == source.replace("\r\n", "\n").count("\n")


SLOW = [
    " " * 300_000 + "x",
    "\t " * 150_000,
    "x" * 300_000 + "!=",
    "a, " * 100_000 + "=",
    "?" + " " * 300_000,
    "\n" * 300_000,
    "!" + "\\\n" * 150_000,
    "x" * 300_000 + " = nncheck.check",
]


@pytest.mark.parametrize("source", SLOW, ids=lambda source: repr(source[:6]))
def test_magics_are_looked_for_in_linear_time(source: str) -> None:
    """No line makes the search for magics go back and forth; with 300,000 characters that took for ever."""
    began = time.process_time()
    plain_python(source)
    assert time.process_time() - began < 1.0


def test_exercises_named(tmp_path: Path) -> None:
    """A line names the exercises that a submission is limited to; a mention elsewhere does not."""
    first, middle = "# nncheck: backprop, softmax\n", "x = 'nncheck: losses'  # nncheck: losses\n"
    text = f"{first}{middle}#nncheck: backprop activations\n"
    assert read_submission(written(tmp_path, text)).only == ("backprop", "softmax", "activations")


def test_not_endlessly_many_exercises_are_named(tmp_path: Path) -> None:
    """For each unknown name the nearest ones are looked up, so a file cannot name them by the thousand."""
    lines = "".join(f"# nncheck: {', '.join(f'e{n}x{i}' for i in range(9000))}\n" for n in range(9))
    assert len(read_submission(written(tmp_path, lines)).only) == MOST_ONLY


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
    found = found_in([tmp_path / "notes.txt", tmp_path, tmp_path / "b.py"])
    assert [str(path.relative_to(tmp_path)) for path in found] == [
        "notes.txt",
        "a.ipynb",
        "b.py",
        "deep/c.py",
    ]
    with pytest.raises(UsageError, match=re.escape(f"{tmp_path / 'none'} does not exist")):
        found_in([tmp_path / "none"])


def test_folders_are_followed_to_any_depth_but_not_through_links(tmp_path: Path) -> None:
    """Neither a link to a folder nor more folders than Python can recurse through lead anywhere."""
    written(tmp_path, "x = 1\n", "a.py")
    (tmp_path / "link").symlink_to(tmp_path, target_is_directory=True)
    deepest = make_folders(tmp_path, 1200)
    os.close(os.open("b.py", os.O_WRONLY | os.O_CREAT, dir_fd=deepest))
    os.close(deepest)
    try:
        assert [path.name for path in found_in([tmp_path])] == ["a.py", "b.py"]
    finally:
        subprocess.run(["rm", "-r", tmp_path / "d"], check=True)  # pytest recurses, and fails


def make_folders(place: Path, number: int) -> int:
    """A descriptor of the innermost of `number` folders, each in the other."""
    here = os.open(place, os.O_RDONLY)
    for _ in range(number):
        os.mkdir("d", dir_fd=here)
        above, here = here, os.open("d", os.O_RDONLY, dir_fd=here)
        os.close(above)
    return here


def test_the_words_of_a_source_hold_all_that_it_defines() -> None:
    """Whatever the syntax; attributes of modules are left out, since np.tanh defines no tanh."""
    lines = ("def relu(x): return np.tanh(x)", "a, (b, *c) = d = 1, (2, 3)", "for i in []: pass", "x=1.;y=2")
    source = "\n".join((*lines, "class K: pass", "import os as system", "\ufb01n = 1", "z: int = 3"))
    found = words(Submission(name="a.py", sha256="", cells=(Cell(name="a.py", source=source),)))
    assert {"relu", "a", "b", "c", "d", "i", "x", "y", "K", "system", "fin", "z"} <= found
    assert "tanh" not in found


def test_the_words_of_all_solutions_hold_all_that_they_define() -> None:
    """An exercise whose functions are not among them need not be looked at."""
    paths = [path for path in (ROOT / "solutions").glob("*/*/*.py") if "hostile" not in path.parts]
    assert len(paths) > 500
    for path in paths:
        submission = read_submission(path)
        defined = {
            name.id
            for statement in ast.parse(submission.cells[0].source).body
            for name in ast.walk(statement)
            if isinstance(name, ast.Name) and isinstance(name.ctx, ast.Store)
        }
        assert defined <= words(submission), path
