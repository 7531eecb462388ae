"""A file that somebody handed in -> its source as text. Bounded; nothing in it is parsed or run."""

import codecs
import hashlib
import os
import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import Annotated

import msgspec

from nncheck.errors import UsageError
from nncheck.files import read_bounded
from nncheck.records import Cell, Submission

MAX_BYTES = {".py": 1 << 20, ".ipynb": 5 << 20}
MOST_CELLS = 5000
MOST_CODE = MAX_BYTES[".py"]  # characters in all cells of a notebook together
ENCODING = re.compile(r"[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)")
NO_CODE = re.compile(r"[ \t\f]*(?:#.*)?")  # a first line after which the second may name an encoding
MOST_ONLY, LONGEST_ONLY = 50, 1000  # names, and characters of a line: unknown names cost a search each
WORD = re.compile(r"(?<![.\w])\w+")  # but for attributes, as in np.tanh
ONLY = re.compile(r"^[ \t]*#[ \t]*nncheck:[ \t]*(.+)$", re.MULTILINE)
IMPORTS_TORCH = re.compile(r"^[ \t;]*(?:from[ \t]+torch\b|import\b[^#\n]*?[ \t,]torch\b)", re.MULTILINE)

# Cell magics that run their cell as Python; the others hand it to another program.
PYTHON_MAGICS = frozenset({"time", "timeit", "capture", "prun", "python", "python3", "grade"})
CELL_MAGIC = re.compile(r"\s*%%(\w+)[^\n]*")
# A string, in which no magic is looked for. One that is not closed goes on to the end, as in Python, so that
# nothing is read twice. A "++" or "*+" gives nothing back: the time for a text is proportional to its length.
_STRING = r'"""(?:[^"\\]++|\\.|"(?!""))*+(?:""")?|"(?:[^"\\\n]++|\\.)*+"?'
_STRINGS = _STRING + "|" + _STRING.replace('"', "'")
# %magic and !shell, also on the right of an assignment; ?help and help?. ("% name" and "!=" are operators.)
# A backslash at the end of its line continues it. And what asks for a grade, which is no part of the answer:
# nncheck itself cannot be imported there.
NOT_PYTHON = re.compile(
    r"^([ \t]*+)(?:"
    r"(?:[\w., \t\[\]*]++=[ \t]*+)?(?:%{1,2}[a-zA-Z_]|!(?!=))(?:\\\n|[^\n])*+"
    r"|\?{1,2}[ \t]*+\w[^\n]*"
    r"|%?[\w.]++\?{1,2}[ \t]*+"
    r"|(?:import[ \t]+nncheck|(?:\w++[ \t]*+=[ \t]*+)?nncheck\.check\([^\n()]*\))[ \t;]*+(?:#[^\n]*)?)$"
    rf"|{_STRINGS}|#[^\n]*",
    re.MULTILINE | re.DOTALL,
)


class NotebookCell(msgspec.Struct):
    """What matters of a cell; whatever else it holds is skipped without being built."""

    cell_type: str
    source: str | list[str] = ""
    input: str | list[str] = ""  # the name of `source` until version 3 of the format


class Worksheet(msgspec.Struct):
    """Where cells were until version 3 of the format."""

    cells: list[NotebookCell]


class Notebook(msgspec.Struct):
    """A file of nbformat 2, 3 or 4."""

    nbformat: Annotated[int, msgspec.Meta(ge=2, le=4)]
    cells: list[NotebookCell] = []
    worksheets: list[Worksheet] = []


def read_submission(path: Path, below: Path | None = None) -> Submission:
    """The submission in a .py or .ipynb file; `below` is a folder from where no link may lead to it.

    Raises UsageError with one sentence when it cannot be read.
    """
    if path.suffix not in MAX_BYTES and not os.path.isdir(path):
        raise UsageError(f"{path} is neither a .py nor an .ipynb file")
    return submission_of(path, read_bounded(path, MAX_BYTES.get(path.suffix, 0), below))


