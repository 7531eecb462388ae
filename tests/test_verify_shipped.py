"""The claims that ship with nncheck, and the verdicts that people have reached by other means."""

# ruff: noqa: E501 - a claim is a row of a table

import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest

from nncheck.reference.store import Store
from nncheck.spec import load_exercises
from nncheck.verify.checking import check_text
from nncheck.verify.claims_file import parsed
from nncheck.verify.findings import Finding, Verdict
from nncheck.verify.printed import Agreement, agreement, parse
from nncheck.verify.quantities import Quantities
from nncheck.verify.texts import kept, shipped_claims

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = dict(shipped_claims())

# What is not true of each source, by the claim's quote or name, and what explains it. All others are true.
NOT_TRUE = {
    "claims/a.toml": {
        "导数数值范围是 (0, 0.25)": ("imprecise", "0.25 is attained, at x = 0"),
        "其导数值范围 (0, 1)": ("imprecise", "1 is attained, at x = 0"),
        "N(0, sqrt(2 / fan_in))": ("imprecise", "must be read as the standard deviation"),
    },
    "claims/b.toml": {},
    "claims/c.toml": {"当输入值大于3或者小于-3时,梯度就非常接近0了": ("imprecise", "0.04517665973")},
    "claims/d.toml": {
        "leaky_relu as a maximum": ("imprecise", "it holds for 0 <= alpha <= 1, but"),
        "softmax of a batch of rows, shifted by any m": ("false", "the left side is"),
    },
    "claims/e.toml": {
        "softmax(ten)": ("false", "add up to 0.651, not to 1"),
        "softmax(ten), middle": ("imprecise", "number 4 of 10"),
        "sigmoid激活值范围是[0, 1]": ("imprecise", "float64 arithmetic rounds to it"),
        "sigmoid激活函数导数值范围是[0,0.25]": ("imprecise", "0 is never attained"),
        "tanh激活值范围是[-1, 1]": ("imprecise", "-1 is never attained"),
        "tanh激活函数导数值范围是[0,1]": ("imprecise", "0 is never attained"),
        "mean loss of the second epoch": ("false", "the left side is 1505.34 and the right side is 1752.18"),
    },
    "claims/mazur.toml": {
        "dE_o2/dout_h1 = -0.019049119": ("false", "off by one: it is -0.019049118"),
        "the total error is now down to 0.291027924": ("false", "6 of its 9 digits are right: it is 0.291027774"),
        "After repeating this process 10,000 times, the error plummets to 0.0000351085": ("false", "right after 9999 steps"),
        "the two outputs neurons generate 0.015912196 (vs 0.01 target)": ("false", "it is 0.015913620"),
        "... and 0.984065734 (vs 0.99 target)": ("false", "it is 0.984064274"),
    },
}  # fmt: skip
MISTAKES = {
    "softmax of a batch of rows, shifted by any m": "NN301",
    "mean loss of the second epoch": "NN1441",
    "the total error is now down to 0.291027924": "NN501",
    "the two outputs neurons generate 0.015912196 (vs 0.01 target)": "NN501",
    "... and 0.984065734 (vs 0.99 target)": "NN501",
}
COUNTS = {"a": 20, "b": 11, "c": 3, "d": 6, "e": 16, "mazur": 33}

# Exact values to ten digits, computed by another library.
EXACT = {
    "backprop.worked.outputs": "0.7513650696 0.7729284653",
    "backprop.worked.loss": "0.2983711088",
    "backprop.worked.grads.W1": ".0004385677345 .0008771354689 .0004977127353 .0009954254705",
    "backprop.worked.grads.W2": ".08216704056 .08266762785 -.02260254048 -.02274024222",
    "backprop.worked.grads.b1": ".008771354689 .009954254705",
    "backprop.worked.grads.b2": ".1384985616 -.03809823652",
    "backprop.worked.after.W1": ".1497807161 .1995614323 .2497511436 .2995022873",
    "backprop.worked.after.b1": ".3456143227 .3450228726",
    "backprop.worked.after.W2": ".3589164797 .4086661861 .5113012702 .5613701211",
    "backprop.worked.after.b2": ".5307507192 .6190491183",
    "softmax([0.2,0.02,0.15,0.15,1.3,0.5,0.06,1.1,0.05,3.75])": (
        ".02123 .01774 .0202 .0202 .06379 .02866 .01846 .05223 .01828 .7392"
    ),
    "mazur.worked.loss_after(1)": ".291027773693599351",
    "mazur_shared.worked.loss_after(1)": ".285750886699296497",
    "backprop.worked.loss_after(1)": ".280471446791430158",
    "mazur.worked.a1": ".593269992107187255 .596884378259767056",
    "mazur.worked.z2": "1.105905967059770077 1.224921404096465508",
    "mazur.worked.grads.a1[0]": ".0363503063931446781",
    "mazur_shared.worked.after.b1[0]": ".340637195302647932",
}


