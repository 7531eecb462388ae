"""Notes -> findings: each way in which notes print results, right and wrong, through the sandbox."""

from pathlib import Path

import pytest
from notes_samples import checked, fenced, told, verdicts

from nncheck.errors import UsageError

TRUE, FALSE, UNDECIDED, NOT_RUN = "true", "false", "undecided", "not run"
SIGMOID = "import numpy as np\ndef sigmoid(x):\n    return 1 / (1 + np.exp(-x))\n"

# name: (code, line and number and verdict of everything that is printed for it)
COMMENTS = {
    "behind a print": ("print(1 / 3)  # 0.3333", [(2, "0.3333", TRUE)]),
    "behind a print, wrong": ("print(1 / 3)  # 0.3334", [(2, "0.3334", FALSE)]),
    "cut off, not rounded": ("print(2 / 3)  # 0.6666", [(2, "0.6666", FALSE)]),
    "behind an expression": ("2 / 3  # 0.667", [(2, "0.667", TRUE)]),
    "behind an assignment": ("x = 2 / 3  # 0.667", [(2, "0.667", TRUE)]),
    "below a print": ("print(2 / 3)\n# 0.67", [(3, "0.67", TRUE)]),
    "below an expression": ("max(2.5, 3.5)\n# 3.6", [(3, "3.6", FALSE)]),
    "with a label": ("print('loss:', 0.25)  # loss: 0.25", [(2, "0.25", TRUE)]),
    "with an arrow": ("print(0.25)  # -> 0.26", [(2, "0.26", FALSE)]),
    "in Chinese": ("print('\u8f93\u51fa\u503c:', 0.25)\n# \u8f93\u51fa\u503c: 0.26", [(3, "0.26", FALSE)]),
    "several prints, several lines": (
        "print('a', 1.5)\nprint('b', 2.5)\n# a 1.5\n# b 2.6",
        [(4, "1.5", TRUE), (5, "2.6", FALSE)],
    ),
    "the last of several prints": ("print('a', 1.5)\nprint(2.5)\n# 2.5", [(4, "2.5", TRUE)]),
    "printed by a function": (
        "def train():\n    for e in range(2):\n        print(f'epoch {e} loss {1 / (e + 1)}')\n"
        "train()\n# epoch 0 loss 1.0\n# epoch 1 loss 0.4",
        [(6, "0", TRUE), (6, "1.0", TRUE), (7, "1", TRUE), (7, "0.4", FALSE)],
    ),
    "a print in a comment": ("x = 0.75\n# print(x)  # 0.76", [(3, "0.76", FALSE)]),
    "a print in a comment, below": ("x = 0.75\n# print(x)\n# 0.75", [(4, "0.75", TRUE)]),
    "a print in a comment of a block": (
        "def f(x):\n    # print(x * 2)  # 3.0\n    return x\nf(1.5)",
        [(3, "3.0", TRUE)],
    ),
    "under if __name__": ("if __name__ == '__main__':\n    print(0.5)  # 0.5", [(3, "0.5", TRUE)]),
    "scientific": ("print(1e-5 * 3)  # 3.1e-05", [(2, "3.1e-05", FALSE)]),
    "minus nought": ("print(-1e-9)  # -0.0000", [(2, "-0.0000", TRUE)]),
    "nan and inf": ("print(float('nan'), float('inf'))  # nan -inf", [(2, "nan", TRUE), (2, "-inf", FALSE)]),
    "more digits than are printed": ("print(f'{2 / 3:.2f}')  # 0.6667", [(2, "0.6667", UNDECIDED)]),
    "more digits of a number": ("print(round(2 / 3, 9))  # 0.66666667", [(2, "0.66666667", TRUE)]),
}


@pytest.mark.parametrize("name", COMMENTS)
def test_outputs_in_comments(name: str, tmp_path: Path) -> None:
    """A result in a comment is compared with what the statement before it prints."""
    code, expected = COMMENTS[name]
    assert told(checked(tmp_path, fenced(code))) == expected


