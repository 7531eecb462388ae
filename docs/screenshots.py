"""Writes the pictures of pages in docs/images, of submissions graded for them: make screenshots."""

import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "benchmarks")]

from class_page import made  # noqa: E402
from PIL import Image  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402
from student_pages import MISTAKEN, Graded  # noqa: E402

from nncheck.cli.exercise_pages import shown  # noqa: E402
from nncheck.cli.verifying import verified  # noqa: E402
from nncheck.reference.store import default_store  # noqa: E402
from nncheck.report import VERIFY_FORMATS  # noqa: E402
from nncheck.spec import load_exercises  # noqa: E402

IMAGES = ROOT / "docs" / "images"
WIDE, PHONE = 1100, 390
COLOURS = 128  # of a picture: pages have few, and files stay small


def student(folder: Path) -> Path:
    """The page of a student with a few mistakes."""
    source = Path("submission.py")
    source.write_text(MISTAKEN, "utf-8")
    page = folder / "student.html"
    page.write_text(Graded(source, load_exercises(), default_store()).page(), "utf-8")
    return page


def classroom(folder: Path) -> Path:
    """The page about a class of sixty, which is made up."""
    page = folder / "class.html"
    page.write_text(made(60), "utf-8")
    return page


def exercise(folder: Path, function: str, language: str) -> Path:
    """The page of a function."""
    page = folder / f"{function}-{language}.html"
    page.write_text(shown(function, load_exercises(), language), "utf-8")
    return page


def notes(folder: Path) -> Path:
    """The page of the notes, among those that come with nncheck, with most kinds of findings."""
    found = [each for each in verified(()) if each.place and each.place.file == "claims/e.toml"]
    page = folder / "notes.html"
    page.write_text(VERIFY_FORMATS["html"].render(found), "utf-8")
    return page


def pictures(browser: Any, folder: Path) -> None:
    """The top of a page, the network on it in the dark, and how a telephone shows it."""
    page = student(folder)
    shoot(browser, page, "student", WIDE, 1500)
    shoot(browser, page, "student-dark", WIDE, 1350, dark=True, at="#backprop-backward")
    shoot(browser, page, "student-phone", PHONE, 1500)
    page = classroom(folder)
    shoot(browser, page, "class", WIDE, 1300)
    shoot(browser, page, "class-dark", WIDE, 1300, dark=True, at="#stuck")
    shoot(browser, page, "class-phone", PHONE, 1500)
    shoot(browser, exercise(folder, "sigmoid", "en"), "exercise", WIDE, 1400)
    shoot(browser, exercise(folder, "backward", "en"), "exercise-dark", WIDE, 1400, dark=True)
    shoot(browser, exercise(folder, "sigmoid", "zh"), "exercise-phone", PHONE, 1500)
    page = notes(folder)
    shoot(browser, page, "verify", WIDE, 1100)
    shoot(browser, page, "verify-phone", PHONE, 1500, dark=True)


def shoot(
    browser: Any, page: Path, name: str, width: int, height: int, dark: bool = False, at: str = ""
) -> None:
    """One picture; with `at` it begins at that element."""
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce",
    )
    tab = context.new_page()
    tab.goto(f"{page.as_uri()}{at}")
    tab.screenshot(path=IMAGES / f"{name}.png")
    context.close()
    reduce(IMAGES / f"{name}.png")


def reduce(path: Path) -> None:
    """The same picture with fewer colours."""
    with Image.open(path) as image:
        image.quantize(COLOURS).save(path, optimize=True)


def main() -> None:
    """All pictures."""
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        os.chdir(folder)  # so that submissions have short names
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), chromium_sandbox=False)
        pictures(browser, Path(folder))
        browser.close()


if __name__ == "__main__":
    main()
