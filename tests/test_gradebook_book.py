"""Gradebooks are opened, migrated, refused and read."""

import os
import sqlite3
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from gradebooks import OPTIONS, ROOT, encoded, filled, fresh, key_of, process, result_of, sql, summary_of
from report_samples import environment
from sqlalchemy import create_engine

from nncheck.errors import GraderError, NncheckError, UsageError
from nncheck.gradebook.address import address
from nncheck.gradebook.book import Gradebook
from nncheck.gradebook.migrate import migrate
from nncheck.gradebook.tables import HEAD, VERSION_TABLE, metadata

OPEN = """
print("ready", flush=True)
sys.stdin.readline()
with Gradebook.open(sys.argv[1]) as book:
    print(len(book.names()), flush=True)
"""


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a gradebook that does not exist yet."""
    return fresh(request.param, tmp_path, request)


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that every user can look into."""
    with tempfile.TemporaryDirectory(prefix="nncheck-") as name:
        os.chmod(name, 0o755)
        yield Path(name)


# --- reading ------------------------------------------------------------------------------------


def test_submissions_come_back_under_their_own_names(where: str) -> None:
    """In the order of a folder's grading; two files of one content share a result."""
    filled(where, 1, 2)
    names = ["b/x.py", "b-c/x.py", "a.py"]
    with Gradebook.open(where) as book:
        with book.begin(environment(), OPTIONS) as run:
            run.record([(name, key_of(2)) for name in names])
        assert book.names() == ["a.py", "b/x.py", "b-c/x.py", "s/1.py", "s/2.py"]
        entries = list(book.current())
        assert [entry.name for entry in entries] == book.names()
        assert [entry.result for entry in entries][:2] == [result_of(2, "a.py"), result_of(2, "b/x.py")]
        assert entries[0].environment == environment()
        assert (entries[0].max_score, entries[0].seconds) == (summary_of(2).max_score, 0.25)
        assert [entry.name for entry in book.current(["a.py", "unheard/of.py"])] == ["a.py"]


def test_more_submissions_than_a_statement_takes(where: str) -> None:
    """All of them, in order."""
    filled(where, *range(1, 4))
    with Gradebook.open(where) as book:
        with book.begin(environment(), OPTIONS) as run:
            run.record([(f"{number:05}.py", key_of(1)) for number in range(1200)])
        names = [entry.name for entry in book.current()]
        assert names == sorted(names)
        assert len(names) == 1203


def test_history_is_kept(where: str) -> None:
    """Each content that was handed in and what it got, oldest first; the same one again is no news."""
    filled(where, 1, 2)
    with Gradebook.open(where) as book:
        with book.begin(environment(), OPTIONS) as run:
            for number in (1, 1, 2, 1):
                run.record([("a.py", key_of(number))])
        assert [entry.result for entry in book.history("a.py")] == [
            result_of(number, "a.py") for number in (1, 2, 1)
        ]
        [current] = book.current(["a.py"])
        assert current.result == result_of(1, "a.py")
        names = [name for name, _ in book.times()]
        assert names == ["s/1.py", "s/2.py", "a.py", "a.py", "a.py"]
        assert book.times() == sorted(book.times(), key=lambda each: each[1])


def test_what_is_not_graded_yet_does_not_hide_the_grade_before(where: str) -> None:
    """A new content without a result changes nothing yet."""
    filled(where, 1)
    with Gradebook.open(where) as book:
        with book.begin(environment(), OPTIONS) as run:
            run.record([("s/1.py", key_of(9)), ("new.py", key_of(8))])
        assert [entry.result for entry in book.current()] == [result_of(1, "s/1.py")]
        assert len(book.history("s/1.py")) == 1


def test_names_that_are_not_utf8_are_spelt_out(where: str) -> None:
    """As reports spell them."""
    filled(where, 1)
    with Gradebook.open(where) as book:
        with book.begin(environment(), OPTIONS) as run:
            run.record([("caf\udce9/你.py", key_of(1))])
        assert book.names()[0] == "caf\\udce9/你.py"
        assert len(book.history("caf\udce9/你.py")) == 1


def test_the_newest_runs_environment_is_the_gradebooks(where: str) -> None:
    """And of a gradebook without runs there is none."""
    with Gradebook.open(where) as book:
        with pytest.raises(UsageError, match="nothing has been graded"):
            book.environment()
        for level in ("strong", "medium"):
            book.begin(environment(level), OPTIONS).close()
        assert book.environment() == environment("medium")
        with book.begin(environment("strong"), OPTIONS) as run:
            run.describe(environment("basic"))
    with Gradebook.open(where) as book:
        assert book.environment() == environment("basic")


def test_results_are_a_sequence_that_holds_none_of_them(where: str) -> None:
    """By place, by slice and in turn, each decoded when it is asked for."""
    filled(where, 1, 2, 3)
    with Gradebook.open(where) as book:
        found = book.results(["s/3.py", "s/1.py"])
        wanted = [result_of(1, "s/1.py"), result_of(3, "s/3.py")]
        assert (len(found), [*found], found[1], [*found[1:]]) == (2, wanted, wanted[1], wanted[1:])


