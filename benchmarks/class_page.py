"""What the page about a large class weighs, and how long a browser takes with it.

    python benchmarks/class_page.py --write

The results are made up, so that nothing has to be graded. Every figure is the least of some rounds, since
another program can only make it larger.
"""

import argparse
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from document import Section, replace, table
from machine import machine, sentence
from made_up_results import results, times
from playwright.sync_api import sync_playwright

from nncheck.pages.classroom import class_page
from nncheck.pages.overview import Overview
from nncheck.pages.timeline import timeline
from nncheck.report.students import students

SIZES = (1_000, 10_000)
ROUNDS = 7
TITLES = ("submissions", "made in s", "MB", "shown after ms", "filtered in ms", "sorted in ms")
# Each is measured from the event until the page has been laid out again.
LAID_OUT = "document.body.getBoundingClientRect(); return performance.now() - begin;"
FILTER = f"""text => {{
  const field = document.querySelector("[name=text]"), begin = performance.now();
  field.value = text;
  field.dispatchEvent(new Event("input", {{bubbles: true}}));
  {LAID_OUT}
}}"""
SORT = f"""number => {{
  const button = document.querySelectorAll("#table thead button")[number], begin = performance.now();
  button.click();
  {LAID_OUT}
}}"""
LOADED = """() => {
  const [entry] = performance.getEntriesByType("navigation");
  return entry.loadEventEnd;
}"""


def main() -> None:
    """Measure, and print or write the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--write", action="store_true", help="into benchmarks/README.md")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, metavar="N", help="of the classes")
    options = parser.parse_args()
    rows = [row(size) for size in options.sizes]
    section = Section("The page about a class of nine functions", table(TITLES, rows), rows)
    print(section)
    if options.write:
        replace("class page", f"{sentence(machine())}.\n\n{section}")


def row(size: int) -> list[str]:
    """The figures of a class of this size."""
    begin = perf_counter()
    html = made(size)
    seconds = perf_counter() - begin
    with TemporaryDirectory(prefix="class-page-") as name:
        page = Path(name) / "class.html"
        page.write_text(html, "utf-8")
        loaded, filtered, sorted_ = browsed(page)
    weight = len(html.encode()) / 1e6
    return [
        f"{size:,}",
        f"{seconds:.2f}",
        f"{weight:.2f}",
        *(f"{each:.0f}" for each in (loaded, filtered, sorted_)),
    ]


def made(size: int) -> str:
    """The page, with links to those of the students."""
    found, names = Overview(timeline(times(size))), []
    for number, result in enumerate(results(size)):
        found.add(result, f"students/{number:016x}.html")
        names.append(result.submission)
    return class_page(found, students(names))


def browsed(path: Path) -> tuple[float, float, float]:
    """Milliseconds until a browser shows the page, has filtered its table, and has sorted it."""
    place = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if place is None:
        raise SystemExit("there is no Chromium on PATH")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=place, chromium_sandbox=os.geteuid() != 0)
        found = [_round(browser, path) for _ in range(ROUNDS)]
        browser.close()
    loaded, filtered, sorted_ = (min(each) for each in zip(*found, strict=True))
    return loaded, filtered, sorted_


def _round(browser: Any, path: Path) -> tuple[float, float, float]:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(path.as_uri())
    page.evaluate("() => new Promise(requestAnimationFrame)")  # drawn at least once
    loaded = page.evaluate(LOADED)
    typed: Callable[[str], Any] = lambda text: page.evaluate(FILTER, text)  # noqa: E731
    filtered = median([typed("ch"), typed("chen"), typed("chen nn3"), typed("")])
    sorted_ = median([page.evaluate(SORT, column) for column in (0, 1, 3)])
    page.close()
    return loaded, filtered, sorted_


if __name__ == "__main__":
    main()
