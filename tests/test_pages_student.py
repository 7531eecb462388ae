"""The student's page, graded by the real grader and opened in a real browser."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import report_samples as samples
from browser import Opened, overflow, serious
from student_pages import HOSTILE, MISTAKEN, NASTY, Graded
from students import EXERCISES

from nncheck.language.catalogue import language_of
from nncheck.pages.student import student_page
from nncheck.reference.store import Store
from nncheck.report import FORMATS
from nncheck.spec.load import shipped_exercises

SMALL, LARGE = 300_000, 3_000_000  # bytes of a usual page, and of the worst one


@pytest.fixture(scope="module")
def graded(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Graded:
    """A submission with mistakes."""
    path = tmp_path_factory.mktemp("mistaken") / "submission.py"
    path.write_text(MISTAKEN, "utf-8")
    return Graded(path, EXERCISES, store)


@pytest.fixture(scope="module")
def attacking(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Graded:
    """One whose code, values, messages and file name are markup."""
    path = tmp_path_factory.mktemp("hostile") / "<img src=x onerror=window.ran=1>\u202e.py"
    path.write_text(HOSTILE, "utf-8", "surrogatepass")
    return Graded(path, EXERCISES, store)


@pytest.fixture
def shown(graded: Graded, opened: Opened) -> Iterator[Any]:
    """The page on the mistakes, at a desktop."""
    with opened(graded.page()) as page:
        yield page


def test_the_score_is_seen_first(shown: Any) -> None:
    """File, points, and each function with its status in words."""
    assert shown.locator("h1").inner_text() == "submission.py"
    assert shown.locator(".score").inner_text().split() == ["1.75", "/", "5", "points"]
    table = [row.inner_text().split() for row in shown.locator("nav tr").all()]
    assert table == [
        ["sigmoid", "failed", "0.25", "/", "1"],
        ["tanh", "passed", "1", "/", "1"],
        ["relu", "failed", "0", "/", "1"],
        ["backward", "failed", "0.5", "/", "2"],
    ]


def test_a_failure_is_explained(shown: Any) -> None:
    """The promise, what came beside what should have with the wrong digits marked, and a question."""
    part = shown.locator("article", has=shown.locator("#activations-sigmoid"))
    assert "every answer is the exact one" in part.locator(".promise").inner_text()
    marks = part.locator(".compared mark").all_inner_texts()
    assert marks == ["2689414213699951", "7310585786300049"]
    assert part.locator(".hint").inner_text().rstrip().endswith("?")
    assert part.locator("math").count() == 1
    assert "nor" not in part.locator(".line.here").inner_text()
    assert "def sigmoid" in part.locator(".line.here").inner_text()


def test_the_program_shows_the_failure(shown: Any, tmp_path: Path) -> None:
    """What stands there to be copied runs in Python beside the submission, as it is."""
    program = shown.locator("#activations-sigmoid-program").inner_text()
    (tmp_path / "submission.py").write_text(MISTAKEN, "utf-8")
    *before, last = program.rstrip().split("\n")
    code = "\n".join([*before, f"print({last})"])
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[0.26894142]\n"


def test_the_copy_button_copies(graded: Graded, opened: Opened) -> None:
    """By keyboard, without a network; it says so. Without a script there is no button, and all the rest."""
    with opened(graded.page()) as page:
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        part = page.locator("article", has=page.locator("#activations-sigmoid"))
        part.get_by_role("button", name="Copy").focus()
        page.keyboard.press("Enter")
        part.get_by_text("Copied").wait_for()
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied.strip() == part.locator("pre").first.inner_text().strip()
    with opened(graded.page(), script=False) as page:
        assert page.locator("button:visible").count() == 0
        assert page.locator("article").count() == 4


def test_passed_checks_are_folded_away(shown: Any) -> None:
    """A key opens them; on paper they are open, and there are no buttons."""
    fold = shown.locator("article", has=shown.locator("#activations-tanh")).locator("details").first
    line = fold.locator("li", has_text="rounding errors").first
    assert not line.is_visible()
    fold.locator("summary").focus()
    shown.keyboard.press("Enter")
    assert line.is_visible()
    shown.keyboard.press("Enter")
    shown.emulate_media(media="print")
    assert line.bounding_box()["height"] > 5
    shown.set_viewport_size({"width": 680, "height": 900})  # of A4
    assert overflow(shown) <= 0
    assert shown.locator("button:visible").count() == 0


def test_the_curve_is_drawn_and_said(shown: Any) -> None:
    """Over the reference, with the error in ULPs below, and the same in words."""
    figure = shown.locator("figure", has=shown.locator("#activations-sigmoid-said"))
    caption = figure.locator("figcaption").inner_text()
    assert "200 of 200 points are further" in caption
    assert "ULPs" in caption
    yours, reference = (
        figure.locator(f"path.{name}").first.bounding_box() for name in ("yours", "reference")
    )
    assert min(yours["height"], reference["height"]) > 100


def test_the_network_has_its_numbers(shown: Any) -> None:
    """Each gradient by its weight, the first wrong one marked, and the same as a table."""
    figure = shown.locator("figure", has=shown.locator("#backprop-backward-network"))
    assert "The first wrong number is b1[0]" in figure.locator("figcaption").inner_text()
    assert figure.locator(".answer.first").count() == 1
    assert figure.locator(".answer.right").count() == 6
    assert figure.locator(".answer.wrong").count() == 5
    assert "✗" in figure.locator(".answer.first").text_content()
    figure.locator("summary").click()
    rows = [row.inner_text().split() for row in figure.locator("tr").all()]
    assert ["W2[0,", "0]", "0.08217", "0.08217", "right"] in rows
    assert sum("first" in row for row in rows) == 1


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_anybody_can_read_it(graded: Graded, opened: Opened, width: int, dark: bool) -> None:
    """No page scrolls sideways, and axe finds nothing serious, with everything unfolded."""
    with opened(graded.page(), width=width, dark=dark) as page:
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        assert overflow(page) <= 0
        assert serious(page) == []


def test_in_chinese(graded: Graded, opened: Opened) -> None:
    """Every word of the page's own; code, names and numbers stay."""
    chinese = language_of("zh", [shipped_exercises()])
    with opened(graded.page(chinese)) as page:
        assert page.locator("html").get_attribute("lang") == "zh-Hans"
        assert "未通过" in page.locator("nav").inner_text()
        assert "指数" in page.locator(".hint").first.inner_text()
        assert serious(page) == []
        fixed = page.locator("h4, summary, figcaption, button").all_text_contents()
        assert [text for text in fixed if not any("\u4e00" <= each <= "\u9fff" for each in text)] == []


