"""What an autograder on somebody else's platform grades: the plan that is packed with it."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from nncheck.errors import UsageError
from nncheck.records import Record, Submission
from nncheck.spec.exercise import Exercise

PLAN, SEED, COURSE = "plan.json", "seed", "course"  # two files and a folder, beside each other


class Part(Record, frozen=True, kw_only=True):
    """One file that students hand in: what it is called without its suffix, and what counts in it."""

    stem: str
    exercises: tuple[str, ...]
    functions: tuple[str, ...] = ()  # all of the exercises, where none is named
    points: dict[str, float] = {}  # of functions that are worth something else than their exercise says
    hidden_checks: tuple[str, ...] = ()  # that students do not see


class Plan(Record, frozen=True, kw_only=True):
    """All parts; the points of all of them are added up."""

    parts: tuple[Part, ...]


def written(plan: Plan) -> bytes:
    """The plan as a file."""
    return msgspec.json.format(msgspec.json.encode(plan), indent=1) + b"\n"


def read_plan(folder: Path) -> Plan:
    """The plan in the folder of an autograder."""
    return msgspec.json.decode((folder / PLAN).read_bytes(), type=Plan)


def worth(part: Part, exercises: Mapping[str, Exercise]) -> float:
    """The points of all that counts in a part."""
    functions = [each for name in part.exercises for each in exercises[name].functions.values()]
    counting = [each for each in functions if not part.functions or each.name in part.functions]
    return sum(part.points.get(each.name, each.points) for each in counting)


def handed_in(part: Part, submissions: Sequence[Submission], only_part: bool) -> Submission:
    """The one file for a part: by its name, by its `# nncheck:` line, or because there is no other.

    Raises UsageError, with a sentence for the student, where there is none or more than one.
    """
    named = [each for each in submissions if Path(each.name).stem == part.stem]
    marked = [each for each in submissions if set(part.exercises) & set(each.only)]
    found = named or marked or (list(submissions) if only_part else [])
    if len(found) == 1:
        return found[0]
    wanted = f"hand in one file {part.stem}.py or {part.stem}.ipynb"
    if not found:
        raise UsageError(f"{wanted}; none was found")
    raise UsageError(f"{wanted}; there are {', '.join(each.name for each in found)}")
