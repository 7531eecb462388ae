"""The page about a class, in a real browser: what it says, and finding submissions in it."""

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from browser import Opened, overflow, serious
from hostile_texts import NASTY
from report_samples import (
    SIGN,
    crashed,
    exercise,
    failed,
    function,
    right,
    submission,
    wrong_sigmoid,
    wrong_train_step,
)

from nncheck.language.language import Language
from nncheck.pages.classroom import class_page
from nncheck.pages.overview import Overview
from nncheck.pages.timeline import timeline
from nncheck.records import SubmissionResult
from nncheck.report.students import students

BENCHMARKS = Path(__file__).resolve().parent.parent / "benchmarks"
DAY = 86_400.0
SCRIPT = "<img src=x onerror=alert(1)></script><script>alert(2)</script>"
STUDENTS = ("Zoë Abel", "Bo Chen", "李 明", "Ann Dee", "Cy Eng", "Dan Fox")


def named(result: SubmissionResult, student: str) -> SubmissionResult:
    """The same, handed in by somebody."""
    return submission(f"hw/{student}/hw.py", *result.exercises, notes=result.notes)


def classroom(language: str = "en") -> str:
    """Six students: one right, two with the same mistake, three others; some tried more than once."""
    unread = submission("unread", notes=("hw.py is not UTF-8",))
    made = (right(), wrong_sigmoid(), wrong_sigmoid(), wrong_train_step(), crashed(), unread)
    results = [named(result, student) for result, student in zip(made, STUDENTS, strict=True)]
    times = [(result.submission, place * DAY) for place, result in enumerate(results)]
    found = Overview(timeline([*times, (results[1].submission, 9.5 * DAY)]))
    for number, result in enumerate(results):
        found.add(result, f"students/{number}.html")
    return class_page(
        found, students([result.submission for result in results]), language=Language(language, {}, {})
    )


@pytest.fixture(scope="module")
def html() -> str:
    """The page in English."""
    return classroom()


@pytest.fixture
def page(html: str, opened: Opened) -> Iterator[Any]:
    """The same, open."""
    with opened(html) as page:
        yield page


def shown(page: Any) -> list[str]:
    """The students whose rows can be seen, in their order."""
    found = page.locator("#table tbody tr:visible th").all_inner_texts()
    return [text.strip() for text in found]


def text_of(page: Any, heading: str) -> str:
    """What a section says, on one line."""
    found = page.locator(f"section:has(> #{heading})").inner_text()
    return " ".join(found.split())


# --- contents -------------------------------------------------------------------------------------


def test_scores_are_summed_up(page: Any) -> None:
    """Median, mean, and how many have full marks, lost points or could not be graded."""
    said = text_of(page, "scores")
    assert (
        "Students 6 Submissions 6 Median 45.8 % Mean 42.4 % Full marks 1 Lost points 4 Could not be graded 1"
        in said
    )
    assert page.locator("#scores ~ figure rect").count() >= 3
    assert page.locator("#scores ~ figure svg").get_attribute("aria-label").startswith("How many submissions")


def test_each_chart_has_a_table_with_the_same_numbers(page: Any) -> None:
    """Folded away, and opened from the keyboard."""
    figure = page.locator("#time ~ figure")
    figure.locator("summary").focus()
    page.keyboard.press("Enter")
    rows = figure.locator("tbody tr").all_inner_texts()
    assert [row.split() for row in rows][:2] == [["1970-01-01", "1"], ["1970-01-02", "1"]]
    assert len(rows) == figure.locator("rect").count() == 7


def test_functions_tell_who_fails_which_check(page: Any) -> None:
    """Counted among those that were judged, the most failed ones first, equally many in one row."""
    said = text_of(page, "functions")
    assert "sigmoid 2 67 % 3 0.42 –" in said
    assert "values, values_float32, torch, monotone 2 67 %" in said
    assert "relu 0 0 % 3 1.00 –" in said


def test_misconceptions_have_counts_and_examples(page: Any) -> None:
    """The most frequent first, each with links to submissions that have it."""
    rows = page.locator("#misconceptions ~ .wide tbody tr")
    assert rows.count() == 2
    said = " ".join(rows.first.inner_text().split())
    assert said == "NN101 the sign in the exponential sigmoid 2 33 % Bo Chen, 李 明"
    assert rows.first.locator("td a").first.get_attribute("href") == "students/1.html"


