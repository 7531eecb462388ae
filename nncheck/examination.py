"""One submission's functions of one exercise: ask everything, judge every check, explain the failures."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

import msgspec

from nncheck.cases.bundle import Bundle
from nncheck.elsewhere import Elsewhere
from nncheck.interview import Interview
from nncheck.judge import contract, glance, independence, property, reference
from nncheck.judge.evidence import Broken, Explanation
from nncheck.judge.plan import MAIN, Check, checks, takes_arrays
from nncheck.questioning import Answers
from nncheck.records import Call, Named, Outcome, Status
from nncheck.scoring import Judged
from nncheck.spec.exercise import Exercise, Function
from nncheck.telling import Openly, Telling, result

OUT_OF_REACH = "graded code is held in a process that cannot reach the GPU"
Explain = Callable[..., Explanation]  # nncheck.explain.explained, which is slow to import
Excuse = Callable[..., tuple[str, ...]]  # nncheck.dependence.right_apart_from, likewise
_ABOUT_VALUES = ("reference", "worked", "torch")  # kinds of checks that wrong values explain
_OF_NUMBERS = (*_ABOUT_VALUES, "property", "stability")  # that another wrong function can make fail


class Examination:
    """Holds all answers of a submission to one exercise; `judged` gives a function's checks."""

    def __init__(
        self,
        exercise: Exercise,
        bundles: Mapping[str, Bundle],
        interview: Interview,
        backend: str,
        devices: Mapping[str, str],
        explain: Explain | None,
        telling: Telling = Openly(),  # noqa: B008 - it does not change
        excuse: Excuse = lambda *arguments: (),
        counting: Collection[str] = (),
    ):
        self._exercise, self._bundles, self._interview = exercise, bundles, interview
        self._backend, self._devices, self._explain = backend, devices, explain
        self._telling, self._excuse = telling, excuse
        self._counting = counting  # functions of all exercises: what is wrong with them costs points there
        self._answers = Answers(exercise, bundles, interview)
        self._elsewhere: Elsewhere | None = None
        self._accepted: dict[str, float] = {}  # credit for values that follow an accepted convention
        self._mistakes: dict[str, tuple[Named, ...]] = {}  # that explain wrong values
        self._apart: dict[str, tuple[str, ...]] = {}  # see right_apart_from
        self._sure: dict[str, set[int]] = {}  # see _kept

    def ask_all(self, torch_possible: bool) -> None:
        """Put every question that needs no earlier answer."""
        self._answers.ask_all(self._backend, torch_possible)

    def also(self, elsewhere: Elsewhere) -> None:
        """Judge what is on another device, too."""
        self._elsewhere = elsewhere

    def _checks_elsewhere(self, function: Function) -> Iterator[Check]:
        return self._elsewhere.checks(function) if self._elsewhere else iter(())

    def judged(self, name: str) -> Iterator[Judged]:
        """Every check of a function with its result."""
        function = self._exercise.functions[name]
        for check in (*checks(function, self._bundles[name]), *self._checks_elsewhere(function)):
            try:
                yield self._judge(function, check)
            except Exception as error:  # noqa: BLE001 - a fault of ours must cost nobody a point
                yield Judged(check=check, result=self._telling.fault(check, error), counts=False)

    def without_torch(self, name: str) -> Iterator[Judged]:
        """Every check skipped: the submission needs torch, and there is none."""
        message = "needs torch, which is not installed; install it with: pip install 'nncheck[torch]'"
        for check in checks(self._exercise.functions[name], self._bundles[name]):
            yield Judged(check=check, result=result(check, Status.SKIPPED, message), counts=False)

    def _judge(self, function: Function, check: Check) -> Judged:
        skipped = self._skipped(function, check)
        if skipped is not None:
            return skipped
        broken = self._broken_anywhere(function, check)
        if broken is None or (check.kind in _OF_NUMBERS and self.right_apart_from(function.name)):
            return Judged(check=check, result=result(check, Status.PASSED))
        return self._failed(function, check, broken)

    def _skipped(self, function: Function, check: Check) -> Judged | None:
        """The check with the reason why it cannot be judged here, if there is one."""
        wrong = self._answers.wrong(check.needs)
        missing = self._missing(function, check)
        if not missing and not wrong:
            return None
        reason = missing or f"your {wrong[0]} is not right yet"
        apart = self.right_apart_from(function.name) or all(map(self.right_apart_from, wrong))
        counts = not missing and not apart
        return Judged(check=check, result=result(check, Status.SKIPPED, reason), counts=counts)

    def right_apart_from(self, name: str) -> tuple[str, ...]:
        """The student's other functions that alone make the values of this one wrong; () where none do."""
        if name not in self._apart:
            wrong = name in self._answers.values and self._answers.values[name] is not None
            asked = self._answers.group(name, ("values", "worked")) if wrong else []
            function = self._exercise.functions[name]
            usable = asked and function.with_own and self._lives(name)
            self._apart[name] = self._excuse(function, asked, partial(self._ask_own, name)) if usable else ()
        return self._apart[name]

    def remarks(self, names: Sequence[str]) -> Iterator[str]:
        """What a student should know of functions that passed although their numbers are wrong."""
        for name in names:
            if others := self.right_apart_from(name):
                yield f"{name} is right apart from your {' and '.join(others)}, and was graded with it"

    def _ask_own(self, name: str, called: str, calls: Sequence[tuple[Any, ...]]) -> list[Outcome]:
        """What another function of the submission answers, asked as this one was."""
        if called not in self._counting:
            return []
        asked = [self._interview.like(name, Call(function=called, arguments=each)) for each in calls]
        return self._interview.aside(asked)

    def _missing(self, function: Function, check: Check) -> str:
        """What the check needs that the submission or the machine does not have; "" for nothing."""
        undefined = [name for name in check.needs if not self._interview.defines(name)]
        if undefined:
            return f"needs your {undefined[0]}, which the submission does not define"
        if unwritten := self._answers.unwritten(check.needs):  # as if it were not there
            return f"needs your {unwritten[0]}, which is not written yet"
        if check.kind != "torch":
            return ""
        if check.device != "cpu":
            out_of_reach = self._elsewhere.missing(function.name) if self._elsewhere else OUT_OF_REACH
            return self._devices.get(check.device, "") or out_of_reach
        stored = any(each.case.torch is not None for each in self._answers.given[function.name])
        return "" if stored else "no stored answers of torch, and torch is not installed"

    def _broken_anywhere(self, function: Function, check: Check) -> Broken | None:
        if check.device != "cpu" and self._elsewhere:
            return self._elsewhere.broken(check, function.name, self._answers.given[function.name])
        return self._broken(function, check)

    def _broken(self, function: Function, check: Check) -> Broken | None:
        name = function.name
        if check.name in MAIN:
            return self._answers.values[name]
        if function.random and check.name in independence.JUDGES:
            drawn = self._answers.drawn_for(name, check.groups)
            return independence.JUDGES[check.name](function, drawn, self._answers.values[name] is None)
        if check.kind == "torch":
            return reference.agrees_with_torch(self._answers.given[name])
        if check.property:
            return self._property_broken(function, check)
        if check.name == "shapes":
            return contract.keeps_shapes(self._answers.group(name, check.groups))
        if check.name == "dtype":
            group = self._answers.group(name, check.groups)
            on_torch = self._interview.backends.get(name, ("numpy",))[0] == "torch"
            if function.random or not takes_arrays(each.case for each in group):
                return contract.has_dtypes(group, on_torch)
            return contract.keeps_dtypes(group[:1] if on_torch else group, function.keeps_integers)
        if check.name == "unchanged_inputs":
            return contract.leaves_inputs_alone(self._answers.watched(name), function)
        if check.name == "repeatable":
            return contract.repeats_itself(self._answers.first(name), self._answers.again[name], function)
        return reference.agrees(self._answers.group(name, check.groups))

    def _property_broken(self, function: Function, check: Check) -> Broken | None:
        promised = function.promised(check.property)
        kept, related = self._kept(function.name), self._answers.related[function.name]
        for place, case in enumerate(self._bundles[function.name].properties):
            if case.property == check.property and place not in kept:
                live = lambda called, arguments: self._interview.call(function.name, called, arguments)  # noqa: E731
                broken = property.holds(promised, function.name, case, related[place], live)
                if broken is not None:
                    return broken
        return None

    def _kept(self, name: str) -> set[int]:
        """The property cases that need no closer look."""
        if name not in self._sure:
            self._sure[name] = glance.kept(self._bundles[name], self._answers.related[name])
        return self._sure[name]

    # --- explaining ---------------------------------------------------------------------------

    def _failed(self, function: Function, check: Check, broken: Broken) -> Judged:
        found = self._explained(function, check, broken)
        defined = self._interview.loaded.defined.get(function.name)
        told = self._telling.failed(function, check, found, defined)
        return self._credited(function, Judged(check=check, result=told))

    def _credited(self, function: Function, judged: Judged) -> Judged:
        """The failure with the points given for its convention; with all of them it passes."""
        credit = max(
            (function.accept.get(each.id, 0.0) for each in judged.result.misconceptions), default=0.0
        )
        if judged.check.name in MAIN:
            self._accepted[function.name] = credit
        elif judged.check.property:  # promises of our convention, which another one may not keep
            credit = self._accepted.get(function.name, 0.0)
        if credit < 1.0:
            return msgspec.structs.replace(judged, credit=credit)
        passed = msgspec.structs.replace(
            judged.result, status=Status.PASSED, message=None, counterexample=None
        )
        return msgspec.structs.replace(judged, result=passed)

    def _explained(self, function: Function, check: Check, broken: Broken) -> Explanation:
        if self._explain is None:
            return Explanation(broken=broken)
        name, ask = function.name, self._asking(function.name)
        answers = self._answers.given[name]
        if check.device != "cpu" and self._elsewhere:  # nothing simpler is looked for there
            answers, ask = self._elsewhere.answers(name) or answers, None
        known = self._mistakes.get(name) if check.kind in _ABOUT_VALUES else None
        try:
            found = self._explain(
                self._exercise, function, check, answers, broken, ask, known,
                self._answers.drawn[name], ask and self._asking_aside(name),
            )  # fmt: skip
        except Exception:  # noqa: BLE001 - a wrong answer stays wrong when we cannot say why
            return Explanation(broken=broken)
        if check.name in MAIN:
            self._mistakes[name] = found.misconceptions
        return found

    def _asking(self, name: str) -> Callable[[Sequence[tuple[Any, ...]]], list[Outcome]] | None:
        """How to call the function some more, if its process lives and that is allowed."""
        if not self._lives(name) or not self._telling.simplifies:
            return None
        return lambda calls: self._interview.calls(
            name, [Call(function=name, arguments=each) for each in calls]
        )

    def _asking_aside(self, name: str) -> Callable[[Sequence[tuple[Any, ...]]], list[Outcome]]:
        """How to call the function in a process that has not called it yet."""
        return lambda calls: self._interview.aside(
            [self._interview.like(name, Call(function=name, arguments=each)) for each in calls]
        )

    def _lives(self, name: str) -> bool:
        return self._interview.defines(name) and not self._interview.died(name)
