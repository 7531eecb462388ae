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

    def render(self, report: Report | Sequence[Finding], screen: Screen = DEFAULT_SCREEN) -> str:
        """The report in this format, as it is written to a terminal or file."""
        return cast(str, self.load().render(report, screen))

    def pieces(self, report: Report, screen: Screen = DEFAULT_SCREEN) -> Iterator[str]:
        """The same piece by piece, for a report that is too long to be held as one text."""
        module = self.load()
        yield from (
            module.pieces(report, screen) if hasattr(module, "pieces") else [module.render(report, screen)]
        )

    def load(self) -> ModuleType:
        """Import the module, now rather than when the first report is written."""
        return import_module(self.module)


FORMATS: dict[str, Format] = {
    "csv": Format("nncheck.report.csv"),
    "json": Format("nncheck.report.json"),
    "text": Format("nncheck.report.text"),
}

# of what `nncheck verify` finds: `render(findings, screen)`
VERIFY_FORMATS: dict[str, Format] = {
    "github": Format("nncheck.report.findings_github"),
    "json": Format("nncheck.report.findings_json"),
    "junit": Format("nncheck.report.findings_junit"),
    "sarif": Format("nncheck.report.findings_sarif"),
    "text": Format("nncheck.report.findings_text"),
}
