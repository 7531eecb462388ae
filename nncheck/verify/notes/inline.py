"""Comments such as <!-- nncheck: sigmoid_grad(6) = 0.002467 --> in the text of notes -> claims."""

import json
import re
from collections.abc import Iterator
from typing import Any

from nncheck.errors import UsageError
from nncheck.records import Record
from nncheck.verify.claim import Claim
from nncheck.verify.claim import Kind as ClaimKind
from nncheck.verify.findings import Finding, Place, Verdict
from nncheck.verify.notes.beside.shapes import NUMBER, number_spans
from nncheck.verify.notes.pieces import Kind, Line, Notes
from nncheck.verify.printed import correct, parse

COMMENT = re.compile(r"<!--[ \t]*nncheck:[ \t]*(.*?)[ \t]*-->")
STARTED = re.compile(r"<!--[ \t]*nncheck\b")
SHOWN = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")  # how to write one
HOW = "write <!-- nncheck: QUANTITY = PRINTED VALUE --> on one line"


class Inline(Record, frozen=True, kw_only=True):
    """A claim, and the places of its number in the file: in the comment, and beside it on the line."""

    claim: Claim
    places: tuple[tuple[int, int], ...]

    def right(self, finding: Finding) -> str | None:
        """What belongs in the place of a single number that is false."""
        if (
            not isinstance(self.claim.printed, str)
            or finding.verdict is not Verdict.FALSE
            or not finding.actual
        ):
            return None
        return correct(parse(self.claim.printed), parse(finding.actual).value)


def inline_claims(notes: Notes) -> list[Inline]:
    """The claims in the text of notes, outside of its programs.

    Raises UsageError, with file and line, for a comment that makes no claim.
    """
    lines = (line for piece in notes.pieces if piece.kind is Kind.TEXT for line in piece.lines)
    return [each for line in lines for each in _claims(notes.name, line)]


def _claims(name: str, line: Line) -> Iterator[Inline]:
    text = SHOWN.sub(lambda found: " " * len(found[0]), line.text)
    if STARTED.search(text) and not COMMENT.search(text):
        raise UsageError(f"{name}:{line.number}: {HOW}")
    for found in COMMENT.finditer(text):
        quantity, equals, printed = (part.strip() for part in found[1].rpartition("="))
        if not equals or not quantity:
            raise UsageError(f"{name}:{line.number}: {found[1]!r} states nothing; {HOW}")
        value = _printed(printed, f"{name}:{line.number}")
        place = Place(file=name, line=line.number)
        claim = Claim(
            source=name,
            quote=f"{quantity} = {printed}",
            kind=ClaimKind.NUMBER if isinstance(value, str) else ClaimKind.ARRAY,
            quantity=quantity,
            printed=value,
            place=place,
        )
        yield Inline(claim=claim, places=tuple(_places(line, printed, found.span(1))))


def _printed(text: str, where: str) -> Any:
    """A number as text, or lists of such."""
    try:
        return json.loads(NUMBER.sub(lambda found: json.dumps(found[0]), text))
    except (ValueError, RecursionError):
        raise UsageError(f"{where}: {text!r} is neither a number nor a list of numbers in brackets") from None


def _places(line: Line, printed: str, comment: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Where the number stands as the last one of its comment, or outside of all comments."""
    begin, end = comment
    for start, stop in number_spans(line.text):
        outside = not any(each.start() <= start < each.end() for each in COMMENT.finditer(line.text))
        if line.text[start:stop] == printed and (outside or (begin <= start and stop == end)):
            yield line.offsets[start], line.offsets[stop - 1] + 1
