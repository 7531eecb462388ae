"""A claims file (TOML) -> claims, worked examples and named quantities; numbers keep their digits."""

import re
import tomllib
from fractions import Fraction
from typing import Any

import msgspec
import numpy as np

from nncheck.errors import UsageError, unknown_name
from nncheck.records import Record
from nncheck.verify.claim import Claim, Kind, check
from nncheck.verify.findings import Place
from nncheck.verify.language import arranged, evaluated
from nncheck.verify.worked import BIAS_RULES, MOST_STEPS, PER_NEURON, Worked

_LINE = re.compile(r" \(at line (\d+), column \d+\)| \(at end of document\)")
_PARAMETER = re.compile(r"([Wb])([1-9]\d?)")
_FIELDS = ("inputs", "targets", "activations", "loss", "learning_rate", "biases", "steps")


class ClaimsFile(Record, frozen=True, kw_only=True):
    """All that one file says."""

    claims: tuple[Claim, ...]
    worked: tuple[Worked, ...] = ()
    lets: dict[str, str] = {}


class _Digits(str):
    """A number of the file as it is written there."""


def parsed(name: str, text: str) -> ClaimsFile:
    """The claims of a file; `name` is what it is called in findings.

    Raises UsageError, one sentence with file and line, for whatever is wrong with it.
    """
    try:
        table = tomllib.loads(text, parse_float=_Digits)
    except (tomllib.TOMLDecodeError, ValueError, RecursionError) as error:
        raise _broken(name, text, error) from None
    return claims_of(table, text, name)


def claims_of(table: dict[str, Any], text: str, name: str) -> ClaimsFile:
    """The claims of a parsed file."""
    for key in table:
        if key not in ("source", "language", "claim", "worked", "let"):
            known = ["source", "language", "claim", "worked", "let"]
            raise UsageError(f"{name}:1: {unknown_name('key', key, known)}")
    lines = _lines_of(text, r"\[\[\s*claim\s*\]\]")
    rows = table.get("claim", [])
    if not isinstance(rows, list) or len(lines) != len(rows):
        raise UsageError(f"{name}:1: write each claim as a [[claim]] table on a line of its own")
    usual: dict[str, Any] = {key: table[key] for key in ("source", "language") if key in table}
    claims = tuple(
        _claim({**usual, **row}, Place(file=name, line=line)) for row, line in zip(rows, lines, strict=True)
    )
    tables = table.get("worked", {})
    worked = tuple(
        _worked(each, row, f"{name}:{_line_of_worked(text, each)}") for each, row in tables.items()
    )
    lets = table.get("let", {})
    if not all(isinstance(value, str) for value in lets.values()):
        line = _first(text, r"\[let\]")
        raise UsageError(f"{name}:{line}: what [let] names are quantities in quotes")
    return ClaimsFile(claims=claims, worked=worked, lets=lets)


def _broken(name: str, text: str, error: Exception) -> UsageError:
    message = str(error) if isinstance(error, tomllib.TOMLDecodeError) else "a number or list is too long"
    found = _LINE.search(message)
    line = int(found[1]) if found and found[1] else text.count("\n") + 1 if found else 1
    return UsageError(f"{name}:{line}: not TOML: {_LINE.sub('', message)}")


def _claim(row: dict[str, Any], place: Place) -> Claim:
    where = f"{place.file}:{place.line}"
    if "place" in row:
        raise UsageError(f"{where}: unknown key 'place'")
    given = {"kind": Kind.ARRAY if isinstance(row.get("printed"), list) else Kind.NUMBER, **row}
    try:
        claim = msgspec.convert({**given, "printed": None}, Claim)
    except msgspec.ValidationError as error:
        message = str(error).replace("Object contains", "the claim has an").replace("Object", "the claim")
        raise UsageError(f"{where}: {message.replace(' - at `$.', ' at `')}") from None
    claim = msgspec.structs.replace(claim, printed=_as_printed(row.get("printed"), where), place=place)
    check(claim)
    return claim


def _as_printed(value: Any, where: str) -> Any:
    """Text, or lists and tables of text: numbers as they are written."""
    if isinstance(value, list):
        return [_as_printed(each, where) for each in value]
    if isinstance(value, dict):
        return {key: _as_printed(each, where) for key, each in value.items()}
    if isinstance(value, bool) or not isinstance(value, str | int | type(None)):
        raise UsageError(f"{where}: what is printed is a number or text, or a list or table of them")
    return None if value is None else str(value)