def submission_of(path: PurePath, data: bytes) -> Submission:
    """The submission that a file of this name and content is.

    Raises UsageError with one sentence when it is none.
    """
    text = decoded(path, data)
    cells = (Cell(name=path.name, source=text),) if path.suffix == ".py" else notebook_cells(path, text)
    return Submission(
        name=str(path),
        sha256=hashlib.sha256(data).hexdigest(),
        cells=cells,
        only=tuple(exercises_named(cells)),
    )


def uses_torch(submission: Submission) -> bool:
    """Whether a line of the source imports torch."""
    return any(IMPORTS_TORCH.search(cell.source) for cell in submission.cells)


def words(submission: Submission) -> set[str]:
    """The words of the source, among them the names of all that it defines."""
    found: set[str] = set()
    for cell in submission.cells:
        found.update(WORD.findall(cell.source))
        if not cell.source.isascii():  # Python reads names in their normal form
            found.update(WORD.findall(unicodedata.normalize("NFKC", cell.source)))
    return found


def decoded(path: PurePath, data: bytes) -> str:
    """The bytes as text, with lines that end in a newline and nothing else."""
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UsageError(f"{path} is not UTF-8 text (line {line}); save it as UTF-8") from error
    if "\0" in text:
        raise UsageError(f"{path} contains NUL characters, so it is no text file")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if path.suffix == ".py":
        refuse_other_encodings(path, text)
    return text


def refuse_other_encodings(path: PurePath, text: str) -> None:
    """Python would read the file differently where a comment on its first two lines names an encoding."""
    first, *second = text.split("\n", 2)[:2]
    for line in (first, *second) if NO_CODE.fullmatch(first) else (first,):
        cookie = ENCODING.match(line)
        name = cookie[1].lower().replace("_", "-") if cookie else "utf-8"
        if name not in ("utf-8", "utf8", "utf-8-sig", "ascii", "us-ascii"):
            raise UsageError(f"{path} declares the encoding {name}; save it as UTF-8 and remove that line")


def notebook_cells(path: PurePath, text: str) -> tuple[Cell, ...]:
    """The code cells of a notebook, numbered over all of its cells, as plain Python."""
    sources = map(plain_python, code_sources(path, text))
    numbered = enumerate(sources, start=1)
    return tuple(Cell(name=f"cell {number}", source=source) for number, source in numbered if source.strip())


def code_sources(path: PurePath, text: str) -> list[str]:
    """The source of every cell of a notebook; an empty one stands for a cell that is not code."""
    try:
        notebook = msgspec.json.decode(text, type=Notebook)
    except (msgspec.DecodeError, RecursionError) as error:
        raise UsageError(f"{path} is not a notebook ({error}); open it in Jupyter and save it") from error
    cells = notebook.cells + [cell for sheet in notebook.worksheets for cell in sheet.cells]
    if len(cells) > MOST_CELLS:
        raise UsageError(f"{path} has {len(cells):,} cells; at most {MOST_CELLS:,} are read")
    sources = ["".join(cell.source or cell.input) if cell.cell_type == "code" else "" for cell in cells]
    if sum(map(len, sources)) > MOST_CODE:
        raise UsageError(f"{path} has too much code; at most {MOST_CODE >> 20} MiB of it are read")
    return sources


def plain_python(source: str) -> str:
    """A cell without what only IPython understands; every line keeps its number."""
    source = source.replace("\r\n", "\n").replace("\r", "\n")
    if magic := CELL_MAGIC.match(source):
        if magic[1] not in PYTHON_MAGICS:
            return ""  # a script in another language
        source = "\n" * source.count("\n", 0, magic.end()) + source[magic.end() :]
    return NOT_PYTHON.sub(_passed_over, source)


def _passed_over(found: re.Match[str]) -> str:
    if found[1] is None:
        return found[0]  # a string or a comment
    return f"{found[1]}pass" + "\n" * found[0].count("\n")


def exercises_named(cells: Sequence[Cell]) -> list[str]:
    """The exercises that `# nncheck: NAME, NAME` lines limit a submission to: the first of them."""
    lines = (line[:LONGEST_ONLY] for cell in cells for line in ONLY.findall(cell.source)[:MOST_ONLY])
    names = (name for line in lines for name in re.split(r"[\s,]+", line.strip()) if name)
    return list(dict.fromkeys(names))[:MOST_ONLY]
