"""Claims files as text, and the findings on them that are kept from one run to the next."""

import hashlib
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import msgspec

from nncheck.errors import UsageError
from nncheck.reference.store import Store
from nncheck.reference.versions import version
from nncheck.spec.load import shipped_exercises
from nncheck.verify.findings import Finding

LARGEST = 4 << 20  # bytes of a claims file
_PACKAGE = Path(__file__).resolve().parent.parent
_PARTS = ("verify", "spec", "reference")  # what findings are computed by, beside the exercises


def shipped_claims() -> list[tuple[str, str]]:
    """Name and text of each claims file that ships with nncheck."""
    paths = sorted((_PACKAGE / "claims").glob("*.toml"))
    return [(f"claims/{path.name}", path.read_text("utf-8")) for path in paths]


def text_of(path: Path) -> str:
    """The text of a claims file.

    Raises UsageError where it cannot be read.
    """
    try:
        if path.is_dir():
            raise UsageError(f"{path} is a folder; name a claims file")
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise UsageError(f"{path}: there is no such file") from None
    except (OSError, ValueError) as error:
        raise UsageError(f"{path} cannot be read: {getattr(error, 'strerror', None) or error}") from None
    if len(content) > LARGEST:
        raise UsageError(f"{path} is larger than {LARGEST >> 20} MiB; that is no claims file")
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise UsageError(f"{path}:{line}: a claims file is text in UTF-8, and this is not") from None


def kept(
    store: Store, folders: Sequence[Path], parts: Iterable[str], compute: Callable[[], list[Finding]]
) -> list[Finding]:
    """The findings that `parts` lead to, from the store or computed."""
    key = f"verify-{_digest([*parts, *_computed_by(folders)])}"
    content = store.read(key)
    if content is not None:
        try:
            return msgspec.json.decode(content, type=list[Finding])
        except msgspec.DecodeError:
            pass  # of another version of nncheck
    found = compute()
    store.write(key, msgspec.json.encode(found))
    return found


def _digest(parts: Iterable[str]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        encoded = part.encode("utf-8", "surrogatepass")
        digest.update(len(encoded).to_bytes(8, "big") + encoded)
    return digest.hexdigest()


def _computed_by(folders: Sequence[Path]) -> list[str]:
    """Versions and sources of whatever takes part."""
    libraries = [f"{name} {version(name)}" for name in ("numpy", "python-flint", "sympy")]
    sources = [path for part in _PARTS for path in sorted((_PACKAGE / part).glob("*.*"))]
    for folder in (shipped_exercises(), *(folder / "exercises" for folder in folders)):
        sources += sorted(folder.glob("*/exercise.py"))
    texts = [path.read_text("utf-8", errors="replace") for path in sources if path.suffix in (".py", ".json")]
    return [sys.version, *libraries, *texts]
