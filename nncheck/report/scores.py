"""Scores as people read and compare them."""

from math import floor

from nncheck.records import SubmissionResult


def points(score: float) -> str:
    """A score as people write it; rounded down, so that only full marks look like full marks."""
    return f"{floor(score * 100 + 1e-6) / 100:g}"


def percent(result: SubmissionResult) -> float:
    """The score out of 100; 0 where there was nothing to score."""
    return 100 * result.score / result.max_score if result.max_score > 0 else 0.0


def reaches(result: SubmissionResult, threshold: float) -> bool:
    """Whether the score is at least `threshold` percent; sums of shares may be off in their last digit."""
    return percent(result) >= threshold - 1e-9
