"""Findings -> formats for programs: each can be parsed, and no text in it is obeyed."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from nncheck.report import VERIFY_FORMATS
from nncheck.verify.findings import Finding, Place, Verdict

NASTY = '::error::x\n##[error]y%0A,:\x1b[31m\u202e<b>&"]]>'


def finding(verdict: Verdict = Verdict.FALSE, line: int = 3, **changes: object) -> Finding:
    """One that differs in what a test is about."""
    usual = {
        **{"source": "notes.md", "place": Place(file="notes.md", line=line), "statement": "print(x)"},
        **{"printed": "0.6", "actual": "0.5", "digits_right": 0, "verdict": verdict},
        "reason": "The program gives 0.5.",
    }
    return Finding(**{**usual, **changes})  # type: ignore[arg-type]


ALL = [finding(verdict) for verdict in Verdict]
ODD = finding(
    source=NASTY, statement=NASTY, printed=NASTY, reason=NASTY, place=Place(file=f"a/{NASTY}", line=1)
)


def test_github_says_what_is_wrong_where() -> None:
    """An error for false, a warning for imprecise, a notice for the others, nothing for true."""
    lines = VERIFY_FORMATS["github"].render(ALL).splitlines()
    assert (
        lines[0] == "::warning file=notes.md,line=3,title=imprecise%3A print(x)::0.6: The program gives 0.5."
    )
    assert [line.split()[0] for line in lines] == ["::warning", "::error", "::notice", "::notice"]


def test_github_joins_what_has_one_reason() -> None:
    """Numbers of a line that share a reason are one message; others are not."""
    found = [*(finding(printed=str(n)) for n in range(9)), finding(line=4)]
    lines = VERIFY_FORMATS["github"].render(found).splitlines()
    assert [line.rpartition("::")[2] for line in lines] == [
        "0, 1, 2, 3, 4, 5 and 3 more: The program gives 0.5.",
        "0.6: The program gives 0.5.",
    ]


def test_github_obeys_no_text() -> None:
    """Names of files and quotes cannot begin a command or leave their place in one."""
    text = VERIFY_FORMATS["github"].render([ODD, finding()])
    assert len(text.splitlines()) == 2
    command = text.splitlines()[0]
    assert command.startswith("::error file=a/%3A%3Aerror%3A%3Ax%0A##[error]y%250A%2C%3A")
    assert "\x1b" not in command.rpartition("title=")[2]
    assert command.count("::") == 2


def test_junit() -> None:
    """A suite for each source; false and imprecise fail, undecided and not run are skipped."""
    root = ElementTree.fromstring(VERIFY_FORMATS["junit"].render([*ALL, finding(source="other")]))
    counts = [[suite.get(name) for name in ("name", "tests", "failures", "skipped")] for suite in root]
    assert counts == [["notes.md", "5", "2", "2"], ["other", "1", "1", "0"]]
    kinds = [[child.tag for child in case] for case in root[0]]
    assert kinds == [[], ["failure"], ["failure"], ["skipped"], ["skipped"]]
    failure = root[0][2][0]
    assert failure.get("message") == "The program gives 0.5."
    assert failure.text == "printed 0.6, really 0.5"


def test_junit_holds_any_text() -> None:
    """It stays well-formed."""
    root = ElementTree.fromstring(VERIFY_FORMATS["junit"].render([ODD]))
    assert "<b>&" in (root[0][0].get("name") or "")


def test_sarif() -> None:
    """A result for everything that is not true, with a rule, a level and a place."""
    document = json.loads(VERIFY_FORMATS["sarif"].render(ALL))
    (run,) = document["runs"]
    assert document["version"] == "2.1.0"
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert [(each["ruleId"], each["level"]) for each in run["results"]] == [
        ("imprecise", "warning"),
        ("false", "error"),
        ("undecided", "note"),
        ("not-run", "note"),
    ]
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place == {"artifactLocation": {"uri": "notes.md"}, "region": {"startLine": 3}}


@pytest.mark.parametrize(
    ("file", "uri"),
    [("a b/ü.md", "a%20b/%C3%BC.md"), ("/x/n#1.md", "file:///x/n%231.md"), ("a\udcff.md", "a%FF.md")],
)
def test_sarif_names_any_file(file: str, uri: str) -> None:
    """A path becomes a reference, whatever is in it."""
    document = json.loads(VERIFY_FORMATS["sarif"].render([finding(place=Place(file=file, line=1))]))
    assert (
        document["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        == uri
    )


@pytest.mark.parametrize("name", VERIFY_FORMATS)
@pytest.mark.parametrize("found", [[], [finding(place=None)], [ODD]])
def test_every_format_renders_everything(name: str, found: list[Finding]) -> None:
    """Nothing at all, no place, hostile text; and the same bytes each time."""
    text = VERIFY_FORMATS[name].render(found)
    assert text == VERIFY_FORMATS[name].render(found)
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_the_action_and_the_hook_call_the_command() -> None:
    """They name the command and the options that there are."""
    root = Path(__file__).resolve().parent.parent
    assert "nncheck verify --format github" in (root / "action.yml").read_text("utf-8")
    assert "entry: nncheck verify\n" in (root / ".pre-commit-hooks.yaml").read_text("utf-8")
