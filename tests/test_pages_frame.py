"""The frame of all pages: one file, a strict policy, words in two languages, and the browser that watches."""

import re
import subprocess
import sys
from pathlib import Path

import polib
import pytest
from browser import Opened, overflow, serious
from jinja2 import UndefinedError

from nncheck.pages.frame import environment, page, policy, trusted
from nncheck.pages.words import CATALOGUES, words
from nncheck.records import Status
from nncheck.verify.findings import Verdict

PAGES = CATALOGUES["zh"].parent
SAID = re.compile(r"""(?:say|words\(\S+\))\(\s*(?:"([^"]+)"|'([^']+)')""")
HOSTILE = "</title><script>document.title = 'ran'</script>"


def smuggled(markup: str) -> str:
    """A page into which markup has got that nobody meant to be there."""
    return page("frame", title="A page").replace("</main>", f"{markup}</main>")


def visit(opened: Opened, html: str, script: str = "0") -> None:
    """Opens a page, runs a script of the test in it, and waits for what comes of it."""
    with opened(html) as shown:
        shown.evaluate(script)
        shown.wait_for_timeout(50)
        assert not shown.evaluate("Boolean(window.ran)")


def test_a_page_stands_by_itself(opened: Opened) -> None:
    """It loads nothing, logs nothing, says its language, and can be read by screen readers."""
    with opened(page("frame", title="A page")) as shown:
        assert shown.title() == "A page"
        assert shown.locator("html").get_attribute("lang") == "en"
        assert shown.locator("main").count() == 1
        assert serious(shown) == []


def test_titles_are_text(opened: Opened) -> None:
    """A title that closes its element and opens a script is shown, not obeyed."""
    with opened(page("frame", title=HOSTILE)) as shown:
        assert shown.title() == HOSTILE


def test_the_keyboard_can_skip_to_the_content(opened: Opened) -> None:
    """The first stop is a link to the main part, which can be seen once it is reached."""
    with opened(page("frame", title="A page")) as shown:
        shown.keyboard.press("Tab")
        assert shown.locator(".skip").bounding_box()["y"] > 0
        shown.keyboard.press("Enter")
        assert shown.evaluate("document.activeElement.id") == "main"


def test_dark_and_light(opened: Opened) -> None:
    """A page follows the system; on paper it is light."""
    colours = []
    for dark, medium in ((False, "screen"), (True, "screen"), (True, "print")):
        with opened(page("frame", title="A page"), dark=dark) as shown:
            shown.emulate_media(media=medium)
            colours.append(shown.evaluate("getComputedStyle(document.body).backgroundColor"))
    light, night, paper = (sum(map(int, each[4:-1].split(","))) for each in colours)
    assert paper >= light > 700
    assert night < 100


@pytest.mark.parametrize(
    "markup",
    [
        "<script>window.ran = 1</script>",
        '<img src="data:," onerror="window.ran = 1">',
        '<p style="color: red">red</p>',
        "<style>p { color: red }</style>",
        '<img src="https://example.org/seen.png">',
        '<iframe src="data:text/html,hello"></iframe>',
    ],
)
def test_the_policy_stops_what_got_in(opened: Opened, markup: str) -> None:
    """Scripts, handlers, styles, pictures and frames that are not of the page itself; and the test fails."""
    with pytest.raises(AssertionError, match="-src"):
        visit(opened, smuggled(markup))


@pytest.mark.parametrize(
    ("script", "complaint"),
    [
        ("console.error('alas')", "alas"),
        ("setTimeout(() => { throw Error('alas') })", "alas"),
        ("alert(1)", "a dialog"),
    ],
)
def test_meta_the_browser_objects(opened: Opened, script: str, complaint: str) -> None:
    """To errors in the console, uncaught ones, and dialogs."""
    with pytest.raises(AssertionError, match=complaint):
        visit(opened, "<title>x</title>", script)


def test_meta_axe_and_width_object(opened: Opened) -> None:
    """Axe finds a picture without words, and the ruler a page that is too wide."""
    with opened("<html><title>x</title><img src='data:,'><pre>" + "x" * 500, width=390) as shown:
        assert any("image-alt" in each for each in serious(shown))
        assert overflow(shown) > 100


def test_the_policy_names_what_it_allows() -> None:
    """Only this style and this script, by their hashes; without a script, none."""
    assert "script-src 'none'" in policy("p {}", "")
    assert policy("p {}", "1") != policy("p {}", "2")
    assert "unsafe" not in policy("p {}", "1")


def test_templates_escape_and_are_strict() -> None:
    """Text is escaped unless it is our own markup; a name that is not given is an error."""
    made = environment()
    assert made.from_string("{{ x }}").render(x="<b>") == "&lt;b&gt;"
    assert made.from_string("{{ x }}").render(x=trusted("<b>")) == "<b>"
    with pytest.raises(UndefinedError):
        made.from_string("{{ y }}").render()


def test_words_of_a_language() -> None:
    """Chinese where the catalogue has it, English otherwise, with the holes filled."""
    assert words("zh")("Skip to content") == "跳到正文"
    assert words("zh")("{n} of nothing known", n=3) == "3 of nothing known"
    assert words("en")("Skip to content") == "Skip to content"
    assert 'lang="zh-Hans"' in page("frame", title="x", language="zh")


def test_without_jinja_it_is_said_what_to_install() -> None:
    """One sentence, rather than an import error."""
    program = (
        "import sys; sys.modules['jinja2'] = None\n"
        "from nncheck.errors import UsageError\n"
        "try:\n    import nncheck.pages.frame\n"
        "except UsageError as error:\n    print(error)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert "pip install 'nncheck[pages]'" in done.stdout


def test_no_word_is_left_over() -> None:
    """Whatever the catalogue translates, a template or a module of the pages says."""
    sources = [path.read_text("utf-8") for path in PAGES.rglob("*") if path.suffix in (".html", ".py")]
    found = (match for source in sources for match in SAID.finditer(source))
    said = {match[1] or match[2] for match in found} | {str(each) for each in (*Status, *Verdict)}
    assert {entry.msgid for entry in polib.pofile(str(CATALOGUES["zh"]))} - said == set()


@pytest.mark.parametrize("path", sorted(PAGES.rglob("*.html")), ids=lambda path: path.name)
def test_templates_have_no_style_and_no_handler(path: Path) -> None:
    """The policy would refuse attributes style and on*; text is marked as safe nowhere."""
    source = path.read_text("utf-8")
    assert re.search(r"\s(style|on\w+)=|\|\s*safe\b|autoescape", source) is None
