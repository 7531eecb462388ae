"""Results -> how hard a function is, and whether it tells strong submissions from weak ones.

These are the two figures of classical item analysis (Crocker and Algina, Introduction to Classical and
Modern Test Theory, 1986, chapter 14), taken over the submissions in which the function was graded.
"""

from dataclasses import dataclass
from math import sqrt

from nncheck.records import FunctionResult, SubmissionResult

FEWEST = 3  # submissions: through two points there is always a line
WEAK = 0.2  # discrimination below which a task is usually looked at again (Ebel, 1965)


@dataclass
class Item:
    """Running means and sums of products (Welford, Technometrics 4, 1962); it holds no submission."""

    count: int = 0
    mean: float = 0.0  # difficulty: the mean share of the function's points; low is hard
    other_mean: float = 0.0
    squares: float = 0.0
    other_squares: float = 0.0
    products: float = 0.0

    def add(self, function: FunctionResult, result: SubmissionResult) -> None:
        """One more submission; a function without points, or the only one, says nothing."""
        left = result.max_score - function.max_score
        if function.max_score > 0:
            other = (result.score - function.score) / left if left > 1e-9 else 0.0
            self._add(function.score / function.max_score, other)

    def _add(self, share: float, other: float) -> None:
        self.count += 1
        difference, other_difference = share - self.mean, other - self.other_mean
        self.mean += difference / self.count
        self.other_mean += other_difference / self.count
        self.squares += difference * (share - self.mean)
        self.other_squares += other_difference * (other - self.other_mean)
        self.products += difference * (other - self.other_mean)

    @property
    def discrimination(self) -> float | None:
        """The corrected item-total correlation (Henrysson, Psychometrika 28, 1963).

        Pearson's r between the share of the function's points and the share of all other points, so that
        the function is not correlated with itself; the point-biserial r where it is all or nothing.
        None where everybody got the same.
        """
        spread = sqrt(max(self.squares, 0.0) * max(self.other_squares, 0.0))
        if self.count < FEWEST or spread < 1e-12:
            return None
        return max(-1.0, min(1.0, self.products / spread))