def test_no_secret_is_kept(where: str) -> None:
    """Neither the seed, where it is one, nor the path of its file, nor the gradebook's own address."""
    options = {
        "seed": 123456789,
        "seed_file": "/root/secret",
        "gradebook": "postgresql://u:pw@h/d",
        "jobs": 2,
    }
    hidden = msgspec.structs.replace(environment(), seed=None)
    with Gradebook.open(where) as book:
        book.begin(hidden, options).close()
        assert sql(where, "SELECT options FROM runs") == [('{"jobs":2}',)]
        book.begin(environment(), {"seed": 5}).close()
        assert sql(where, "SELECT options FROM runs WHERE id = 2") == [('{"seed":5}',)]


# --- versions -----------------------------------------------------------------------------------


def version_1(where: str) -> None:
    """A gradebook as the first version made it, with a result in it."""
    engine = create_engine(address(where, create=True))
    with engine.begin() as connection:
        migrate(connection, 1)
    engine.dispose()
    written = msgspec.json.encode(environment()).decode()
    row = f"'h', 1, '1', 10.5, 20.5, 20.5, '{written}', '{{}}'"
    columns = "host, pid, process_started, started_at, finished_at, lease_until, environment, options"
    sql(where, f"INSERT INTO runs ({columns}) VALUES ({row})")
    packed = zlib.compress(encoded(1)).hex()
    value = f"x'{packed}'" if "://" not in where else f"'\\x{packed}'::bytea"
    columns = "key, run_id, graded_at, score, max_score, data"
    sql(where, f"INSERT INTO results ({columns}) VALUES ('{key_of(1)}', 1, 12.5, 0.0, 0.3, {value})")
    sql(
        where, f"INSERT INTO history (name, key, run_id, recorded_at) VALUES ('a.py', '{key_of(1)}', 1, 11.5)"
    )
    sql(where, f"INSERT INTO claims VALUES ('{key_of(2)}', 1)")


def test_a_gradebook_of_the_first_version_is_migrated_with_its_data(where: str) -> None:
    """Results, history and claims are there afterwards, and it can be written."""
    version_1(where)
    with Gradebook.open(where) as book:
        [entry] = book.current()
        assert entry.result == result_of(1, "a.py")
        assert (entry.seconds, entry.attempt, entry.graded_at) == (None, 1, 12.5)
        assert sql(where, "SELECT attempt FROM claims") == [(1,)]
        with book.begin(environment(), OPTIONS) as run:
            assert run.claim([key_of(1), key_of(2)]) == {key_of(2)}
    assert sql(where, f"SELECT version_num FROM {VERSION_TABLE}") == [(str(HEAD),)]


def test_migrated_tables_are_those_that_the_code_expects(where: str) -> None:
    """Alembic itself finds no difference between the migrations' result and tables.py."""
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    Gradebook.open(where).close()
    engine = create_engine(address(where, create=False))
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
        assert compare_metadata(context, metadata) == []
        assert compare_metadata(context, type(metadata)()) != []
    engine.dispose()


def test_openers_of_a_fresh_gradebook_do_not_clash(where: str) -> None:
    """Four processes open it at the same moment; one makes the tables, all go on."""
    openers = [process(OPEN, where) for _ in range(4)]
    for each in openers:
        assert each.stdout is not None
        assert each.stdout.readline() == "ready\n"
    for each in openers:
        assert each.stdin is not None
        each.stdin.write("go\n")
        each.stdin.flush()
    assert [each.communicate(timeout=60) for each in openers] == [("0\n", "")] * 4


@pytest.mark.parametrize("milliseconds", [0, 60, 150])
def test_an_opener_that_is_killed_leaves_a_fresh_gradebook(tmp_path: Path, milliseconds: int) -> None:
    """Whenever that is: the next one makes what is missing."""
    where = str(tmp_path / "grades.db")
    with process(OPEN, where) as opener:
        assert opener.stdout is not None
        assert opener.stdin is not None
        opener.stdout.readline()
        opener.stdin.write("go\n")
        opener.stdin.flush()
        with pytest.raises(subprocess.TimeoutExpired):
            opener.wait(milliseconds / 1000 or 0.001)
        opener.kill()
    filled(where, 1)
    assert sql(where, "PRAGMA integrity_check") == [("ok",)]


def test_a_newer_gradebook_is_refused(where: str) -> None:
    """With the version that it has; nothing in it is touched."""
    filled(where, 1)
    sql(where, f"UPDATE {VERSION_TABLE} SET version_num = '{HEAD + 1}'")
    assert_refused(where, f"of version {HEAD + 1}", "newer nncheck")
    assert sql(where, f"SELECT version_num FROM {VERSION_TABLE}") == [(str(HEAD + 1),)]


# --- what is no gradebook -----------------------------------------------------------------------