def identified(finding: Finding) -> str:
    """A claim by its name where the table has it, else by what it quotes."""
    rows = {name for table in NOT_TRUE.values() for name in table}
    return finding.name if finding.name in rows else finding.statement


@pytest.mark.parametrize("file", [name for name in NOT_TRUE if "mazur" not in name])
def test_verdicts(file: str) -> None:
    """Every claim gets the verdict that was reached by other means, for that reason."""
    check_verdicts(file, check_text(file, SHIPPED[file], shipped_claims()))


def check_verdicts(file: str, found: list[Finding]) -> None:
    """All claims of a file against the table."""
    assert len(found) == COUNTS[Path(file).stem]
    others = {identified(each): each for each in found if each.verdict is not Verdict.TRUE}
    assert set(others) == set(NOT_TRUE[file])
    for name, (verdict, reason) in NOT_TRUE[file].items():
        assert others[name].verdict == verdict
        assert reason in f"{others[name].reason[0].lower()}{others[name].reason[1:]}"
        mistake = others[name].misconception
        assert (mistake.id if mistake else None) == MISTAKES.get(name)


def test_exact_values() -> None:
    """Quantities of the worked networks have the digits that another library computes."""
    worked = tuple(each for name, text in SHIPPED.items() for each in parsed(name, text).worked)
    quantities = Quantities(load_exercises(), worked)
    for quantity, printed in EXACT.items():
        values = quantities.value(quantity).flat
        agreed = [agreement(parse(text), ball) for text, ball in zip(printed.split(), values, strict=True)]
        assert set(agreed) == {Agreement.ROUNDING}, quantity


def test_meta_a_changed_number_is_found() -> None:
    """Every number of notes B and D is really looked at: one digit changed and its claim is false."""
    for file, old, new in (
        ("b", "0.2984", "0.2985"),
        ("b", "0.6190]", "0.6191]"),
        ("d", "0.8360188,", "0.8360187,"),
    ):
        name = f"claims/{file}.toml"
        found = check_text(name, SHIPPED[name].replace(old, new), shipped_claims())
        assert [each.verdict for each in found].count(Verdict.FALSE) == 1 + len(
            [each for each in NOT_TRUE[name].values() if each[0] == "false"]
        )


def test_no_claim_holds_its_verdict() -> None:
    """Files quote and print; the words of verdicts and reasons are nowhere in them."""
    for text in SHIPPED.values():
        assert "verdict" not in text
        assert "imprecise" not in text
        assert all(len(claim.quote) < 120 for claim in parsed("c.toml", text).claims)


EXAMPLES = {
    "single_neuron.toml": ["Loss ≈ 0.1511", "dL/dz = -0.5498 * 0.2475 ≈ -0.1360", "dL/dw11 = -0.1360", "dL/dw12 = -0.2720"],
    "two_layers_by_hand.toml": [],
}  # fmt: skip


@pytest.mark.parametrize("file", EXAMPLES)
def test_worked_examples_of_others(file: str) -> None:
    """Two public worked examples: in one, what was rounded by hand on the way is found."""
    text = (ROOT / "tests" / "claims" / file).read_text("utf-8")
    found = check_text(file, text, shipped_claims())
    assert len(found) > 5
    assert [each.statement for each in found if each.verdict is Verdict.FALSE] == EXAMPLES[file]


def test_the_documented_example() -> None:
    """The claims file in the documentation is one, and all of it is true."""
    blocks = re.findall(r"```toml\n(.*?)```", (ROOT / "docs" / "authoring.md").read_text("utf-8"), re.S)
    (text,) = [block for block in blocks if "[[claim]]" in block]
    found = check_text("claims.toml", text, shipped_claims())
    assert [each.verdict for each in found] == [Verdict.TRUE, Verdict.TRUE]


def test_findings_are_kept(tmp_path: Path) -> None:
    """What was found is not computed again, until the text changes or the entry is damaged."""
    calls: list[str] = []

    def compute(text: str) -> list[Finding]:
        def found() -> list[Finding]:
            calls.append(text)
            return check_text("c.toml", text, [])

        return kept(Store(tmp_path), [], [text], found)

    text = 'source = "s"\n[[claim]]\nquote = "q"\nquantity = "sigmoid(0)"\nprinted = 0.5\n'
    assert compute(text) == compute(text)
    assert compute(text.replace("0.5", "0.4"))[0].verdict is Verdict.FALSE
    for entry in tmp_path.iterdir():
        entry.write_bytes(b"damaged")
    assert compute(text)[0].verdict is Verdict.TRUE
    assert len(calls) == 3


