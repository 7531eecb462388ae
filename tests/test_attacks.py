"""Attacks, a file each: none succeeds at level strong, and without layers they do what they are meant to."""

import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from attacking import (
    CONFIGURATIONS,
    LIMITS,
    Arena,
    Attack,
    Peak,
    attacks,
    classes,
    finds_the_grader,
    forged,
    grader_in,
    handed_in,
)

from nncheck.pipeline import Grader
from nncheck.reference.store import Store
from nncheck.sandbox.allowance import HELD_MIB
from nncheck.scoring import at_fault
from nncheck.submission import read_submission

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the layers are Linux's")
HOST, VERDICT, READING = (attacks(kind) for kind in ("host", "verdict", "reading"))
DOCUMENT = Path(__file__).parent.parent / "docs" / "security.md"
SLACK = 8.0  # seconds beyond its limits until an attack has been dealt with, on a busy machine
MOST_MEMORY = HELD_MIB + 4 * 64  # MiB that an attack may cost the grader: answers held, and a few frames


def names(attack: Attack) -> str:
    return attack.name


# `make attacks` tries the levels in between as well, of which nothing is promised here.
TRIED = [each for each in CONFIGURATIONS if each.partition(",")[0] in ("none", "strong")]


@pytest.fixture(scope="module", params=TRIED)
def arena(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Arena]:
    """A sandbox for each configuration, in which an honest submission is right."""
    with closing(Arena(request.param, tmp_path_factory.mktemp("arena") / "around")) as arena:
        isolation = arena.sandbox.isolation
        if isolation.level != request.param.partition(",")[0]:
            pytest.skip(f"this machine has no level {request.param}: {isolation.missing}")
        yield arena


@pytest.mark.parametrize("attack", HOST, ids=names)
def test_attacks_on_the_host(arena: Arena, attack: Attack) -> None:
    """At strong nothing is achieved and nothing is left; without layers the attack is a real one."""
    began, memory = time.monotonic(), Peak()
    attempt = arena.attempt(attack)
    if arena.configuration == "none" and attack.bare == "succeeds" and not attempt.success:
        attempt = arena.attempt(attack)  # a busy machine may have run out of its time
    assert time.monotonic() - began < 2 * LIMITS.exercise_wall_seconds + SLACK
    assert memory.grown < MOST_MEMORY
    if arena.configuration.startswith("strong"):
        assert (attempt.success, attempt.aftermath) == ("", ())
    elif arena.configuration == "none":
        assert attack.bare in ("may succeed", "succeeds" if attempt.success else "fails"), attempt


@pytest.fixture(scope="module", params=["none", "strong"])
def grader(request: pytest.FixtureRequest, store: Store) -> Iterator[Grader]:
    """A grader whose workers wear no layers, or those of the level strong."""
    with grader_in(request.param, store) as grader:
        yield grader


@pytest.mark.parametrize("attack", [each for each in HOST if each.id == "A1"], ids=names)
def test_meta_searches_find_the_grader(attack: Attack) -> None:
    """What searches a worker's memory in vain finds the grader's modules in a process that has them."""
    assert finds_the_grader(attack)


@pytest.mark.parametrize("attack", VERDICT, ids=names)
def test_attacks_on_the_verdict(grader: Grader, attack: Attack) -> None:
    """Points are not to be had by other means than right values, nor is the grader to be worn down."""
    began, memory = time.monotonic(), Peak()
    result = grader.grade(read_submission(attack.path))
    assert forged(attack, result) == ""
    assert result.max_score > 0
    assert not at_fault(result)
    assert len(result.notes) <= 1000
    assert memory.grown < MOST_MEMORY
    assert time.monotonic() - began < 3 * LIMITS.exercise_wall_seconds + SLACK


@pytest.mark.parametrize("attack", READING, ids=names)
def test_attacks_on_the_reading(attack: Attack, tmp_path: Path) -> None:
    """What lies beside a submission is never executed, and what cannot be read is one sentence."""
    done, marked = handed_in(attack, tmp_path)
    assert not marked
    assert done.returncode in (1, 2), done.stderr
    assert "Traceback" not in done.stderr


def test_every_class_is_tried() -> None:
    """Of each class there is a file, and every file belongs to one."""
    assert {attack.id for attack in HOST + VERDICT + READING} == set(classes())


@pytest.mark.parametrize("who", ["an ordinary user", "root"])
def test_the_published_table_is_of_these_files(who: str) -> None:
    """docs/security.md counts the files of each class as they are, and no success at strong."""
    text = DOCUMENT.read_text("utf-8").partition(f"as {who}: begin -->")[2].partition("<!--")[0]
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in text.strip().splitlines()]
    names, counted = rows[0], rows[2:-1]
    published = {row[0].split()[0]: int(row[1]) for row in counted}
    assert published == Counter(attack.id for attack in HOST + VERDICT + READING)
    strong = [number for number, name in enumerate(names) if name.startswith("strong")]
    assert {row[number] for row in rows[2:] for number in strong} == {"0"}
    assert int(rows[-1][names.index("none")]) > 100


def code(attack: Attack) -> str:
    """The file without its header and its empty lines."""
    return "\n".join(line for line in attack.source.splitlines() if line and not line.startswith("#"))


def test_every_file_is_another_attack() -> None:
    """At least 120 files, no two alike."""
    every = HOST + VERDICT + READING
    assert len(every) >= 120
    texts = Counter(code(attack) for attack in every)
    assert max(texts.values()) == 1
    assert len({attack.aim for attack in every}) == len(every)