def assert_refused(where: str, *words: str, create: bool = True) -> None:
    """Opening fails with one sentence that has these words, and shows no password."""
    with pytest.raises(UsageError) as caught:
        Gradebook.open(where, create=create)
    message = str(caught.value)
    assert "\n" not in message
    assert "pass-word" not in message
    for word in words:
        assert word in message, message


def test_files_that_are_no_gradebook_are_refused(tmp_path: Path) -> None:
    """And left as they are."""
    text = tmp_path / "notes.txt"
    text.write_text("my notes", "utf-8")
    assert_refused(str(text), "notes.txt", "no gradebook")
    assert text.read_text("utf-8") == "my notes"
    foreign = tmp_path / "foreign.db"
    with sqlite3.connect(foreign) as connection:
        connection.execute("CREATE TABLE results (id INTEGER)")
    before = foreign.read_bytes()
    assert_refused(str(foreign), "foreign.db", "no gradebook")
    assert foreign.read_bytes() == before
    assert_refused(str(tmp_path), "a folder")
    assert_refused(str(tmp_path / "no" / "grades.db"), "no folder")
    assert_refused(str(tmp_path / "missing.db"), "no gradebook", create=False)
    assert not (tmp_path / "missing.db").exists()
    os.mkfifo(tmp_path / "pipe")
    assert_refused(str(tmp_path / "pipe"), "no gradebook")


def test_a_truncated_file_is_refused(tmp_path: Path) -> None:
    """SQLite's header alone is no gradebook."""
    where = tmp_path / "grades.db"
    filled(str(where), *range(20))
    whole = where.read_bytes()
    where.write_bytes(whole[:5000])
    with pytest.raises(NncheckError, match=r"grades\.db: .*restore it from a backup"):
        list(Gradebook.open(str(where)).current())


def test_a_read_only_file_is_refused(folder: Path) -> None:
    """Said by a process that may not write it."""
    where = str(folder / "grades.db")
    filled(where, 1)
    os.chmod(where, 0o444)
    program = f"""
import os, sqlite3, sys
sys.path.insert(0, {str(ROOT)!r})
from nncheck.gradebook.book import Gradebook
if os.getuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
Gradebook.open({where!r})
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert "UsageError" in done.stderr.splitlines()[-1]
    assert "must be writable" in done.stderr.splitlines()[-1]


@pytest.mark.parametrize(
    ("where", "words"),
    [
        ("postgresql://user:pass-word@127.0.0.1:1/grades", ("127.0.0.1", "is the server running")),
        ("postgresql://user:pass-word@host:port/grades", ("cannot be read",)),
        ("mysql://user:pass-word@host/grades", ("mysql:// is not supported", "postgresql://")),
    ],
)
def test_servers_that_cannot_be_used(where: str, words: tuple[str, ...]) -> None:
    """One sentence, without the password."""
    assert_refused(where, *words)


def test_a_database_that_is_not_ours_is_refused(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    """Another program's tables are left alone."""
    where = fresh("postgresql", tmp_path, request)
    sql(where, "CREATE TABLE results (id INTEGER)")
    assert_refused(where, "no gradebook")


def test_a_server_that_ends_gives_a_sentence(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    """And the next try works, when it is there again."""
    where = fresh("postgresql", tmp_path, request)
    with Gradebook.open(where) as book, book.begin(environment(), OPTIONS) as run:
        sql(where, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
            " AND pid <> pg_backend_pid()")  # fmt: skip
        run.finish(key_of(1), encoded(1), summary_of(1))
        sql(where, "ALTER TABLE results RENAME TO gone")
        with pytest.raises(GraderError, match="the gradebook postgresql://tester"):
            run.finish(key_of(2), encoded(2), summary_of(2))
        sql(where, "ALTER TABLE gone RENAME TO results")
        run.finish(key_of(2), encoded(2), summary_of(2))
        assert run.known([key_of(1), key_of(2)]) == {key_of(1), key_of(2)}


@pytest.mark.parametrize("missing", ["sqlalchemy", "alembic", "psycopg"])
def test_missing_libraries_are_named(tmp_path: Path, missing: str) -> None:
    """With the command that installs them."""
    import sqlalchemy

    installed = Path(sqlalchemy.__file__).parent.parent
    for each in installed.iterdir():
        if not each.name.startswith(missing) and not each.name.endswith((".pth", "__pycache__")):
            (tmp_path / each.name).symlink_to(each)
    program = f"""
import sys
sys.path[:] = [each for each in sys.path if "site-packages" not in each] + [{str(ROOT)!r}, {str(tmp_path)!r}]
from nncheck.gradebook.book import Gradebook
Gradebook.open("postgresql://h/d")
"""
    done = subprocess.run([sys.executable, "-S", "-c", program], capture_output=True, text=True, check=False)
    extra = "postgresql" if missing == "psycopg" else "gradebook"
    assert f"{missing}, which is not installed" in done.stderr.splitlines()[-1]
    assert f"pip install 'nncheck[{extra}]'" in done.stderr.splitlines()[-1]