def test_a_page_is_small(graded: Graded) -> None:
    """A usual one, with its pictures; and the same result gives the same bytes."""
    assert len(graded.page().encode()) < SMALL
    assert graded.page() == graded.page()


def test_hostile_submissions_are_text(attacking: Graded, opened: Opened) -> None:
    """Code, messages, values, types and file names: seen, bounded, and nothing of them runs or loads."""
    html = attacking.page()
    assert len(html.encode()) < LARGE
    with opened(html, width=390) as page:
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        assert page.evaluate("window.ran") is None
        assert page.locator("img").count() == 0
        assert page.locator("script").count() == 1
        assert overflow(page) <= 0
        text = page.locator("body").inner_text()
        assert "<script>window.ran=1</script>" in text
        assert "\\u202e" in text
        assert not {"\u202e", "\x1b", "49"} & set(text)
        assert "<img src=x onerror" in page.locator("h1").inner_text()
        assert serious(page) == []


def test_results_made_by_hand_are_shown(opened: Opened) -> None:
    """Right, wrong, crashed and hostile ones, without code and formulas; and as the format html."""
    results = (samples.right(), samples.wrong_train_step(), samples.crashed(), samples.hostile())
    for result in results:
        with opened(student_page(result, samples.environment())) as page:
            assert page.locator("h1").count() == 1
    report = samples.report(samples.wrong_sigmoid())
    assert "<!doctype html>" in FORMATS["html"].render(report)


def test_what_markup_would_be_is_in_the_samples(attacking: Graded) -> None:
    """The attack reaches the result: exception, value and code are full of it."""
    checks = [check for each in attacking.result.exercises[0].functions for check in each.checks]
    assert any(NASTY[:30] in (check.message or "") for check in checks)
    assert any(NASTY[:30] in repr(check.counterexample) for check in checks)
    assert any("RuntimeError" in note for note in attacking.result.notes)
