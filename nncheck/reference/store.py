"""Bytes by content hash, on disk: written atomically, checked when read, rebuilt when corrupt."""

import hashlib
import os
from contextlib import suppress
from pathlib import Path

from platformdirs import user_cache_dir

_DIGEST_SIZE = 32


class Store:
    """A folder of cache entries; with `folder` None this process alone keeps them (for secret seeds)."""

    def __init__(self, folder: Path | None):
        self.folder = folder
        self._memory: dict[str, bytes] = {}

    def read(self, key: str) -> bytes | None:
        """The entry, or None where there is none or where it is not what was written."""
        if self.folder is None:
            return self._memory.get(key)
        try:
            data = (self.folder / key).read_bytes()
        except OSError:
            return None
        digest, content = data[:_DIGEST_SIZE], data[_DIGEST_SIZE:]
        return content if hashlib.sha256(content).digest() == digest else None

    def write(self, key: str, content: bytes) -> None:
        """Keep an entry. A disk that cannot be written only costs time, so it is no error."""
        if self.folder is None:
            self._memory[key] = content
            return
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            new = self.folder / f".{key}.{os.urandom(8).hex()}"
            try:
                new.write_bytes(hashlib.sha256(content).digest() + content)
                os.replace(new, self.folder / key)
            except OSError:
                new.unlink(missing_ok=True)
                raise


def default_store() -> Store:
    """The store in the user's cache folder."""
    return Store(Path(user_cache_dir("nncheck", appauthor=False)))
