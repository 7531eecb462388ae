"""A file that somebody handed in -> its source as text. Bounded; nothing in it is parsed or run."""

import codecs
import errno
import hashlib
import os
import re
import stat
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path

from nncheck.errors import UsageError
from nncheck.records import Cell, Submission

MAX_BYTES = {".py": 1 << 20, ".ipynb": 5 << 20}
ENCODING = re.compile(r"^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)")
ONLY = re.compile(r"^[ \t]*#[ \t]*nncheck:[ \t]*(.+)$", re.MULTILINE)
IMPORTS_TORCH = re.compile(r"^[ \t;]*(?:from[ \t]+torch\b|import\b[^#\n]*?[ \t,]torch\b)", re.MULTILINE)

# Cell magics that run their cell as Python; the others hand it to another program.
PYTHON_MAGICS = frozenset({"time", "timeit", "capture", "prun", "python", "python3"})
CELL_MAGIC = re.compile(r"\s*%%(\w+)[^\n]*")
# %magic and !shell, also on the right of an assignment; ?help and help?. ("% name" and "!=" are operators.)
LINE_MAGIC = re.compile(
    r"^([ \t]*)(?:"
    r"(?:[\w., \t\[\]*]+=[ \t]*)?(?:%{1,2}[a-zA-Z_]|!(?!=))[^\n]*"
    r"|\?{1,2}[ \t]*\w[^\n]*"
    r"|%?[\w.]+\?{1,2}[ \t]*)$",
    re.MULTILINE,
)
KINDS = ((stat.S_ISDIR, "a folder"), (stat.S_ISFIFO, "a pipe"), (stat.S_ISSOCK, "a socket"))


def read_submission(path: Path) -> Submission:
    """The submission in a .py or .ipynb file.

    Raises UsageError with one sentence when it cannot be read.
    """
    limit = MAX_BYTES.get(path.suffix)
    if limit is None:
        raise UsageError(f"{path} is neither a .py nor an .ipynb file")
    data = read_bounded(path, limit)
    text = decoded(path, data)
    cells = (Cell(name=path.name, source=text),) if path.suffix == ".py" else notebook_cells(path, text)
    return Submission(
        name=str(path),
        sha256=hashlib.sha256(data).hexdigest(),
        cells=cells,
        only=tuple(exercises_named(cells)),
    )


def find_submissions(paths: Sequence[Path]) -> list[Path]:
    """The files themselves, and in place of each folder the .py and .ipynb files in it, sorted.

    Raises UsageError for a path that does not exist.
    """
    found: list[Path] = []
    for path in paths:
        if not os.path.lexists(path):
            raise UsageError(f"{path} does not exist")
        found += sorted(files_below(path)) if path.is_dir() and not path.is_symlink() else [path]
    return list(dict.fromkeys(found))


def uses_torch(submission: Submission) -> bool:
    """Whether a line of the source imports torch."""
    return any(IMPORTS_TORCH.search(cell.source) for cell in submission.cells)


def files_below(folder: Path) -> Iterator[Path]:
    """The files to grade in a folder and the folders in it; hidden ones are left out."""
    for directory, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if not name.startswith(".") and Path(name).suffix in MAX_BYTES:
                yield Path(directory, name)


def read_bounded(path: Path, limit: int) -> bytes:
    """A regular file's bytes, at most `limit` of them."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        descriptor = os.open(path, flags)
    except OSError as error:
        reason = "is a symbolic link" if error.errno == errno.ELOOP else f"cannot be read: {error.strerror}"
        raise UsageError(f"{path} {reason}") from error
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        os.close(descriptor)
        kind = next((name for test, name in KINDS if test(status.st_mode)), "a device")
        raise UsageError(f"{path} is {kind}, not a file")
    with open(descriptor, "rb") as file:
        data = file.read(limit + 1)  # whatever size it claims
    if len(data) > limit:
        size = max(status.st_size, len(data))
        raise UsageError(f"{path} is too large: {size / 2**20:.1f} MiB, at most {limit >> 20} MiB are read")
    return data


def decoded(path: Path, data: bytes) -> str:
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


def refuse_other_encodings(path: Path, text: str) -> None:
    """Python would read the file differently where one of the first two lines names an encoding."""
    for line in text.split("\n", 2)[:2]:
        cookie = ENCODING.match(line)
        name = cookie[1].lower().replace("_", "-") if cookie else "utf-8"
        if name not in ("utf-8", "utf8", "utf-8-sig", "ascii", "us-ascii"):
            raise UsageError(f"{path} declares the encoding {name}; save it as UTF-8 and remove that line")


def notebook_cells(path: Path, text: str) -> tuple[Cell, ...]:
    """The code cells of a notebook, numbered over all of its cells, as plain Python."""
    sources = map(plain_python, code_sources(path, text))
    numbered = enumerate(sources, start=1)
    return tuple(Cell(name=f"cell {number}", source=source) for number, source in numbered if source.strip())


def code_sources(path: Path, text: str) -> list[str]:
    """The source of every cell of a notebook; an empty one stands for a cell that is not code."""
    import nbformat  # it takes longer to load than grading a .py file

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about cells without an id, and such
        try:
            cells = nbformat.reads(text, as_version=4)["cells"]
            return [str(cell["source"]) if cell["cell_type"] == "code" else "" for cell in cells]
        except Exception as error:  # noqa: BLE001  JSON of another form makes nbformat raise anything
            raise UsageError(
                f"{path} is not a notebook that nbformat can read; open and save it again"
            ) from error


def plain_python(source: str) -> str:
    """A cell without what only IPython understands; every line keeps its number."""
    source = source.replace("\r\n", "\n").replace("\r", "\n")
    if magic := CELL_MAGIC.match(source):
        if magic[1] not in PYTHON_MAGICS:
            return ""  # a script in another language
        source = "\n" * source.count("\n", 0, magic.end()) + source[magic.end() :]
    return LINE_MAGIC.sub(r"\1pass", source)


def exercises_named(cells: Sequence[Cell]) -> list[str]:
    """The exercises that `# nncheck: NAME, NAME` lines limit a submission to."""
    lines = (line for cell in cells for line in ONLY.findall(cell.source))
    return list(dict.fromkeys(name for line in lines for name in re.split(r"[\s,]+", line.strip()) if name))
