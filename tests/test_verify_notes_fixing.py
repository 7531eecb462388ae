"""Corrections: wrong numbers are replaced, and not one other byte."""

from pathlib import Path

import pytest
from notes_samples import checked, fenced, verdicts

RIGHT_AND_WRONG = {
    "a comment": (fenced("print(2 / 3)  # 0.6667 or so"), fenced("print(2 / 3)  # 0.6667 or so")),
    "a number": (fenced("print(2 / 3)  # 0.66"), fenced("print(2 / 3)  # 0.67")),
    "longer": (fenced("print(31 / 3)  # 9.33"), fenced("print(31 / 3)  # 10.33")),
    "a sign": (fenced("print(-2 / 3)  # 0.67"), fenced("print(-2 / 3)  # -0.67")),
    "an exponent": (fenced("print(2e-7)  # 2.1e-07"), fenced("print(2e-7)  # 2.0e-07")),
    "several": (
        fenced("print([1.5, 2.5, 3.5])\n# [1.5,\n#  2.6, 3.6]"),
        fenced("print([1.5, 2.5, 3.5])\n# [1.5,\n#  2.5, 3.5]"),
    ),
    "in a session": ("x\n\n>>> 2 / 3\n0.66\n\ny\n", "x\n\n>>> 2 / 3\n0.67\n\ny\n"),
    "a block": (f"{fenced('print(0.5)')}\n```\n0.6\n```\n", f"{fenced('print(0.5)')}\n```\n0.5\n```\n"),
    "a claim": (
        "It is 0.003 <!-- nncheck: sigmoid_grad(6) = 0.003 --> or 0.003.\n",
        "It is 0.002 <!-- nncheck: sigmoid_grad(6) = 0.002 --> or 0.002.\n",
    ),
    "indented": (
        "Text\n\n    import math\n    print(0.5)  # 0.6\n",
        "Text\n\n    import math\n    print(0.5)  # 0.5\n",
    ),
    "random": (fenced("import random\nprint(random.random())  # 0.12"),) * 2,
    "not run": (fenced("import nowhere\nprint(nowhere.x)  # 0.12"),) * 2,
    "another count": (fenced("print(1, 2)  # 1 2 3"),) * 2,
}


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("name", RIGHT_AND_WRONG)
def test_bytes(name: str, ending: str, mark: str, tmp_path: Path) -> None:
    """Around a correction everything stays: line ends, byte order mark, blanks, and the last line's end."""
    wrong, right = (
        (mark + text + "  Ende \t").replace("\n", ending).encode() for text in RIGHT_AND_WRONG[name]
    )
    assert checked(tmp_path, wrong).fixed.encode() == right


def test_a_corrected_file_is_right(tmp_path: Path) -> None:
    """Checking it again finds nothing to correct."""
    text = fenced("x = 2 / 3\nprint(x, x * 100)  # 0.66 66.66\n# print(x)  # 0.7") + "\n>>> x\n0.6\n"
    first = checked(tmp_path, text)
    assert "false" in verdicts(first)
    again = checked(tmp_path, first.fixed.encode())
    assert set(verdicts(again)) == {"true"}
    assert again.fixed == first.fixed
