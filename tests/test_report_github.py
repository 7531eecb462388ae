"""Annotations and the job's summary: GitHub reads what was meant, and obeys nothing else."""

import re

import pytest
import report_samples as samples
from golden_reports import GOLDEN, golden, unreadable
from hostile_texts import submissions
from hypothesis import given, settings
from markdown_it import MarkdownIt
from markdown_it.token import Token

from nncheck.records import SubmissionResult
from nncheck.report import FORMATS
from nncheck.report.job_summary import MOST_ROWS, code

COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")
DECODED = {"%0A": "\n", "%0D": "\r", "%3A": ":", "%2C": ",", "%25": "%"}


def annotations(*results: SubmissionResult) -> list[tuple[str, dict[str, str], str]]:
    """Level, properties and message of each line, as GitHub's runner reads them."""
    lines = FORMATS["github"].render(samples.report(*results)).split("\n")
    assert lines.pop() == ""
    found = []
    for line in lines:
        match = COMMAND.fullmatch(line)
        assert match, line
        level, properties, message = match.groups()
        pairs = dict(each.split("=", 1) for each in properties.split(","))
        found.append((level, {name: decoded(text) for name, text in pairs.items()}, decoded(message)))
    return found


def decoded(text: str) -> str:
    """The text that was escaped."""
    return re.sub("%(0A|0D|3A|2C|25)", lambda found: DECODED[found[0]], text)


def summary(*results: SubmissionResult) -> str:
    """The Markdown for the page of the job."""
    written = FORMATS["github"].summary(samples.report(*results))
    assert written is not None
    return written


def tokens(markdown: str) -> list[Token]:
    """What a reader of Markdown with tables makes of it."""
    parsed = MarkdownIt("commonmark").enable("table").parse(markdown)
    return [inner for token in parsed for inner in (token, *(token.children or ()))]


def test_an_error_for_each_function_at_its_line() -> None:
    """The failure that tells most, with its hint; the others by name; the score last."""
    error, notice = annotations(samples.wrong_sigmoid())
    level, properties, message = error
    assert (level, properties["file"], properties["line"]) == ("error", "sigmoid.py", "4")
    assert properties["title"] == "sigmoid: 0.2 of 1.5 points"
    assert "NN101  the sign in the exponential\nAs x grows" in message
    assert message.endswith("also failed: values_float32, torch, monotone")
    assert notice[0] == "notice"
    assert notice[2] == "sigmoid.py: 1.1 of 2.4 points"


def test_a_line_of_a_cell_is_no_line_of_the_notebook() -> None:
    """It is named in the message, where GitHub does not look for it in the file."""
    error, note, _ = annotations(samples.wrong_train_step())
    assert "line" not in error[1]
    assert "see cell 3, line 12" in error[2]
    assert note[0] == "warning"
    assert "matplotlib" in note[2]


def test_nothing_is_wrong_with_what_is_right() -> None:
    """Only the score is said."""
    assert [each[0] for each in annotations(samples.right())] == ["notice"]


def test_what_was_not_judged() -> None:
    """A file that cannot be read is an error; our own failure is a warning."""
    assert [each[0] for each in annotations(unreadable())] == ["error", "notice"]
    assert ("warning", "the cached answers are damaged") in [
        (level, message.rpartition(": ")[2]) for level, _, message in annotations(samples.crashed())
    ]


@settings(deadline=None, max_examples=60)
@given(submissions())
def test_no_text_becomes_a_command(result: SubmissionResult) -> None:
    """Each line is one command of ours, whatever is in names, messages and answers."""
    found = annotations(result)
    assert {name for _, properties, _ in found for name in properties} <= {"file", "line", "title"}
    written = FORMATS["github"].render(samples.report(result))
    assert all(line.isprintable() for line in written.split("\n"))


def test_the_summary_is_the_golden_one() -> None:
    """Byte for byte."""
    assert FORMATS["github"].summary(golden()) == (GOLDEN / "job_summary.md").read_text("utf-8")


def test_the_summary_has_a_row_for_each_submission_and_lost_function() -> None:
    """In two tables, of which the second is left out where nothing was lost."""
    assert summary(samples.right()).count("what is wrong") == 0
    text = summary(samples.right(), samples.wrong_sigmoid(), unreadable())
    assert "| `sigmoid.py` | 1.1 / 2.4 |" in text
    assert "| `bad.py` | 0 / 5 | `bad.py is not UTF-8" in text
    assert text.count("| `sigmoid` | 0.2 / 1.5 | `values` |") == 1


@settings(deadline=None, max_examples=60)
@given(submissions())
def test_no_text_becomes_markdown(result: SubmissionResult) -> None:
    """Neither a tag, a link, a picture nor a cell of a table: texts are code."""
    found = tokens(summary(result, samples.right()))
    kinds = {token.type for token in found}
    assert kinds <= {
        *("heading_open", "heading_close", "inline", "text", "code_inline", "softbreak"),
        *(
            f"{part}_{end}"
            for part in ("table", "thead", "tbody", "tr", "th", "td")
            for end in ("open", "close")
        ),
    }
    counts = [sum(token.type == kind for token in found) for kind in ("table_open", "tr_open", "td_open")]
    assert counts == [2, 1 + 2 + 1 + 1, 2 * 3 + 6]


@pytest.mark.parametrize("text", ["a|b", "`", "``x``", "\\|", "<b>", "[x](y)", "@me #1 :tada:"])
def test_code_is_one_cell(text: str) -> None:
    """No text ends its code span or its cell."""
    found = tokens(f"| a | b |\n| --- | --- |\n| {code(text)} | x |\n")
    assert [token.content for token in found if token.type == "inline"][2:] == [code(text), "x"]
    assert [token.type for token in found if token.type in ("html_inline", "link_open")] == []


def test_a_long_summary_says_what_it_leaves_out() -> None:
    """GitHub would show nothing at all of one that is too long."""
    results = [samples.right()] * (MOST_ROWS + 3)
    text = summary(*results)
    assert text.count("`right.py`") == MOST_ROWS
    assert "3 more rows are left out" in text