REMARKS = {
    "words": "print(0.5)  # about 3 lines",
    "no number": "print(0.5)  # the loss",
    "an alternative constant": "lr = 0.1  # 0.01",
    "a shape": "import numpy as np\nx = np.ones((3, 4))  # (3, 4)",
    "a heading below": "print(0.5)\n# 2. The next step",
    "a statement that prints nothing": "x = []\nx.append(1)  # 1.",
    "a header": "for i in range(2):  # 2.0\n    pass",
    "a string": "s = '# 0.7'",
    "inside brackets": "x = [\n    1,  # 2.5\n]",
    "a count": "d = dict(a=1, b=2)\nd  # 7",
    "a setting": "import numpy as np\nw = np.zeros((3, 2)) + 1  # 0.1",
    "a print that is switched off": "x = 1\n# print(x)",
}


@pytest.mark.parametrize("name", REMARKS)
def test_remarks_are_no_outputs(name: str, tmp_path: Path) -> None:
    """A comment that merely holds a number is not taken for an output."""
    assert checked(tmp_path, fenced(REMARKS[name])).findings == ()


ARRAYS = {
    "rows below": (
        "import numpy as np\nprint(np.array([[1, 2], [3, 4]]) / 7)\n"
        "# [[0.14285714 0.28571429]\n#  [0.42857143 0.57142858]]",
        [TRUE, TRUE, TRUE, FALSE],
    ),
    "begun behind": (
        "import numpy as np\nnp.array([[1., 2.], [3., 4.]])  # array([[1., 2.],\n#        [3., 5.]])",
        [TRUE, TRUE, TRUE, FALSE],
    ),
    "left out": (
        "import numpy as np\nprint(np.arange(2000) / 2)  # [0. 0.5 1. ... 998.5 999. 999.6]",
        [TRUE, TRUE, TRUE, TRUE, TRUE, FALSE],
    ),
    "another count": ("import numpy as np\nprint(np.ones(3))  # [1. 1.]", [FALSE]),
    "a dict": ("print({'a': 0.25, 'b': [1, 2.5]})  # {'a': 0.25, 'b': [1, 2.6]}", [TRUE, TRUE, FALSE]),
    "float32": ("import numpy as np\nprint(np.float32(2) / 3)  # 0.66666669", [TRUE]),
    "float32 on another computer": (
        "import numpy as np\nprint(np.float32(2) / 3)  # 0.66666663",
        [UNDECIDED],
    ),
}


@pytest.mark.parametrize("name", ARRAYS)
def test_arrays_are_compared_number_by_number(name: str, tmp_path: Path) -> None:
    """Every number counts, in order; brackets, dots and line ends do not."""
    code, expected = ARRAYS[name]
    assert verdicts(checked(tmp_path, fenced(code))) == expected


def test_another_count_is_said(tmp_path: Path) -> None:
    """Where the number of numbers differs, both are told and nothing is compared."""
    (finding,) = checked(tmp_path, fenced("print(1.5, 2.5)  # 1.5")).findings
    assert (finding.printed, finding.actual) == ("1 number", "2 numbers")
    assert finding.reason == "The program prints 2 numbers there, the notes 1 number."


BLOCKS = {
    "unlabelled": ("print(0.5)", "Output:\n\n```\n0.6\n```"),
    "text": ("print(0.5)", "```text\n0.6\n```"),
    "console": ("print(0.5)", "```console\n0.6\n```"),
    "tildes": ("print(0.5)", "~~~\n0.6\n~~~"),
    "indented, as notebooks become Markdown": ("print(0.5)", "    0.6\n"),
    "a value": ("1 / 2", "```\n0.6\n```"),
    "printed and a value": ("print(0.5)\n1 / 4", "```\n0.6\n0.25\n```"),
}


@pytest.mark.parametrize("name", BLOCKS)
def test_output_blocks(name: str, tmp_path: Path) -> None:
    """A block behind a program is its output, whatever it calls itself."""
    code, block = BLOCKS[name]
    found = checked(tmp_path, f"# Notes\n\n{fenced(code)}\n{block}\n")
    assert (found.findings[0].printed, found.findings[0].verdict) == ("0.6", FALSE)
    assert found.findings[0].place is not None
    assert "0.6" in (tmp_path / "notes.md").read_text().splitlines()[found.findings[0].place.line - 1]


