"""The page of checked notes, in a real browser."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from browser import Opened, overflow, serious

from nncheck.cli.speaking import spoken
from nncheck.pages.claims import render
from nncheck.records import Named
from nncheck.report import VERIFY_FORMATS, Screen
from nncheck.verify.findings import Finding, Place, Verdict

NASTY = '</style><script>window.ran = 1</script><img src=x onerror="window.ran = 2">\u202e\x1b[31m&'
LONG = "[" + ", ".join(["0.123456789"] * 400) + "]"


def finding(verdict: Verdict, **changes: object) -> Finding:
    """One that differs in what a test is about."""
    usual = {
        **{"source": "notes.md", "place": Place(file="notes.md", line=3), "statement": "print(x)  # 0.8807"},
        **{"printed": "0.8807", "actual": "0.880797", "digits_right": 3, "verdict": verdict},
        "reason": "The last digit is off by one.",
    }
    return Finding(**{**usual, **changes})  # type: ignore[arg-type]


SOME = [
    finding(Verdict.TRUE, source="a.md", printed="0.8808", name="right"),
    finding(
        Verdict.FALSE, source="a.md", name="wrong", misconception=Named(id="NN1", title="a sign", hint="")
    ),
    finding(Verdict.IMPRECISE, source="b.md", name="loose", printed="[0, 1]", actual="(0, 1)"),
    finding(Verdict.NOT_RUN, source="b.md", name="unknown", actual=""),
]


def seen(shown: Any, what: str) -> list[str]:
    """The texts of these elements that can be seen."""
    return list(shown.locator(f"{what}:visible").all_inner_texts())


def test_what_is_wrong_stands_out(opened: Opened) -> None:
    """Verdict as a word, printed above exact, the digits that differ marked, and where it comes from."""
    with opened(render(SOME)) as shown:
        wrong = shown.locator(".finding.is-false")
        assert wrong.locator(".status").inner_text() == "false"
        assert wrong.locator("mark").all_inner_texts() == ["7", "797"]
        assert "notes.md:3" in wrong.inner_text()
        assert "a sign (NN1)" in wrong.inner_text()
        boxes = [each.bounding_box() for each in wrong.locator("dd").all()]
        assert boxes[0]["x"] == boxes[1]["x"]
        assert shown.locator(".finding.is-true mark").count() == 0
        assert shown.locator(".finding.is-imprecise mark").count() == 4


def test_it_can_be_filtered(opened: Opened) -> None:
    """By mouse and by arrow keys, without a script; texts without such claims go as well."""
    with opened(render(SOME), script=False) as shown:
        assert seen(shown, ".finding h3") == ["right", "wrong", "loose", "unknown"]
        shown.get_by_role("radio", name="false").check()
        assert seen(shown, ".finding h3") == ["wrong"]
        assert seen(shown, "h2") == ["a.md"]
        shown.keyboard.press("ArrowRight")
        assert seen(shown, ".finding h3") == ["unknown"]


def test_counts_are_told(opened: Opened) -> None:
    """Of all, and of each verdict that there is."""
    with opened(render(SOME)) as shown:
        labels = [" ".join(each.split()) for each in shown.locator(".filter label").all_inner_texts()]
        assert labels == ["all 4", "true 1", "imprecise 1", "false 1", "not run 1"]


def test_notes_are_inert(opened: Opened) -> None:
    """Tags, handlers, bidi controls and endless arrays of strangers' notes are text."""
    odd = finding(
        Verdict.FALSE, source=NASTY, statement=NASTY, name=NASTY, printed=NASTY, actual=LONG, reason=NASTY,
        place=Place(file=NASTY, line=1),
    )  # fmt: skip
    with opened(render([odd]), width=390) as shown:
        assert not shown.evaluate("Boolean(window.ran)")
        assert "\\u202e" in shown.locator("h3").inner_text()
        assert shown.locator("img").count() == 0
        assert overflow(shown) == 0


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (390, True)])
def test_everybody_can_read_it(opened: Opened, width: int, dark: bool) -> None:
    """Axe finds nothing serious, and nothing is wider than the screen."""
    with opened(render(SOME), width=width, dark=dark) as shown:
        assert serious(shown) == []
        assert overflow(shown) == 0


def test_chinese(opened: Opened) -> None:
    """All words of the page; the reasons say that they are English."""
    with opened(VERIFY_FORMATS["html"].render(SOME, Screen(language=spoken("zh")))) as shown:
        assert shown.get_by_role("heading", level=1).inner_text() == "笔记核对"
        assert not any(each.isascii() for each in shown.locator(".finding .status").all_inner_texts())
        assert shown.locator('.finding p[lang="en"]').count() == 3


def test_nothing_to_check_is_a_page_too() -> None:
    """As for notes without programs."""
    assert "0 claims checked" in render([])


def test_the_command_writes_the_page(tmp_path: Path) -> None:
    """`nncheck verify --format html` on notes of one's own; the exit code still tells."""
    (tmp_path / "notes.md").write_text("```python\nx = 0.25 + 0.25\nprint(x)  # 0.6\n```\n", "utf-8")
    command = [
        sys.executable,
        "-m",
        "nncheck",
        "verify",
        "notes.md",
        "--format",
        "html",
        "--output",
        "a.html",
    ]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", timeout=120)
    assert (done.returncode, done.stdout) == (1, "")
    assert "<mark>6</mark>" in (tmp_path / "a.html").read_text("utf-8")
