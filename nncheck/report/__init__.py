"""Report -> what people and programs read. A format is a module with `render(report, screen)`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType
from typing import cast

from nncheck.records import Report
from nncheck.report.screen import Screen
from nncheck.verify.findings import Finding

__all__ = ["FORMATS", "VERIFY_FORMATS", "Format", "Screen"]

DEFAULT_SCREEN = Screen()


@dataclass(frozen=True)
class Format:
    """A way to write a report; its module is imported when the first report is written."""

    module: str
    always: bool = False  # whether its readers need a file even where nothing could be graded

    def render(self, report: Report | Sequence[Finding], screen: Screen = DEFAULT_SCREEN) -> str:
        """The report in this format, as it is written to a terminal or file."""
        return cast(str, self.load().render(report, screen))

    def pieces(self, report: Report, screen: Screen = DEFAULT_SCREEN) -> Iterator[str]:
        """The same piece by piece, for a report that is too long to be held as one text."""
        module = self.load()
        yield from (
            module.pieces(report, screen) if hasattr(module, "pieces") else [module.render(report, screen)]
        )

    def summary(self, report: Report) -> str | None:
        """Markdown for the page of a build job; None where the format is none of a build server."""
        module = self.load()
        return cast(str, module.summary(report)) if hasattr(module, "summary") else None

    def failed(self, reason: str) -> str | None:
        """What is written where nothing could be graded; None where that is nothing at all."""
        return cast(str, self.load().failed(reason)) if self.always else None

    def load(self) -> ModuleType:
        """Import the module, now rather than when the first report is written."""
        return import_module(self.module)


FORMATS: dict[str, Format] = {
    "classroom": Format("nncheck.report.classroom", always=True),
    "csv": Format("nncheck.report.csv"),
    "github": Format("nncheck.report.github"),
    "gradescope": Format("nncheck.report.gradescope", always=True),
    "html": Format("nncheck.pages.html"),
    "json": Format("nncheck.report.json"),
    "junit": Format("nncheck.report.junit"),
    "sarif": Format("nncheck.report.sarif"),
    "text": Format("nncheck.report.text"),
}

# of what `nncheck verify` finds: `render(findings, screen)`
VERIFY_FORMATS: dict[str, Format] = {
    "github": Format("nncheck.report.findings_github"),
    "html": Format("nncheck.pages.claims"),
    "json": Format("nncheck.report.findings_json"),
    "junit": Format("nncheck.report.findings_junit"),
    "sarif": Format("nncheck.report.findings_sarif"),
    "text": Format("nncheck.report.findings_text"),
}