NO_OUTPUTS = {
    "far away": "Some text.\n\nMore text.\n\n```\n0.6\n```",
    "a shell": "```console\n$ echo 0.6\n0.6\n```",
    "another language": '```json\n{"x": 0.6}\n```',
}


@pytest.mark.parametrize("name", NO_OUTPUTS)
def test_other_blocks_are_no_outputs(name: str, tmp_path: Path) -> None:
    """A block that belongs to something else is not compared."""
    assert checked(tmp_path, f"{fenced('print(0.5)')}\n{NO_OUTPUTS[name]}\n").findings == ()


SESSIONS = {
    "in a block": "```python\n>>> x = 2\n>>> x / 3\n0.667\n>>> x / 3\n0.668\n```\n",
    "in plain text": (
        "So:\n\n>>> 2 / 3\n0.667\n>>> def f(x):\n...     return x\n...\n>>> f(0.7)\n0.8\n\nEnd.\n"
    ),
    "in a docstring": (
        "```python\ndef half(x):\n    '''Half.\n\n    >>> half(1)\n    0.5\n    >>> half(3)\n    1.6\n"
        "    '''\n    return x / 2\n```\n"
    ),
}


@pytest.mark.parametrize("name", SESSIONS)
def test_sessions(name: str, tmp_path: Path) -> None:
    """What an interpreter answers is compared, expression by expression."""
    assert verdicts(checked(tmp_path, SESSIONS[name])) == [TRUE, FALSE]


@pytest.mark.parametrize(
    ("code", "block", "verdict"),
    [
        ("print('loss', 0.5, 0.25)", "pip install numpy==1.26", UNDECIDED),
        ("print('loss', 0.5, 0.25)", "loss 0.5", FALSE),
        ("x = 1", "1, 2, 3\n4, 5, 6", UNDECIDED),
    ],
)
def test_a_block_that_may_be_something_else(code: str, block: str, verdict: str, tmp_path: Path) -> None:
    """With other words, or where nothing is printed, another count is not held against the notes."""
    assert verdicts(checked(tmp_path, f"{fenced(code)}\n```\n{block}\n```\n")) == [verdict]


def test_programs_share_a_namespace(tmp_path: Path) -> None:
    """Later blocks use what earlier ones define, and random numbers go on where they were."""
    blocks = [
        SIGMOID,
        "import random\nrandom.seed(1)",
        "print(random.random())  # 0.1344",
        "print(sigmoid(2))  # 0.8808",
    ]
    assert verdicts(checked(tmp_path, "\n".join(map(fenced, blocks)))) == [TRUE, TRUE]


def test_a_failure_stops_what_depends_on_it_only(tmp_path: Path) -> None:
    """The rest of a failing block and what needs its names are not run; other blocks are."""
    blocks = [
        "x = 1",
        "y = 1\nprint(0.5)  # 0.5\nx = 1 / 0\nprint(0.5)  # 0.5",
        "print(x)  # 1",
        "print(y)  # 1",
        "x = 3\nprint(x)  # 3",
    ]
    found = checked(tmp_path, "\n".join(map(fenced, blocks)))
    assert verdicts(found) == [TRUE, NOT_RUN, NOT_RUN, TRUE, TRUE]
    assert found.findings[2].reason == "Not run: line 8 raises ZeroDivisionError: division by zero."


NOT_RUN_BECAUSE = {
    "import nowhere_at_all\nprint(nowhere_at_all.x)  # 0.5": "Not run: needs nowhere_at_all.",
    "from sklearn.datasets import load_iris\nprint(load_iris())  # 0.5": "Not run: needs sklearn.",
    "x = float(input())\nprint(x)  # 0.5": "Not run: line 2 asks for input.",
    "x = open('data.csv').read()\nprint(x)  # 0.5": "Not run: line 2 opens a file.",
    "import urllib.request\nprint(urllib.request.urlopen('x'))  # 0.5": "Not run: needs urllib.",
    "import os\nprint(os.getpid())  # 7": "Not run: needs os.",
    "print(undefined)  # 0.5": "Not run: line 2 needs undefined, which nothing before it defines.",
    "exit()\nprint(0.5)  # 0.5": "Not run: line 2 ends itself.",
    "print(0.5  # 0.5\nx = 1": "Not run: line 2 cannot be read as Python ('(' was never closed).",
    "def f():\n    print(0.5)  # 0.5": "Not run: the program never gets there.",
    "x = 1\n# print(y)  # 0.5": "Not run: line 3 needs y, which nothing before it defines.",
}


