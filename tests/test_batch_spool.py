"""Results of a batch lie on disk, in the order of the submissions."""

import sys

import pytest
import report_samples as samples

from nncheck import results
from nncheck.batch.spool import Spool


def test_results_come_back_in_order_under_their_names() -> None:
    """Whatever the order in which they came, and with one result for several submissions."""
    right, wrong = samples.right(), samples.wrong_sigmoid()
    with Spool(["a.py", "b.py", "c.py"]) as spool:
        spool.put([2, 0], results.encode(right))
        assert not spool.complete
        spool.put([1], results.encode(wrong))
        assert spool.complete
        assert [each.submission for each in spool] == ["a.py", "b.py", "c.py"]
        assert [each.score for each in spool] == [right.score, wrong.score, right.score]
        assert [each.submission for each in spool[1:]] == ["b.py", "c.py"]
        assert len(spool) == 3


def test_a_place_without_a_result_says_which() -> None:
    """Rather than showing another student's."""
    with Spool(["a.py"]) as spool, pytest.raises(LookupError, match=r"a\.py has no result"):
        spool[0]


def test_memory_holds_places_only() -> None:
    """A thousand results take no more memory than their places do."""
    encoded = results.encode(samples.wrong_train_step())
    with Spool([str(number) for number in range(1000)]) as spool:
        for number in range(1000):
            spool.put([number], encoded)
        held = sum(sys.getsizeof(value) for value in vars(spool).values())
        assert held < 100_000 < 1000 * len(encoded)
