"""Everything that a student could write to do harm where it is shown, and reports full of it."""

import re

import numpy as np
import report_samples as samples
from hypothesis import strategies as st

from nncheck.records import Counterexample, Location, Opaque, Status, SubmissionResult, Tensor, Value

# What is written, and how it is shown on one line.
SHOWN = [
    ("x must be 2-d", "x must be 2-d"),
    ("形状不对", "形状不对"),
    ("two\nlines\tand  a tab", "two lines and a tab"),
    ("over\rwritten\x0b\x0c\x85\u2028twice", "over written twice"),
    ("\x1b[2Jgone", "\\x1b[2Jgone"),
    ("\x9b31m", "\\x9b31m"),
    ("\x1b]8;;http:evil\x1b\\here\x1b]8;;\x1b\\", "\\x1b]8;;http:evil\\x1b\\here\\x1b]8;;\\x1b\\"),
    ("\x9d8;;http:evil\x9chere", "\\x9d8;;http:evil\\x9chere"),
    ("a\bb\x07", "a\\x08b\\x07"),
    ("\x7f", "\\x7f"),
    ("abc\u202ecod.exe", "abc\\u202ecod.exe"),
    ("\u2066\u2069\u200f\u061c", "\\u2066\\u2069\\u200f\\u061c"),
    ("a\u200bb\ufeff\u2060\u00ad", "a\\u200bb\\ufeff\\u2060\\xad"),
    ("\u3164\u115f\uffa0\u2800", "\\u3164\\u115f\\uffa0\\u2800"),
    ("\U000e0041", "\\U000e0041"),
    ("\ue000\U000f0000\u0378", "\\ue000\\U000f0000\\u0378"),
    ("\ud800", "\\ud800"),
    ("[bold]not markup[/]", "[bold]not markup[/]"),
]

BUILD_SERVERS = [
    ("::error::forged", ": :error: :forged"),
    ("::ERROR file=a.py::forged", ": :ERROR file=a.py: :forged"),
    ("::add-mask::e", ": :add-mask: :e"),
    ("::stop-commands::x", ": :stop-commands: :x"),
    (":::::debug::", ": : : : :debug: :"),
    ("%0A::error::%0D%3A%3A", "%0A: :error: :%0D%3A%3A"),
    ("##[command]", "# #[command]"),
    ("###[error]", "# # #[error]"),
    ("##vso[task.setvariable]", "# #vso[task.setvariable]"),
    ("##teamcity[buildStatus]", "# #teamcity[buildStatus]"),
    ("section_start:0:a[collapsed=true]\r\x1b[0KB", "section_start:0:a[collapsed=true] \\x1b[0KB"),
    ("x[::2]", "x[: :2]"),
]


NASTY = [
    *(text for text, _ in SHOWN + BUILD_SERVERS),
    *(":", "::", "#", "##", "[", "\n", "\r\n", "\t", " ", "\x1b", "]", "\u200b", "e\u0301\u0301\u0301", "﷽"),
    *("</script>", "<b>", "&amp;", "'", '"', "\\", "\\u003a", "error", "你好" * 20, "a" * 60, "::" * 40),
]
TEXT = st.lists(st.sampled_from(NASTY) | st.text(max_size=6) | st.characters(), max_size=8).map("".join)
VALUES: st.SearchStrategy[Value] = st.recursive(
    TEXT | TEXT.map(lambda text: Opaque(type_name=text)) | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=6,
)
DEVICES = TEXT.map(lambda text: Tensor(array=np.zeros(2), device=text))


@st.composite
def submissions(draw: st.DrawFn) -> SubmissionResult:
    """Results with a student's text wherever there can be one."""
    example = Counterexample(
        inputs={"x": np.array([1.0])}, got=draw(VALUES | DEVICES), expected=np.array([0.5])
    )
    place = Location(cell=draw(TEXT), line=3)
    wrong = samples.failed("values", message=draw(TEXT), counterexample=example, location=place)
    other = samples.failed("torch", message=draw(TEXT))
    waiting = samples.skipped("shapes", draw(TEXT), points=draw(st.sampled_from([0.0, 0.1])))
    faulty = samples.failed("dtype", message=draw(TEXT))
    faulty = type(faulty)(**{**as_dict(faulty), "status": Status.ERROR})
    function = samples.function("sigmoid", wrong, other, waiting, faulty)
    notes = tuple(draw(st.lists(TEXT, max_size=2)))
    return samples.submission(draw(TEXT), samples.exercise("activations", function), notes=notes)


def as_dict(record: Value) -> dict[str, Value]:
    """A record's fields by name."""
    return {name: getattr(record, name) for name in record.__struct_fields__}


COMMAND = re.compile(r"^\s*::|##")


def offence(written: str) -> str:
    """The first line that a terminal or a build server could obey."""
    lines = written.split("\n")
    return next((line for line in lines if COMMAND.search(line) or not line.isprintable()), "")
