"""Files -> findings, from the store where they are known; what computes them is imported when it must."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from nncheck.cli.progress import Progress
from nncheck.errors import ExitCode
from nncheck.reference.store import Store, default_store
from nncheck.verify.claim import Claim
from nncheck.verify.findings import Finding, Verdict
from nncheck.verify.texts import kept, shipped_claims, text_of

if TYPE_CHECKING:  # it loads the sandbox, which claims do without
    from nncheck.cli.verifying_notes import NotesChecker

CLAIMS = ".toml"
_FAILING = (Verdict.FALSE, Verdict.IMPRECISE)
_FAILING_STRICTLY = (*_FAILING, Verdict.UNDECIDED, Verdict.NOT_RUN)


def verified(
    paths: Sequence[Path],
    folders: Sequence[Path] = (),
    store: Store | None = None,
    notes: "NotesChecker | None" = None,
) -> list[Finding]:
    """The findings on each file, in order; without files on the claims that ship with nncheck.

    `notes` takes the files that are no claims files.
    """
    store = store or default_store()
    shipped = shipped_claims()
    files = [(str(path), path) for path in paths] if paths else [(name, None) for name, _ in shipped]
    shipped_texts = dict(shipped)
    with Progress("checking", len(files)) as progress:
        found: list[Finding] = []
        for name, path in files:
            if notes is not None and path is not None and path.suffix != CLAIMS:
                progress.message(name)
                found += notes.check(path, judging(folders, store))
            else:
                text = shipped_texts[name] if path is None else text_of(path)
                found += _claims(name, text, shipped, folders, store, progress)
            progress.advance(name)
    return found


def judging(
    folders: Sequence[Path] = (), store: Store | None = None
) -> Callable[[Sequence[Claim]], list[Finding]]:
    """What decides claims that stand elsewhere, such as in the comments of notes."""

    def judge(claims: Sequence[Claim]) -> list[Finding]:
        def compute() -> list[Finding]:
            from nncheck.verify.checking import check_claims

            return check_claims(claims, shipped, folders)

        parts = [msgspec.json.encode(list(claims)).decode(), *(part for pair in shipped for part in pair)]
        return kept(store or default_store(), folders, parts, compute)

    shipped = shipped_claims()
    return judge


def exit_code(findings: Sequence[Finding], strict: bool) -> ExitCode:
    """1 where something is false or imprecise; with `strict` also where it is undecided or was not run."""
    failing = _FAILING_STRICTLY if strict else _FAILING
    return ExitCode.BELOW if any(each.verdict in failing for each in findings) else ExitCode.OK


def _claims(
    name: str,
    text: str,
    shipped: Sequence[tuple[str, str]],
    folders: Sequence[Path],
    store: Store,
    progress: Progress,
) -> list[Finding]:
    def compute() -> list[Finding]:
        from nncheck.verify.checking import check_text

        return check_text(
            name, text, shipped, folders, lambda done, total: progress.message(name, done, total)
        )

    parts = [name, text, *(part for pair in shipped for part in pair)]
    return kept(store, folders, parts, compute)
