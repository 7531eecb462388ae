"""Every catalogue is complete, has nothing stale, and can be read; whoever has none speaks English."""

import re
from pathlib import Path

import polib
import pytest
from said import ROOT, is_covered, said_in
from students import EXERCISES

from nncheck.diagnose import messages
from nncheck.errors import UsageError
from nncheck.language.__main__ import catalogue
from nncheck.language.catalogue import language_of, translations
from nncheck.language.known import languages
from nncheck.language.language import ENGLISH
from nncheck.language.strings import exercise_strings
from nncheck.language.template import HOLE
from nncheck.language.typography import full_width
from nncheck.spec import Exercise, Function, Misconception, Property, equal, increasing, reals

OWN = ROOT / "nncheck" / "language" / "zh.po"
CATALOGUES = [OWN, *sorted((ROOT / "exercises").glob("*/zh.po"))]
CHINESE = re.compile("[\u4e00-\u9fff]")
RECOGNISED = {
    word
    for words, *_ in (*messages._BY_SENTENCE, *messages._BY_TORCH_MESSAGE, *messages._BY_EXCEPTION)
    for word in words  # of others' messages, by which a mistake is known
}
NOT_READ = {
    "^it raised \\w+",  # a pattern
    "(at step 1)",
    "is bool",
    "is int64",
    "CUDA error",
    "answer is {}{}, expected {}",  # put together: `{part} is {dtype}, expected {expected}` and two more
    "for step in {}: {}, {} = {}({})",
    "import torch, sys; sys.exit(0 if torch.cuda.is_available() else 1)",
    "preparing cases of {}",  # progress
    "starting torch",
    "what is in the gradebook, if there is one, is kept; give the same command to go on",
}


def untranslated(package: Path) -> list[str]:
    """What the modules of a package say that no entry of our own catalogue covers."""
    known, own = [*translations(OWN), *RECOGNISED, *NOT_READ], language_of("zh")
    return [
        f"{where}: {text}"
        for text, where in said_in(package)
        if not is_covered(text, known) and own.sentence(text) == text
    ]


def test_everything_that_nncheck_says_is_translated() -> None:
    """Every message, promise, title and hint in its source has a translation."""
    assert len(list(said_in(ROOT / "nncheck"))) > 200
    assert untranslated(ROOT / "nncheck") == []


@pytest.mark.parametrize(
    "said",
    [
        'message = "it is a planted sentence"',
        'message = f"it has {count} planted holes"',
        'def judged(x):\n    return Broken(sentence="another planted one" if x else "")',
    ],
)
def test_meta_a_planted_sentence_is_found(tmp_path: Path, said: str) -> None:
    """A sentence without a translation does not go unnoticed."""
    (tmp_path / "judge").mkdir()
    (tmp_path / "judge" / "planted.py").write_text(f'"""Not this one here."""\n{said}\n', "utf-8")
    assert len(untranslated(tmp_path)) == 1


def test_our_own_catalogue_has_nothing_stale() -> None:
    """What it translates is said somewhere in the package, at least the longest piece of it."""
    source = "".join(path.read_text("utf-8") for path in (ROOT / "nncheck").rglob("*.py"))
    source = re.sub(r'"\s*\n\s*f?"', "", source)  # strings that go on on the next line
    stale = [
        each for each in translations(OWN) if max(HOLE.sub("\n", each).split("\n"), key=len) not in source
    ]
    assert [each for each in stale if not _is_put_together(each, source)] == []


def _is_put_together(msgid: str, source: str) -> bool:
    """Whether all of its words are said, though not in one string."""
    return all(word in source for word in re.findall(r"[A-Za-z]{3,}", HOLE.sub(" ", msgid)))


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parent.name)
def test_entries_are_whole(path: Path) -> None:
    """No entry is empty, fuzzy, obsolete, there twice or without Chinese, and holes agree."""
    entries = list(polib.pofile(path.read_text("utf-8")))
    assert len({entry.msgid for entry in entries}) == len(entries) > 0
    for entry in entries:
        assert entry.translated(), entry.msgid
        assert CHINESE.search(entry.msgstr), entry.msgid
        if path == OWN:  # strings of exercises have no holes
            assert set(HOLE.findall(entry.msgstr)) == set(HOLE.findall(entry.msgid)), entry.msgid


