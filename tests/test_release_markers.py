"""Markers of nbgrader and otter: solutions and hidden tests go, everything else stays."""

import pytest

from nncheck.errors import UsageError
from nncheck.release.markers import check_python, refuse_markers, without_solutions

KEPT = [
    (
        "a block in a function becomes one stub",
        "def f(x):\n    ### BEGIN SOLUTION\n    y = x\n\n    return y\n    ### END SOLUTION\n",
        "def f(x):\n    raise NotImplementedError\n",
    ),
    (
        "what stands around a block stays",
        "def f(x):\n    y = 2 * x\n    # BEGIN SOLUTION\n    y += 1\n    # END SOLUTION\n    return y",
        "def f(x):\n    y = 2 * x\n    raise NotImplementedError\n    return y",
    ),
    ("a block outside of functions", "# BEGIN SOLUTION\nx = 3\n# END SOLUTION", "..."),
    (
        "a block in a loop outside of functions",
        "for i in range(3):\n    # BEGIN SOLUTION\n    print(i)\n    # END SOLUTION",
        "for i in range(3):\n    ...",
    ),
    (
        "a block in a branch of a method",
        "class A:\n    def f(x):\n        if x:\n            # BEGIN SOLUTION\n            return 1\n"
        "            # END SOLUTION",
        "class A:\n    def f(x):\n        if x:\n            raise NotImplementedError",
    ),
    (
        "hidden tests go",
        "x = 1\n### BEGIN HIDDEN TESTS\nassert x\n### END HIDDEN TESTS\ny = 2",
        "x = 1\ny = 2",
    ),
    ("an assignment keeps its target", "x = 3  # SOLUTION", "x = ..."),
    ("several targets too", "x, y = 3, 4 # SOLUTION", "x = y = ..."),
    ("and one with a key", "d['a'] = 3 # SOLUTION", "d['a'] = ..."),
    ("a comparison is no assignment", "x == 3  # SOLUTION", "..."),
    ("an argument is no assignment", "f(x=3)  # SOLUTION", "..."),
    ("a changed variable is no assignment", "x += 3  # SOLUTION", "..."),
    (
        "the same stub is written once",
        "def f(x):\n    print(x)  # SOLUTION\n    return x  # SOLUTION",
        "def f(x):\n    raise NotImplementedError",
    ),
    ("no prompt, no stub", "x = 1\ny = 2  # SOLUTION NO PROMPT", "x = 1"),
    ("no prompt, no stub for a block", "# BEGIN SOLUTION NO PROMPT\nx = 1\n# END SOLUTION\ny = 2", "y = 2"),
    (
        "words about solutions are no markers",
        "x = 1  # the solution: see above",
        "x = 1  # the solution: see above",
    ),
    ("nor are they in strings", "x = '# SOLUTION'", "x = '# SOLUTION'"),
]


@pytest.mark.parametrize(("source", "left"), [row[1:] for row in KEPT], ids=[row[0] for row in KEPT])
def test_what_is_left(source: str, left: str) -> None:
    """Each row is a promise."""
    assert without_solutions(source, "hw.py") == left


REFUSED = [
    ("x = 1\n### BEGIN SOLUTION\nx = 2", "hw.py:2: BEGIN SOLUTION has no END SOLUTION"),
    ("x = 1\n\n### END SOLUTION", "hw.py:3: END SOLUTION without a BEGIN SOLUTION"),
    ("# BEGIN SOLUTION\n# BEGIN SOLUTION\n# END SOLUTION", "hw.py:2: .* inside the block begun in line 1"),
    (
        "# BEGIN SOLUTION\n# END HIDDEN TESTS",
        "hw.py:2: END HIDDEN TESTS closes no block; line 1 began SOLUTION",
    ),
    ("# BEGIN SOLUTION NO PROMPT\nx = 1", "hw.py:1: BEGIN SOLUTION NO PROMPT has no END SOLUTION"),
    ("# BEGIN SOLUTIONS\nx = 1\n# END SOLUTIONS", "hw.py:1: the marker BEGIN SOLUTIONS is not understood"),
    ("# begin solution\nx = 1\n# end solution", "hw.py:1: this marker is not understood"),
    ("x = 1  # BEGIN SOLUTION", "hw.py:1: this marker is not understood"),
    ("#: BEGIN SOLUTION", "hw.py:1: this marker is not understood"),
    ("# BEGIN TESTS\nassert 1\n# END TESTS", "hw.py:1: the marker BEGIN TESTS is not understood"),
    ("x = 1  # solution", "hw.py:1: this marker is not understood"),
    ("# SOLUTION\nx = 1", "hw.py:1: this marker is not understood"),
]


@pytest.mark.parametrize(("source", "reason"), REFUSED)
def test_what_would_leak_is_refused(source: str, reason: str) -> None:
    """Unbalanced and misspelt markers are named with their line."""
    with pytest.raises(UsageError, match=reason):
        without_solutions(source, "hw.py")


def test_half_a_statement_is_no_solution() -> None:
    """What is left must be Python."""
    left = without_solutions("if x:  # SOLUTION\n    y = 1\n", "hw.py")
    with pytest.raises(UsageError, match="put the markers around whole statements"):
        check_python(left, "hw.py")
    check_python("x = 1", "hw.py")


def test_markers_in_text_are_refused() -> None:
    """Nothing is taken out of Markdown, so nothing there may have to be."""
    refuse_markers("The solution begins here.", "cell 1")
    with pytest.raises(UsageError, match="cell 1:2: markers are understood in code only"):
        refuse_markers("text\n### BEGIN SOLUTION", "cell 1")
