"""A real browser for tests of pages, which objects to whatever a page must not do."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
TALL = 900
GRAVE = ("serious", "critical")
# the only way in which a page's own policy can be seen to have stopped something
WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation", event =>
  window.violations.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`));
"""

Opened = Callable[..., AbstractContextManager[Any]]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """One browser for a module's tests; not for more, since its event loop is in the way of others."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    place = next(filter(_runs, filter(None, map(shutil.which, PROGRAMS))), None)
    if place is None:
        pytest.skip("there is no Chromium on PATH that runs")
    with playwright.sync_playwright() as driver:
        sandboxed = os.geteuid() != 0  # Chromium's own sandbox refuses to start as root
        browser = driver.chromium.launch(executable_path=place, chromium_sandbox=sandboxed)
        yield browser
        browser.close()


def _runs(program: str) -> bool:
    """Some systems have a program of that name that only says how to install it."""
    return subprocess.run([program, "--version"], capture_output=True, check=False).returncode == 0


@pytest.fixture
def opened(chromium: Any, tmp_path: Path) -> Opened:
    """Opens a page: `with opened(html_or_path, width=390, dark=True) as page`.

    At the end the test fails if the page logged an error, raised one, asked for anything but its own files,
    or tried what its policy forbids.
    """

    @contextmanager
    def open_(page: str | Path, width: int = 1280, dark: bool = False, script: bool = True) -> Iterator[Any]:
        path = page if isinstance(page, Path) else tmp_path / "page.html"
        if isinstance(page, str):
            path.write_text(page, "utf-8")
        context = chromium.new_context(
            viewport={"width": width, "height": TALL},
            color_scheme="dark" if dark else "light",
            java_script_enabled=script,
        )
        try:
            yield from _watched(context, path, script)
        finally:
            context.close()

    return open_


def _watched(context: Any, path: Path, script: bool) -> Iterator[Any]:
    wrong: list[str] = []
    page = context.new_page()
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("dialog", lambda dialog: (wrong.append("a dialog opened"), dialog.dismiss()))
    page.on("request", lambda asked: wrong.append(asked.url[:200]) if _leaves(asked.url) else None)
    if script:
        page.add_init_script(WATCH)
    page.goto(path.as_uri())
    yield page
    if script:
        wrong += page.evaluate("window.violations || []")
    assert not wrong, "; ".join(wrong)


def _leaves(url: str) -> bool:
    return not url.startswith(("file:", "data:", "blob:"))


def serious(page: Any) -> list[str]:
    """What axe finds that is serious or critical, each with its first place."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    return [
        f"{each['id']}: {each['help']} at {each['nodes'][0]['target']}"
        for each in found
        if each["impact"] in GRAVE
    ]


def overflow(page: Any) -> int:
    """By how many pixels the page is wider than its window."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
