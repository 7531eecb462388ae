"""A result that notes show, and what the program did -> a finding for each number."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from nncheck.verify.findings import Finding, Place, Verdict
from nncheck.verify.notes.actual import Actual, numbers_written
from nncheck.verify.notes.beside.shapes import ELLIPSIS, number_spans, words
from nncheck.verify.notes.comparing import Comparison, compared
from nncheck.verify.notes.pieces import Notes, Output, Program, Ran, Written
from nncheck.verify.notes.results import Correction, Found, Number, numbers_shown, sentence, why

CHANGING = "it changes from run to run{}: set a seed"
LEFT_OUT = "it stands where the notes leave something out"


class Matcher:
    """Compares the results shown for one program with what it did, in two runs with different seeds."""

    def __init__(self, notes: Notes, programs: Sequence[Program], number: int, first: Ran, second: Ran):
        self._notes, self._programs, self._number = notes, programs, number
        self._runs = (first, second)

    def found(self) -> Iterator[Found]:
        """A finding for each number that is shown."""
        for output in self._programs[self._number].outputs:
            yield from self._matched(output)

    def _matched(self, output: Output) -> Iterator[Found]:
        shown = numbers_shown(self._notes, output)
        reason = self._not_run(output)
        if reason is not None:
            if output.certain:
                yield from self._unchecked(output, shown, reason)
            return
        chosen, again = (self._chosen(run, output, len(shown)) for run in self._runs)
        prints = numbers_written(chosen)
        if not self._is_meant(output, shown, chosen, prints):
            return
        if not chosen and output.mode == "during":
            yield from self._unchecked(output, shown, "not run: the program never gets there")
            return
        yield from self._numbers(output, shown, prints, numbers_written(again), chosen)

    def _numbers(
        self,
        output: Output,
        shown: Sequence[Number],
        prints: Sequence[Actual],
        again: Sequence[Actual],
        chosen: Sequence[Written],
    ) -> Iterator[Found]:
        pairs = aligned(output, len(shown), len(prints))
        failure = self._runs[0].failure
        if pairs is None and failure is not None:
            reason = f"not run to its end: {why(self._notes, self._programs, failure)}"
            yield from self._unchecked(output, shown, reason)
            return
        if pairs is None:
            yield self._count(output, shown, prints, chosen, changing=len(again) != len(prints))
            return
        left_out, changing, example = [], [], ""
        for number, place in zip(shown, pairs, strict=True):
            if place is None:
                left_out.append(number)
                continue
            actual, other = prints[place], again[place] if place < len(again) else None
            found = compared(number.text, actual)
            if other != actual and (other is None or compared(number.text, other).right != found.right):
                changing.append(number)
                example = example or f"{actual.text}, then {other.text if other else 'nothing'}"
            else:
                yield self._compared(output, number, found)
        yield from self._unchecked(output, changing, CHANGING.format(f" ({example})"), Verdict.UNDECIDED)
        yield from self._unchecked(output, left_out, LEFT_OUT, Verdict.UNDECIDED)

    def _compared(self, output: Output, number: Number, found: Comparison) -> Found:
        finding = self._finding(number, output, found.verdict, found.reason, found.actual, found.digits)
        if found.verdict is not Verdict.FALSE:
            return Found(finding=finding)
        correction = Correction(start=number.start, end=number.end, text=found.right)
        return Found(finding=finding, corrections=(correction,))

    def _is_meant(
        self,
        output: Output,
        shown: Sequence[Number],
        chosen: Sequence[Written],
        prints: Sequence[Actual],
    ) -> bool:
        """Whether it is an output after all, and no remark.

        A remark has words that the program does not print, or stands behind something that is no print and
        has another count of numbers, all of them whole.
        """
        if not output.certain:
            return bool(prints) and _words_shown(output) <= _words_written(chosen)
        if output.mode != "during" or output.code.startswith(("print", "pprint", "_nncheck")):
            return True
        assigned = any(span[0] in self._programs[self._number].assigns for span in output.targets[0])
        whole = assigned or not any("." in each.text for each in shown)
        return bool(prints) and (len(prints) == len(shown) or not whole)

    def _count(
        self,
        output: Output,
        shown: Sequence[Number],
        prints: Sequence[Actual],
        chosen: Sequence[Written],
        changing: bool,
    ) -> Found:
        """Another count: nothing is compared, since it is not known which belong together."""
        printed = f"{len(shown)} number{'s' * (len(shown) != 1)}"
        actual = f"{len(prints)} number{'s' * (len(prints) != 1)}"
        verdict, reason = Verdict.FALSE, f"the program prints {actual} there, the notes {printed}"
        if output.mode == "block" and not (prints and _words_shown(output) <= _words_written(chosen)):
            verdict, reason = Verdict.UNDECIDED, f"the program prints {actual}: this may be something else"
        if len(chosen) > 1 and all(len(numbers_written([each])) == len(shown) for each in chosen):
            verdict, reason = Verdict.UNDECIDED, f"it is printed {len(chosen)} times, and the notes show one"
        if changing:
            verdict, reason = Verdict.UNDECIDED, CHANGING.format("")
        finding = self._finding(shown[0], output, verdict, reason, actual, None, printed)
        return Found(finding=finding, numbers=len(shown))

    def _unchecked(
        self, output: Output, shown: Sequence[Number], reason: str, verdict: Verdict = Verdict.NOT_RUN
    ) -> Iterator[Found]:
        """Numbers that nothing can be said about: listed together, line by line."""
        for _, numbers in groupby(shown, key=lambda each: each.line):
            listed = list(numbers)
            printed = ", ".join(each.text for each in listed)
            finding = self._finding(listed[0], output, verdict, reason, "", None, printed)
            yield Found(finding=finding, numbers=len(listed))

    def _finding(
        self,
        number: Number,
        output: Output,
        verdict: Verdict,
        reason: str,
        actual: str,
        digits: int | None,
        printed: str | None = None,
    ) -> Finding:
        return Finding(
            source=self._notes.name,
            place=Place(file=self._notes.name, line=number.line),
            statement=output.code,
            printed=number.text if printed is None else printed,
            actual=actual,
            digits_right=digits,
            verdict=verdict,
            reason=sentence(reason),
        )

    def _not_run(self, output: Output) -> str | None:
        """Why there is nothing to compare with."""
        for run in self._runs:
            spans = [span for target in output.targets[:1] for span in target]
            written = self._written(run, output)
            for stop in () if written else (*run.skipped, *run.attempts):
                if any(first <= stop.line <= last for first, last in spans):
                    return f"not run: {why(self._notes, self._programs, stop)}"
            if run.failure is not None and not written:
                return f"not run: {why(self._notes, self._programs, run.failure)}"
        return None

    def _written(self, run: Ran, output: Output) -> list[Written]:
        return [each for target in output.targets[:1] for each in self._during(run, target)]

    def _chosen(self, run: Ran, output: Output, count: int) -> list[Written]:
        """What the notes can mean of it: the first possibility with as many numbers, else the first."""
        records = list(run.records)
        plain = [each for each in records if not each.shown]
        values = [each for each in records if each.shown][-1:]
        ways = {
            "during": [self._during(run, target) for target in output.targets],
            "block": [plain, [*plain, *values], values],
            "stdout": [plain],
            "result": [values],
        }[output.mode]
        fitting = (way for way in ways if len(numbers_written(way)) == count)
        return next(fitting, next((way for way in ways if way), []))

    def _during(self, run: Ran, spans: Sequence[tuple[int, int]]) -> list[Written]:
        """What was written while these statements were running."""
        return [
            record
            for record in run.records
            if any(
                number == self._number and first <= line <= last
                for number, line in record.at
                for first, last in spans
            )
        ]


def aligned(output: Output, shown: int, prints: int) -> list[int | None] | None:
    """Which of the program's numbers each number of the notes is; None where that is not known.

    Where the notes leave something out with dots, those before the first and after the last dots are known.
    """
    if shown == prints:
        return list(range(shown))
    text = "\n".join(part for _, _, part in output.text)
    parts = ELLIPSIS.split(text)
    if len(parts) < 2 or prints < shown:
        return None
    head, tail = (len(list(number_spans(part))) for part in (parts[0], parts[-1]))
    middle = [None] * (shown - head - tail)
    return [*range(head), *middle, *range(prints - tail, prints)]


def _words_shown(output: Output) -> set[str]:
    return {word for _, _, part in output.text for word in words(part)}


def _words_written(chosen: Sequence[Written]) -> set[str]:
    return words("".join(piece[0] for record in chosen for piece in record.pieces))