def test_who_is_stuck_on_the_same_is_one_group(page: Any) -> None:
    """With the question that helps, and whether they have tried again."""
    said = text_of(page, "stuck")
    assert "2 submissions, 1 of them after another attempt" in said
    assert SIGN.hint in said
    assert page.locator(".members li").all_inner_texts() == ["Bo Chen", "李 明"]


def test_the_table_is_there_without_script(html: str, opened: Opened) -> None:
    """All rows with their links; nothing that only script could serve."""
    with opened(html, script=False) as page:
        assert shown(page) == list(STUDENTS)
        assert page.locator("#table tbody a").count() == 6
        assert not page.locator("#filters").is_visible()
        assert page.locator("th button").count() == 0
        assert "could not be graded hw.py is not UTF-8" in text_of(page, "submissions")


# --- finding submissions ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "choice", "found"),
    [
        ("function", "sigmoid", ["Bo Chen", "李 明"]),
        ("function", "softmax: any function", ["Cy Eng"]),
        ("mistake", "NN312 weights updated before all gradients were taken (train_step)", ["Ann Dee"]),
        ("state", "Full marks", ["Zoë Abel"]),
        ("state", "Could not be graded", ["Dan Fox"]),
    ],
)
def test_choices_filter_the_table(page: Any, field: str, choice: str, found: list[str]) -> None:
    """And the number of rows that are left is announced."""
    page.locator(f"[name={field}]").select_option(label=choice)
    assert shown(page) == found
    told = page.locator("#shown")
    assert told.inner_text() == f"{len(found)} of 6 submissions"
    assert told.get_attribute("aria-live") == "polite"


def test_filters_add_up_and_are_cleared(page: Any) -> None:
    """Words in any order, whatever their case and accents."""
    page.locator("[name=text]").fill("abel zoe")
    assert shown(page) == ["Zoë Abel"]
    page.locator("[name=text]").fill("CHEN nn101")
    assert shown(page) == ["Bo Chen"]
    page.locator("[name=state]").select_option(label="Full marks")
    assert shown(page) == []
    page.get_by_role("button", name="Clear").click()
    page.wait_for_function("document.getElementById('shown').textContent.startsWith('6 of 6')")
    assert shown(page) == list(STUDENTS)


def test_the_keyboard_suffices(page: Any) -> None:
    """To search, to choose, and to sort; Enter in the search field sends nothing anywhere."""
    page.locator("[name=text]").focus()
    page.keyboard.type("chen")
    page.keyboard.press("Enter")
    assert shown(page) == ["Bo Chen"]
    page.keyboard.press("Control+A")
    page.keyboard.press("Delete")
    page.keyboard.press("Tab")
    page.keyboard.type("sig")
    assert shown(page) == ["Bo Chen", "李 明"]
    for _ in range(5):  # misconception, status, clear, the table's box, its first heading
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Student"
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert shown(page) == ["李 明", "Bo Chen"]


@pytest.mark.parametrize(
    ("column", "first", "last"),
    [("Student", "Ann Dee", "李 明"), ("%", "Cy Eng", "Zoë Abel"), ("Attempts", "Zoë Abel", "Bo Chen")],
)
def test_a_click_sorts_and_another_turns_it_round(page: Any, column: str, first: str, last: str) -> None:
    """As text, in the order of a language, or as numbers; screen readers are told which."""
    button = page.get_by_role("button", name=column, exact=True)
    heading = page.locator("th:has(button)", has=button)
    button.click()
    assert heading.get_attribute("aria-sort") == "ascending"
    assert (shown(page)[0], shown(page)[-1]) == (first, last)
    button.click()
    assert heading.get_attribute("aria-sort") == "descending"
    assert shown(page)[0] == last
    assert page.locator("[aria-sort]").count() == 1


def test_numbers_lead_to_their_submissions(page: Any) -> None:
    """A function, a misconception or a state elsewhere on the page filters the table."""
    page.locator("[name=text]").fill("nobody")
    page.get_by_role("link", name="NN101 the sign in the exponential").click()
    assert shown(page) == ["Bo Chen", "李 明"]
    assert page.url.endswith("#submissions")
    page.locator("dd a[data-state=full]").click()
    assert shown(page) == ["Zoë Abel"]


# --- everywhere, for everybody ------------------------------------------------------------------------


@pytest.mark.parametrize(("language", "width", "dark"), [("en", 1280, False), ("zh", 390, True)])
def test_it_is_accessible_and_fits(language: str, width: int, dark: bool, opened: Opened) -> None:
    """On a desktop and a phone, light and dark: axe finds nothing serious, nothing sticks out."""
    with opened(classroom(language), width=width, dark=dark) as page:
        assert serious(page) == []
        assert overflow(page) <= 0


