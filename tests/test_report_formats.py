"""Formats for other tools: golden bytes, and what is true of each of them."""

import json
import re
from base64 import b64decode
from collections.abc import Callable
from xml.etree import ElementTree

import pytest
import report_samples as samples
from golden_reports import FILES, GOLDEN, golden, unreadable, without_points
from hostile_texts import offence, submissions
from hypothesis import given, settings
from msgspec.structs import replace

from nncheck.records import Report, SubmissionResult
from nncheck.report import FORMATS

READERS: dict[str, Callable[[str], object]] = {
    "classroom": lambda text: json.loads(b64decode(text)),
    "github": str.splitlines,
    "gradescope": json.loads,
    "junit": ElementTree.fromstring,
    "sarif": json.loads,
}
ESCAPED = re.compile(r"\\u[0-9a-f]{4}")


@pytest.mark.parametrize("name", FILES)
def test_the_golden_file_is_what_is_written(name: str) -> None:
    """Byte for byte; `python tests/golden_reports.py` writes the files anew."""
    assert FORMATS[name].render(golden()) == (GOLDEN / FILES[name]).read_text("utf-8")


@pytest.mark.parametrize("name", FILES)
def test_bytes_are_the_same_again(name: str) -> None:
    """Written at once or piece by piece."""
    first = FORMATS[name].render(golden())
    assert first == FORMATS[name].render(golden()) == "".join(FORMATS[name].pieces(golden()))


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize(
    "results",
    [(), (samples.right(),), (unreadable(),), (without_points(),), (unreadable(), samples.right())],
    ids=["none", "one", "unreadable", "no points", "several"],
)
def test_every_report_can_be_read(name: str, results: tuple[SubmissionResult, ...]) -> None:
    """By a reader of its format, whatever was graded."""
    READERS[name](FORMATS[name].render(samples.report(*results)))


@pytest.mark.parametrize("name", FILES)
def test_no_seed_is_told(name: str) -> None:
    """These files go to students; a seed that they had would be none."""
    environment = replace(samples.environment(), seed=918273645)
    told = Report(submissions=(samples.wrong_sigmoid(),), environment=environment)
    written = FORMATS[name].render(told)
    assert "918273645" not in (written if name != "classroom" else b64decode(written).decode())


@settings(deadline=None, max_examples=40)
@given(submissions())
def test_json_formats_are_inert(result: SubmissionResult) -> None:
    """Printable ASCII in which neither a log nor a page finds anything of its own."""
    for name in ("gradescope", "sarif"):
        written = FORMATS[name].render(samples.report(result, samples.right()))
        json.loads(written)
        assert written.isascii()
        assert offence(written) == ""
        assert not any(sign in written for sign in ("::", "##", "<", ">", "&"))


@settings(deadline=None, max_examples=40)
@given(submissions())
def test_what_classroom_prints_is_inert(result: SubmissionResult) -> None:
    """Its reader prints names and texts as they are into a log that obeys commands."""
    document = json.loads(b64decode(FORMATS["classroom"].render(samples.report(result, samples.right()))))
    for test in document["tests"]:
        assert offence(f"{test['name']}\n{test['test_code']}") == ""


@settings(deadline=None, max_examples=40)
@given(submissions())
def test_xml_is_inert(result: SubmissionResult) -> None:
    """Well-formed, with its own tags alone, and nothing that a log obeys."""
    written = FORMATS["junit"].render(samples.report(result))
    tags = {each.tag for each in ElementTree.fromstring(written).iter()}
    assert tags <= {
        *("testsuites", "testsuite", "properties", "property", "testcase"),
        *("failure", "error", "skipped"),
    }
    assert offence(written) == ""


@pytest.mark.parametrize("name", ["::", ":", "::error", "a:"])
def test_names_of_files_are_no_commands(name: str) -> None:
    """Nor together with what comes after them."""
    report = samples.report(samples.submission(name, notes=("x",)), samples.wrong_sigmoid())
    document = json.loads(b64decode(FORMATS["classroom"].render(report)))
    assert [test["name"] for test in document["tests"] if "::" in test["name"]] == []
    for each in ("junit", "gradescope", "sarif"):
        assert offence(FORMATS[each].render(report)) == ""