def _worked(name: str, row: Any, where: str) -> Worked:
    if not isinstance(row, dict):
        raise UsageError(f"{where}: write [worked.{name}]")
    for key in row:
        if key not in _FIELDS and not _PARAMETER.fullmatch(key):
            raise UsageError(f"{where}: {unknown_name('key', key, [*_FIELDS, 'W1', 'b1'])}")
    for key in ("inputs", "targets", "activations", "loss", "learning_rate", "W1"):
        if key not in row:
            raise UsageError(f"{where}: [worked.{name}] needs {key!r}")
    activations, biases, steps = row["activations"], row.get("biases", PER_NEURON), row.get("steps", 1)
    if not isinstance(activations, list) or not all(isinstance(each, str) for each in activations):
        raise UsageError(f"{where}: activations is a list of names, one for each layer")
    if biases not in BIAS_RULES:
        raise UsageError(f"{where}: {unknown_name('rule for biases', str(biases), BIAS_RULES)}")
    if not isinstance(steps, int) or not 1 <= steps <= MOST_STEPS:
        raise UsageError(f"{where}: steps is a whole number from 1 to {MOST_STEPS:,}")
    worked = Worked(
        name=name,
        inputs=_array(row["inputs"], where, "inputs"),
        targets=_array(row["targets"], where, "targets"),
        parameters={key: _array(row[key], where, key) for key in _in_order(row) if _PARAMETER.fullmatch(key)},
        activations=tuple(activations),
        loss=str(row["loss"]),
        learning_rate=_array(row["learning_rate"], where, "learning_rate").item(),
        biases=biases,
        steps=steps,
    )
    _check_shapes(worked, where)
    return worked


def _in_order(row: dict[str, Any]) -> list[str]:
    """W1, b1, W2, b2, ..."""
    return sorted(row, key=lambda key: (len(key), key[1:], key[0]))


def _check_shapes(worked: Worked, where: str) -> None:
    width = worked.inputs.shape[-1] if worked.inputs.ndim else 0
    names = {f"{letter}{layer}" for layer in range(1, worked.depth + 1) for letter in "Wb"}
    for name in worked.parameters:
        if name not in names:
            raise UsageError(f"{where}: {name}, but there are {worked.depth} activations")
    for layer in range(1, worked.depth + 1):
        weights = worked.parameters.get(f"W{layer}")
        if weights is None:
            raise UsageError(f"{where}: [worked.{worked.name}] needs 'W{layer}', a row for each neuron")
        if weights.ndim != 2 or weights.shape[1] != width:
            raise UsageError(
                f"{where}: W{layer} has the shape {weights.shape}; each neuron's row needs {width} entries"
            )
        width = weights.shape[0]
        bias = worked.parameters.get(f"b{layer}")
        if bias is not None and bias.shape != (width,):
            raise UsageError(f"{where}: b{layer} has the shape {bias.shape}, not ({width},)")
    expected = (*worked.inputs.shape[:-1], width)
    if worked.targets.shape != expected:
        raise UsageError(f"{where}: targets have the shape {worked.targets.shape}, the outputs {expected}")


def _array(value: Any, where: str, key: str) -> Any:
    """Numbers of the file, exactly as they are written, as an array of fractions."""
    try:
        array = np.asarray(_numbers(value), dtype=object)
    except UsageError as error:
        raise UsageError(f"{where}: {key}: {error}") from None
    if not all(isinstance(each, Fraction) for each in array.flat):
        raise UsageError(f"{where}: {key} is no array of numbers: its rows differ in length")
    return array


def _numbers(value: Any) -> Any:
    if isinstance(value, list):
        return arranged([_numbers(each) for each in value])
    found = evaluated(str(value), {})
    if isinstance(value, bool) or not isinstance(found, int | Fraction):
        raise UsageError(f"{value!r} is no number")
    return Fraction(found)


def _lines_of(text: str, pattern: str) -> list[int]:
    start = re.compile(rf"\s*{pattern}\s*(#.*)?")
    return [number for number, line in enumerate(text.split("\n"), start=1) if start.fullmatch(line)]


def _first(text: str, pattern: str) -> int:
    return next(iter(_lines_of(text, pattern)), 1)


def _line_of_worked(text: str, name: str) -> int:
    return _first(text, rf"\[worked\.[\"']?{re.escape(name)}[\"']?\]")