def test_dark_and_print_have_their_own_paper(html: str, opened: Opened) -> None:
    """Dark on a screen that wants it; on paper white, without what cannot be clicked there."""
    with opened(html, dark=True) as page:
        paper = "getComputedStyle(document.body).backgroundColor"
        dark = page.evaluate(paper)
        page.emulate_media(media="print")
        assert page.evaluate(paper) != dark
        assert not page.locator("#filters").is_visible()
        assert not page.locator("nav").is_visible()
        assert shown(page) == list(STUDENTS)


WORDS = re.compile(r"<(h\d|dt|th|summary|figcaption|label|button|span|option)[^>]*>([^<]+)<")
CODE = {"activations", "backprop", "sigmoid", "sigmoid_grad", "relu", "leaky_relu", "forward", "train_step"}
CODE |= {"softmax", "log_softmax"}


def test_every_word_has_a_translation(html: str) -> None:
    """What is the same in both languages are names, numbers, code and what exercises say."""
    english, chinese = ({text.strip() for _, text in WORDS.findall(each)} for each in (html, classroom("zh")))
    assert len(english) > 30
    assert {text for text in english & chinese if re.search("[A-Za-z]{3}", text) and "NN" not in text} <= CODE


def test_hostile_names_and_texts_stay_text(opened: Opened) -> None:
    """Scripts, controls and bidi marks in every place that a student, or a damaged file, could fill."""
    found = Overview(timeline([]))
    evil = (SCRIPT, "\u202egnp.exe\x1b[2J", "a" * 1_000_000, *(text * 3 for text in NASTY if text.strip()))
    names = [f"hw/{text.replace('/', '∕')}/{number}.py" for number, text in enumerate(evil)]
    for name, text in zip(names, evil, strict=True):
        sign = type(SIGN)(id=text[:5000], title=text, hint=text)
        check = failed(text[:5000], message=text, misconceptions=(sign,))
        found.add(submission(name, exercise(text, function(text, check)), notes=(text,)))
        found.add(submission(name, notes=(text,)))
    html = class_page(found, students(names), title=SCRIPT)
    assert len(html) < 2_000_000
    with opened(html) as page:
        assert page.locator("#table tbody tr").count() == 2 * len(evil)
        assert page.locator("img").count() == 0
        assert page.locator("script").count() == 1
        page.locator("[name=text]").fill("onerror")
        assert len(shown(page)) >= 2
        body = page.evaluate("document.documentElement.textContent")
    assert "\u202e" not in body
    assert "\x1b" not in body


TYPED = """text => {
  const field = document.querySelector("[name=text]"), begin = performance.now();
  field.value = text;
  field.dispatchEvent(new Event("input", {bubbles: true}));
  document.body.getBoundingClientRect();
  return performance.now() - begin;
}"""


def test_a_thousand_rows_are_filtered_while_one_types(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Well within the time between two keys, layout included, on a slow machine as well."""
    monkeypatch.syspath_prepend(BENCHMARKS)
    results = [*import_module("made_up_results").results(1000)]
    found = Overview()
    for result in results:
        found.add(result, "students/0123456789abcdef.html")
    html = class_page(found, students([result.submission for result in results]))
    assert len(html) < 1_000_000
    with opened(html) as page:
        assert page.evaluate(TYPED, "chen") < 500
        assert {row.split()[1] for row in shown(page)} == {"Chen"}
        assert page.locator("#shown").inner_text() == f"{len(shown(page))} of 1,000 submissions"


def test_a_class_of_which_nothing_could_be_graded_has_a_page() -> None:
    """Nor does an empty one divide by zero."""
    found = Overview()
    assert "Class report" in class_page(found, {})
    found.add(submission("a.py", notes=("a.py is not UTF-8",)))
    assert "a.py is not UTF-8" in class_page(found, students(["a.py"]))


def test_files_of_one_student_are_told_apart() -> None:
    """By their paths; who handed in one file has a name alone."""
    found = Overview()
    names = ["hw/ann/first.py", "hw/ann/second.py", "hw/bob/only.py"]
    for name in names:
        found.add(submission(name, notes=("empty",)))
    html = class_page(found, students(names))
    assert "<small>hw/ann/first.py</small>" in html
    assert "hw/bob" not in html
