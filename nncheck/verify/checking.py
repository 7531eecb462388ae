"""Texts of claims files -> findings."""

from collections.abc import Callable, Sequence
from pathlib import Path

from nncheck.spec import load_exercises
from nncheck.verify.claim import Claim
from nncheck.verify.claims_file import ClaimsFile, parsed
from nncheck.verify.findings import Finding
from nncheck.verify.quantities import Quantities
from nncheck.verify.verdicts import findings
from nncheck.verify.worked import Worked

Tell = Callable[[int, int], None]


def check_text(
    name: str,
    text: str,
    shipped: Sequence[tuple[str, str]],
    folders: Sequence[Path] = (),
    tell: Tell = lambda done, total: None,
) -> list[Finding]:
    """The findings on one claims file; it may speak of the worked examples of those that ship as well.

    Raises UsageError, one sentence with file and line, for whatever is wrong with it.
    """
    file = parsed(name, text)
    return findings(file.claims, quantities(file, shipped, folders), tell)


def check_claims(
    claims: Sequence[Claim], shipped: Sequence[tuple[str, str]], folders: Sequence[Path] = ()
) -> list[Finding]:
    """The findings on claims that stand elsewhere, such as in notes."""
    return findings(claims, quantities(ClaimsFile(claims=()), shipped, folders))


def quantities(
    file: ClaimsFile, shipped: Sequence[tuple[str, str]], folders: Sequence[Path] = ()
) -> Quantities:
    """What a file may speak of: its own worked examples come before those that ship."""
    worked: dict[str, Worked] = {}
    for name, text in shipped:
        worked |= {each.name: each for each in parsed(name, text).worked}
    worked |= {each.name: each for each in file.worked}
    return Quantities(load_exercises(folders), tuple(worked.values()), file.lets)
