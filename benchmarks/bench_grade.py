"""What a grading costs, as ratios to running the submission by itself, in one run.

python benchmarks/bench_grade.py
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

ROOT = Path(__file__).resolve().parent.parent
SUBMISSION = ROOT / "solutions" / "activations" / "right" / "numpy_textbook.py"
COURSE = {each: ROOT / "solutions" / f"whole_course_{each}.py" for each in ("numpy", "torch")}
WRONG = ROOT / "solutions" / "backprop" / "wrong" / "sequential-update.py"
REPEATS = 11


def seconds(*arguments: str, cache: str) -> float:
    """The wall time of one Python process."""
    environment = os.environ | {"XDG_CACHE_HOME": cache}
    start = perf_counter()
    command = [sys.executable, *arguments]
    done = subprocess.run(command, env=environment, cwd=cache, capture_output=True, text=True, check=False)
    taken = perf_counter() - start
    if done.returncode not in (0, 1):  # passed, or failed
        raise SystemExit(done.stderr)
    return taken


def grade(submission: Path, *options: str) -> list[str]:
    """The command line of a grading."""
    return ["-m", "nncheck", "grade", str(submission), *options]


def typical(*arguments: str, cache: str) -> float:
    """The median over some runs."""
    return median(seconds(*arguments, cache=cache) for _ in range(REPEATS))


def whole_course(submission: Path) -> tuple[float, float]:
    """The wall times of grading every function, with an empty cache and from the cache."""
    with tempfile.TemporaryDirectory() as cache:
        first = seconds(*grade(submission), cache=cache)
        return first, median(seconds(*grade(submission), cache=cache) for _ in range(3))


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as cache:
        first = seconds(*grade(SUBMISSION), cache=cache)
        alone = typical(str(SUBMISSION), cache=cache)
        cached = typical(*grade(SUBMISSION), cache=cache)
        one = ("--function", "sigmoid")
        before = median(seconds(*grade(SUBMISSION, *one), cache=cache) for _ in range(REPEATS))
        fresh = median(seconds(*grade(SUBMISSION, *one, "--seed", str(n)), cache=cache) for n in range(9, 18))
        seconds(*grade(WRONG), cache=cache)
        wrong = typical(*grade(WRONG), cache=cache)
    course = {each: whole_course(path) for each, path in COURSE.items()}
    print(f"python submission.py (imports numpy)      {alone:6.3f} s   1.0")
    print(f"nncheck grade, 14 functions, cached        {cached:6.3f} s   {cached / alone:.1f}")
    print(f"nncheck grade, 14 functions, nothing cached {first:5.2f} s   {first / alone:.1f}")
    print(f"a new seed, for one function               {fresh - before:6.3f} s more")
    print(f"nncheck grade, a wrong train_step          {wrong:6.3f} s   {wrong / alone:.1f}")
    for each, (first, cached) in course.items():
        print(
            f"every function of every exercise, {each}    {cached:6.3f} s; {first:.2f} s with nothing cached"
        )


if __name__ == "__main__":
    main()