@pytest.mark.parametrize("code", NOT_RUN_BECAUSE)
def test_what_is_not_run_is_named(code: str, tmp_path: Path) -> None:
    """Its numbers are listed, with the reason, and nothing is said about them."""
    found = checked(tmp_path, fenced(code))
    assert [(str(each.verdict), each.reason) for each in found.findings] == [(NOT_RUN, NOT_RUN_BECAUSE[code])]


@pytest.mark.parametrize("head", ["import matplotlib.pyplot as plt\n", ""])
def test_pictures_are_left_out(head: str, tmp_path: Path) -> None:
    """Drawing changes no number: what needs a plotting library is left out, the rest is run."""
    code = "x = 0.5\nfig, ax = plt.subplots()\nax.plot(x)\nprint(x)  # 0.6\nplt.show()"
    found = checked(tmp_path, fenced(f"{head}{code}"))
    assert verdicts(found) == [FALSE]
    assert found.programs[0].reason == "all but what needs matplotlib"


def test_numbers_that_change_are_not_judged(tmp_path: Path) -> None:
    """Without a seed nobody can say what is right; the digits that stay the same are compared."""
    code = """
        import numpy as np
        print(np.random.rand(), 0.5)  # 0.12 0.6
        np.random.seed(0)
        print(np.random.rand())  # 0.5488
    """
    found = checked(tmp_path, fenced(code))
    assert verdicts(found) == [FALSE, UNDECIDED, TRUE]
    assert "set a seed" in found.findings[1].reason


def test_fresh_generators_without_a_seed(tmp_path: Path) -> None:
    """The system's own randomness is noticed, too."""
    code = "import numpy as np\nprint(np.random.default_rng().normal())  # 0.12"
    assert verdicts(checked(tmp_path, fenced(code))) == [UNDECIDED]


def test_claims_in_comments(tmp_path: Path) -> None:
    """A comment of Markdown claims a quantity; one in a block of code shows how, and claims nothing."""
    text = (
        "The slope <!-- nncheck: sigmoid_grad(6) = 0.002467 --> is 0.002467.\n\n"
        "Here <!-- nncheck: softmax([3, 1, 0.2]) = [0.836, 0.113, 0.052] --> it is.\n\n"
        "```html\n<!-- nncheck: sigmoid(0) = 7 -->\n```\n"
    )
    assert verdicts(checked(tmp_path, text)) == [TRUE, FALSE]


@pytest.mark.parametrize(
    "comment", ["sigmoid(0)", "sigmoid(0) = half", "= 0.5", "nonsense(0) = 1", "sigmoid(0) = 1 -"]
)
def test_comments_that_claim_nothing(comment: str, tmp_path: Path) -> None:
    """A mistake in a claim is told with file and line."""
    with pytest.raises(UsageError, match=r"notes\.md:3"):
        checked(tmp_path, f"Text\n\n<!-- nncheck: {comment} -->\n")


def test_python_files(tmp_path: Path) -> None:
    """A lesson in Python is one program."""
    found = checked(
        tmp_path, '"""A lesson."""\nx = 2 / 3\nprint(x)  # 0.67\n\nprint(x)\n# 0.68\n', "lesson.py"
    )
    assert told(found) == [(3, "0.67", TRUE), (6, "0.68", FALSE)]


def test_torch(tmp_path: Path) -> None:
    """Tensors are compared as arrays are; gradients' names and types beside them are no numbers."""
    pytest.importorskip("torch")
    code = """
        import torch
        w = torch.tensor([0.15, 0.25], requires_grad=True)
        y = torch.sigmoid(w * 2).sum()
        print(y)  # tensor(1.1969, grad_fn=<SumBackward0>)
        y.backward()
        print(w.grad)
        # tensor([0.4889, 0.4701])
        torch.manual_seed(0)
        print(torch.rand(1).dtype, 3)  # torch.float32 3
        print(torch.rand(2) < 2, torch.rand(1))  # tensor([True, True]) tensor([0.5])
    """
    assert verdicts(checked(tmp_path, fenced(code))) == [TRUE, TRUE, FALSE, TRUE, FALSE]