def nncheck(*arguments: str, cache: Path) -> subprocess.CompletedProcess[str]:
    """Runs nncheck with a cache of its own."""
    environment = os.environ | {
        "PYTHONPATH": str(ROOT),
        "XDG_CACHE_HOME": str(cache),
        "PYTHONIOENCODING": "utf-8",
    }
    command = [sys.executable, "-m", "nncheck", *arguments]
    return subprocess.run(
        command, cwd=cache, env=environment, capture_output=True, encoding="utf-8", check=False
    )


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache that every test of the command shares."""
    return tmp_path_factory.mktemp("cache")


def test_verify_without_a_file(cache: Path) -> None:
    """All claims, Mazur's page included, exit code 1, and within three seconds when they are known."""
    done = nncheck("verify", "--format", "json", cache=cache)
    assert done.returncode == 1, done.stderr
    report = json.loads(done.stdout)
    assert report["summary"] == {"true": 71, "imprecise": 10, "false": 8, "undecided": 0, "not run": 0}
    page = [each for each in report["findings"] if each["file"] == "claims/mazur.toml"]
    check_verdicts("claims/mazur.toml", [as_finding(each) for each in page])
    start = time.perf_counter()
    again = nncheck("verify", "--format", "json", cache=cache)
    assert time.perf_counter() - start < 3
    assert again.stdout == done.stdout


def as_finding(row: dict[str, object]) -> Finding:
    """A finding as far as the table looks at it."""
    known = {
        key: row[key]
        for key in (
            "source",
            "statement",
            "printed",
            "actual",
            "digits_right",
            "verdict",
            "reason",
            "misconception",
            "name",
        )
    }
    return msgspec.convert({**known, "place": None}, Finding)


def test_verify_as_text(cache: Path) -> None:
    """The table names sources and verdicts, what is false is explained below, and no line is too long."""
    done = nncheck("verify", cache=cache)
    assert done.returncode == 1
    assert "Matt Mazur, A Step by Step Backpropagation Example (2015)" in done.stdout
    assert "printed  0.291027924\n    exact    0.291027773694\n                     ^\n" in done.stdout
    assert "updated output weights used too early (NN501)" in done.stdout
    assert done.stdout.endswith("89 checked: 71 true, 10 imprecise, 8 false\n")


def test_verify_a_file(cache: Path) -> None:
    """Exit code 0 where all is true; undecided fails with --strict alone."""
    head = 'source = "s"\n[[claim]]\nquote = "q"\n'
    (cache / "true.toml").write_text(
        f'{head}quantity = "backprop.worked.outputs[0]"\nprinted = 0.7514\n', "utf-8"
    )
    (cache / "undecided.toml").write_text(f'{head}quantity = "sqrt(2)**2 / 4"\nprinted = 0\n', "utf-8")
    assert nncheck("verify", "true.toml", cache=cache).returncode == 0
    assert nncheck("verify", "undecided.toml", cache=cache).returncode == 0
    assert nncheck("verify", "--strict", "undecided.toml", cache=cache).returncode == 1
    assert (
        nncheck("verify", "true.toml", "undecided.toml", "--output", "out.txt", cache=cache).returncode == 0
    )
    assert "1 true, 1 undecided" in (cache / "out.txt").read_text("utf-8")


BAD = [
    ("missing.toml", None, "missing.toml: there is no such file"),
    ("binary.toml", b"\x00\xff\xfe" * 50, "binary.toml:1: a claims file is text in UTF-8"),
    ("broken.toml", b'source = "a"\nx = = 1\n', "broken.toml:2: not TOML"),
    ("unknown.toml", b'source = "a"\n[[claim]]\nquote = "q"\nquantity = "nothing"\nprinted = 1\n', "unknown.toml:2: unknown name"),
    ("large.toml", b"#" * (5 << 20), "larger than 4 MiB"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "message"), BAD)
def test_bad_files(name: str, content: bytes | None, message: str, cache: Path) -> None:
    """A bad file gives one sentence with file and line, and exit code 2."""
    if content is not None:
        (cache / name).write_bytes(content)
    done = nncheck("verify", name, cache=cache)
    assert done.returncode == 2
    assert done.stdout == ""
    assert message in done.stderr
    assert done.stderr.count("\n") == 1


def test_unknown_formats(cache: Path) -> None:
    """An unknown format is answered with the known ones."""
    done = nncheck("verify", "--format", "txt", cache=cache)
    assert done.returncode == 2
    assert "did you mean text" in done.stderr
