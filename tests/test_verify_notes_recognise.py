"""Plain text -> the programs in it: what is one, what is prose, and what cannot be read."""

from collections import Counter
from pathlib import Path

import pytest
from notes_samples import checked, verdicts

from nncheck.verify.notes.beside.recognise import runs
from nncheck.verify.notes.posting import ANALYST, RUNNER, cells

PROGRAM = (
    "import math\n\n\ndef area(r):\n    # circle\n    return math.pi * r**2\n\n\nprint(area(1))  # 3.1416"
)

PROSE = {
    "English": "We use x = 3 and then y. For example, this is good.\nIt returns to the start: see below.\n",
    "Chinese": "激活函数(sigmoid)的输出是 (0, 1)。\n例如: x = 3 时, 输出为 0.95\n注意: 不能太大。\n",
    "a formula": "The sum is\nz = w1*x1 + w2*x2 + b\nand the activation is\na = f(z)\nof the neuron.\n",
    "a Chinese formula": "w2 = w1 - n*下降方向\nw3 = w2 - n*下降方向\n",
    "headings": "# 1. Introduction\n\n## 1.1 Networks\n",
    "a table": "| method | formula |\n|---|---|\n| zeros | w = 0 |\n",
    "a list": "- sigmoid(x)\n- tanh(x)\n1. first\n2. second\n",
    "LaTeX": "\\[f(x) = \\frac{1}{1 + e^{-x}} \\]\n\n\\[f'(x) = 0\\ or \\ 1 \\]\n",
    "a byline": "posted @ 2026-01-04 16:59  somebody  reads(3)  comments(0)\n",
}


@pytest.mark.parametrize("name", PROSE)
def test_prose_is_no_program(name: str) -> None:
    """Sentences, formulas and headings stay what they are."""
    assert runs(PROSE[name].split("\n")) == []


PLACES = {
    "alone": PROGRAM,
    "between paragraphs": f"Text before.\n\n{PROGRAM}\n\nText behind.\n",
    "without blank lines around it": f"前面的文字\n{PROGRAM}\n后面的文字\n",
    "indented": "Text:\n\n"
    + "\n".join("    " + line if line else "" for line in PROGRAM.split("\n"))
    + "\n\nText.",
    "below a heading": f"# Areas\n\n{PROGRAM}\n",
}


@pytest.mark.parametrize("name", PLACES)
def test_a_program_in_plain_text_is_found_whole(name: str, tmp_path: Path) -> None:
    """It is run as one, wherever it stands."""
    found = checked(tmp_path, PLACES[name])
    assert len(found.programs) == 1
    assert verdicts(found) == ["true"]


UNREADABLE = {
    "lost line ends": "import math\ndef area(r):  return math.pi  r = area(1)\nprint(r)\n# 3.1416",
    "lost indentation": "import math\ndef area(r):\nreturn math.pi * r**2\nprint(area(1))\n# 3.1416",
    "mixed indentation": "import math\nif True:\n\tr = 1\n    print(r)\n# 3.1416",
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_a_broken_program_is_named_whole(name: str, tmp_path: Path) -> None:
    """None of its lines is run alone; its printed numbers are listed."""
    found = checked(tmp_path, f"Text before.\n\n{UNREADABLE[name]}\n\nText behind.\n")
    (program,) = found.programs
    assert not program.readable
    assert program.place.line == 3
    assert "cannot be read as Python" in program.reason
    assert verdicts(found) == ["not run"]


def test_a_program_on_one_line_is_named(tmp_path: Path) -> None:
    """Also where it has become part of a comment."""
    text = "Text.\n\n# ones import torch import math def dm01(): x = torch.ones(3) print(x) dm01()\n\nText.\n"
    (program,) = checked(tmp_path, text).programs
    assert not program.readable


def test_a_broken_part_stops_what_depends_on_it_only(tmp_path: Path) -> None:
    """Parts between blank lines that can be read are run, unless they need the others."""
    parts = ["import math\nx = 0.5", "import math\ndef f(r):\nreturn r\ny = f(1)"]
    parts += ["import math\nprint(x)  # 0.5", "import math\nprint(y)  # 1.0"]
    text = "\n\n".join(parts)
    found = checked(tmp_path, text)
    assert [each.readable for each in found.programs] == [True, False, True]
    assert verdicts(found) == ["not run", "true", "not run"]  # the broken part, x, y


def test_strings_may_hold_anything() -> None:
    """Neither Chinese in strings nor brackets in them end a program."""
    code = [
        "import math",
        'x = """',
        "这是说明 (",
        '"""',
        "print('结果(', x)",
        "y = [",
        "    1,  # 第一",
        "]",
    ]
    assert runs(code) == [(0, 8)]


@pytest.mark.parametrize("names", [ANALYST, RUNNER])
def test_modules_beside_programs_share_a_namespace(names: tuple[str, ...]) -> None:
    """No name is defined twice in the modules that are sent together, and none imports another."""
    defined: Counter[str] = Counter()
    for cell in cells(names):
        assert (
            "nncheck." not in cell.source.replace("nncheck.verify.notes.beside", "")
            or "import" not in cell.source
        )
        scope: dict[str, object] = {}
        defined.update(name for name in _assigned(cell.source) if name not in scope)
    assert [name for name, count in defined.items() if count > 1] == []


def _assigned(source: str) -> set[str]:
    import ast

    found = set()
    for node in ast.parse(source).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.add(node.name)
        if isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            found |= {target.id for target in targets if isinstance(target, ast.Name)}
    return found