def test_strings_are_left_alone(tmp_path: Path) -> None:
    """A print that is shown in a string is no statement, and the string stays what it is."""
    code = 's = """\n# print(7)  # 0.7\n"""\nprint(len(s))  # 19'
    assert told(checked(tmp_path, fenced(code))) == [(5, "19", TRUE)]


def test_a_session_goes_on_after_an_error(tmp_path: Path) -> None:
    """As an interpreter does; only what needs the missing name is not run."""
    text = ">>> x = 1 / 0\nTraceback (most recent call last):\nZeroDivisionError\n>>> 0.5\n0.6\n>>> x\n0.7\n"
    assert verdicts(checked(tmp_path, text)) == [FALSE, NOT_RUN]


def test_order_in_plain_text(tmp_path: Path) -> None:
    """Programs and sessions run in the order in which they stand."""
    text = "import math\nx = 0.5\n\nA:\n\n>>> x\n0.5\n>>> x = 0.2\n\nB:\n\nimport math\nprint(x)  # 0.2\n"
    assert verdicts(checked(tmp_path, text)) == [TRUE, TRUE]


def test_quoted_blocks(tmp_path: Path) -> None:
    """A block in a quotation is read without its marks, and corrected with them."""
    text = "> ```python\n> x = 0.5\n> print(x)  # 0.6\n> ```\n"
    found = checked(tmp_path, text)
    assert told(found) == [(3, "0.6", FALSE)]
    assert found.fixed == text.replace("0.6", "0.5")


def test_magic_in_blocks(tmp_path: Path) -> None:
    """What only IPython understands is passed over."""
    assert verdicts(checked(tmp_path, fenced("%matplotlib inline\n!pip install x\nprint(0.5)  # 0.6"))) == [
        FALSE
    ]


def test_outputs_of_deep_recursion(tmp_path: Path) -> None:
    """What is printed far down belongs to the statement that began it."""
    code = "def f(n):\n    return f(n - 1) if n else print(0.5)\nf(300)\n# 0.6"
    assert verdicts(checked(tmp_path, fenced(code))) == [FALSE]


def test_a_statement_that_prints_many_times(tmp_path: Path) -> None:
    """Where the notes show one of them, nobody knows which."""
    (finding,) = checked(tmp_path, fenced("for i in range(5):\n    print(i / 2)  # 2.0")).findings
    assert (finding.verdict, finding.reason) == (UNDECIDED, "It is printed 5 times, and the notes show one.")


def test_too_many_prints(tmp_path: Path) -> None:
    """A program that prints without end of use is stopped; the next one is run."""
    code = "for i in range(30000):\n    print(i)\nprint(0.5)  # 0.5"
    found = checked(tmp_path, fenced(code) + fenced("print(0.5)  # 0.5"))
    assert verdicts(found) == [NOT_RUN, TRUE]


def test_a_claim_that_is_shown_is_none(tmp_path: Path) -> None:
    """Between backticks a comment is an example of one."""
    assert checked(tmp_path, "Write `<!-- nncheck: sigmoid(0) = 7 -->` like this.\n").findings == ()


def test_what_nobody_can_judge_is_told_together(tmp_path: Path) -> None:
    """Numbers of one line that change, or that dots leave open, are one finding."""
    code = "import numpy as np\nprint(np.random.rand(3))  # [0.12 0.34 0.56]"
    (finding,) = checked(tmp_path, fenced(code)).findings
    assert (finding.verdict, finding.printed) == (UNDECIDED, "0.12, 0.34, 0.56")
    code = "import numpy as np\nprint(np.arange(3000.0))  # [0. 1. ... 7. 8. ... 2999.]"
    found = checked(tmp_path, fenced(code))
    assert [(each.printed, each.verdict) for each in found.findings] == [
        ("0.", TRUE),
        ("1.", TRUE),
        ("2999.", TRUE),
        ("7., 8.", UNDECIDED),
    ]