@pytest.mark.parametrize("exercise", EXERCISES.values(), ids=list(EXERCISES))
def test_every_string_of_an_exercise_is_translated(exercise: Exercise) -> None:
    """Title, statements, promises, links, misconceptions: all of them, and nothing else."""
    known = translations(exercise.source.with_name("zh.po"))
    assert set(exercise_strings(exercise)) == set(known)


def test_meta_every_kind_of_string_is_asked_for() -> None:
    """What an author adds is missed in the catalogue; promises of ours and formulas are not."""
    mistake = Misconception("NN1", "a planted title", "A planted hint?", lambda x: x)
    unstable = Misconception("NN2", "tanh(x/2)", "Another hint?", lambda x: x)
    promised = Property("p", "a planted promise", lambda ask, x: equal(ask(x), x))

    def planted(x: object) -> object:
        """A planted statement."""
        return x

    properties = (increasing(), promised)
    function = Function(
        planted, {"x": reals(-1, 1)}, properties=properties, misconceptions=(mistake,), unstable=(unstable,)
    )
    assert exercise_strings(Exercise("planted", "A title", (function,))) == [
        "A title",
        "A planted statement.",
        "a planted title",
        "A planted hint?",
        "Another hint?",
        "a planted promise",
    ]


def test_languages_are_those_that_have_a_catalogue() -> None:
    """English needs none; a name that there is not gets the known ones."""
    assert languages() == ["en", "zh"]
    assert language_of("en") is ENGLISH
    with pytest.raises(UsageError, match="unknown language 'zn'; did you mean zh"):
        language_of("zn")


def test_own_exercises_have_catalogues_of_their_own(tmp_path: Path) -> None:
    """A folder's zh.po is read; fuzzy entries are not; an exercise without one stays English."""
    (tmp_path / "swish").mkdir()
    (tmp_path / "plain").mkdir()
    catalogue = 'msgid "the gate"\nmsgstr "门"\n\n#, fuzzy\nmsgid "a draft"\nmsgstr "草稿"\n'
    (tmp_path / "swish" / "zh.po").write_text(catalogue, "utf-8")
    chinese = language_of("zh", [tmp_path])
    assert [chinese.sentence(each) for each in ("the gate", "a draft")] == ["门", "a draft"]


def test_authors_are_given_all_strings_of_an_exercise(tmp_path: Path) -> None:
    """The command prints a catalogue with what is translated by now, and room for the rest."""
    path = tmp_path / "softmax" / "exercise.py"
    path.parent.mkdir()
    path.write_bytes((ROOT / "exercises" / "softmax" / "exercise.py").read_bytes())
    strings = exercise_strings(EXERCISES["softmax"])
    kept = f'msgid "{strings[0]}"\nmsgstr "译文"\n\nmsgid "stale"\nmsgstr "旧"\n'
    path.with_name("zh.po").write_text(kept, "utf-8")
    printed = polib.pofile(catalogue(path, "zh"))
    assert [entry.msgid for entry in printed] == strings
    assert [entry.msgstr for entry in printed if entry.msgstr] == ["译文"]


@pytest.mark.parametrize("content", [b'msgid "a\nmsgstr', b"\xff\xfe"])
def test_a_damaged_catalogue_is_named(tmp_path: Path, content: bytes) -> None:
    """One sentence says which file cannot be read."""
    (tmp_path / "zh.po").write_bytes(content)
    with pytest.raises(UsageError, match=r"zh\.po is no gettext catalogue"):
        translations(tmp_path / "zh.po")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("得到 {a},应为 {b}。", "得到 {a}\uff0c应为 {b}。"),
        ("引发了 {error}:{text}", "引发了 {error}\uff1a{text}"),
        ("隔离:中(没有过滤)", "隔离\uff1a中\uff08没有过滤\uff09"),
        ("试试 np.zeros((0, 3)),为什么?", "试试 np.zeros((0, 3))\uff0c为什么\uff1f"),
        ("按 (输入, 输出) 存放", "按 (输入, 输出) 存放"),
        ("f(x), g(x) a[1:3] nncheck?", "f(x), g(x) a[1:3] nncheck?"),
    ],
)
def test_punctuation_is_set_as_it_is_printed(typed: str, printed: str) -> None:
    """Marks beside Chinese characters are full-width; those in code stay as they are."""
    assert full_width(typed) == printed
