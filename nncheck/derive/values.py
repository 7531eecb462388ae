"""A file or a line of JSON or TOML -> arguments of a function, in place of those of an example."""

import json
import math
import tomllib
from pathlib import Path
from typing import Any

import numpy as np

from nncheck.derive.naming import short_name
from nncheck.errors import UsageError, unknown_name
from nncheck.spec.trees import leaves

LARGEST_FILE = 1 << 20
MOST_NUMBERS = 2000


def read_values(text: str) -> dict[str, Any]:
    """The values that --values gives: JSON or TOML itself, or the name of a .json or .toml file.

    Raises UsageError naming the file and line where it cannot be read.
    """
    path = Path(text)
    if text.lstrip().startswith("{") or "=" in text:
        where, content = "--values", text
    else:
        where, content = text, _content(path)
    try:
        is_json = path.suffix == ".json" or content.lstrip().startswith("{")
        found = json.loads(content) if is_json else tomllib.loads(content)
    except json.JSONDecodeError as error:
        raise UsageError(f"{where}:{error.lineno}: not JSON: {error.msg}") from None
    except RecursionError:
        raise UsageError(f"{where}:1: brackets nested too deeply") from None
    except tomllib.TOMLDecodeError as error:
        line = str(error).partition("(at line ")[2].partition(",")[0] or "1"
        raise UsageError(f"{where}:{line}: not TOML: {str(error).partition(' (at')[0]}") from None
    if not isinstance(found, dict):
        raise UsageError(f'{where}:1: values have names; write {{"x": [0.5, 1]}}')
    return found


def _content(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise UsageError(f"--values {path} has more than {LARGEST_FILE:,} bytes; give fewer numbers")
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}:1: not text in UTF-8 (byte {error.start})") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise UsageError(f"cannot read --values {path}: {reason}") from None


def with_values(arguments: dict[str, Any], given: dict[str, Any]) -> dict[str, Any]:
    """The arguments with some replaced: whole ones, or arrays in them by their own name (W1).

    Raises UsageError for names that are not there and for what is no array of numbers.
    """
    places = {path: path for path, _ in leaves(arguments)} | {name: name for name in arguments}
    for path, _ in leaves(arguments):
        places.setdefault(short_name(path), path)
    changed = dict(arguments)
    for name, value in given.items():
        if name not in places:
            raise unknown_name("value", name, {key for key in places if "." not in key})
        changed = _replaced(changed, places[name].split("."), value, name)
    return changed


def _replaced(tree: Any, path: list[str], value: Any, name: str) -> Any:
    if not path:
        return _like(tree, value, name)
    if isinstance(tree, dict):
        return {
            key: _replaced(part, path[1:], value, name) if key == path[0] else part
            for key, part in tree.items()
        }
    parts = [
        _replaced(part, path[1:], value, name) if str(i) == path[0] else part for i, part in enumerate(tree)
    ]
    return tuple(parts) if isinstance(tree, tuple) else parts


def _like(tree: Any, value: Any, name: str) -> Any:
    """A value in the form of what it replaces: an array, a number, a list of arrays, a dict of them."""
    if isinstance(tree, dict):
        if not isinstance(value, dict):
            raise UsageError(f"{name} holds several arrays: give {', '.join(tree)} by name")
        for key in value:
            if key not in tree:
                raise unknown_name(f"entry of {name}", key, tree)
        return {key: _like(part, value[key], key) if key in value else part for key, part in tree.items()}
    if isinstance(tree, list | tuple):
        if not isinstance(value, list):
            raise UsageError(f"{name} is a list; give it in brackets")
        model = tree[0] if tree else np.zeros(1)
        return [
            each if isinstance(each, str) else _like(model, each, f"{name}[{i}]")
            for i, each in enumerate(value)
        ]
    if isinstance(tree, np.ndarray):
        return _array(value, name)
    return _scalar(tree, value, name)


def _array(value: Any, name: str) -> Any:
    try:
        array = np.array(value, dtype=np.float64)
    except (ValueError, TypeError, OverflowError):
        raise UsageError(f"{name} is no array of numbers: rows of one length, numbers only") from None
    if not np.isfinite(array).all() or array.size > MOST_NUMBERS:
        fault = f"has more than {MOST_NUMBERS:,} numbers" if array.size > MOST_NUMBERS else "holds inf or nan"
        raise UsageError(f"{name} {fault}; a derivation needs finite numbers, and not too many")
    return array


def _scalar(tree: Any, value: Any, name: str) -> Any:
    if isinstance(tree, str) or tree is None:
        return value
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise UsageError(f"{name} is a single finite number")
    return value if isinstance(tree, int) and isinstance(value, int) else float(value)
