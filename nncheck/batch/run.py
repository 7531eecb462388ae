"""Items -> results: grade what nobody has graded, copy what is known, wait for what others are grading."""

from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait
from time import sleep

from nncheck import results
from nncheck.batch.ledger import Ledger
from nncheck.batch.places import Aborted, Places
from nncheck.batch.spool import Spool
from nncheck.batch.survey import Item, KeyOf, surveyed, unscored
from nncheck.errors import UsageError
from nncheck.records import Environment
from nncheck.results import Summary
from nncheck.sandbox.levels import LEVELS
from nncheck.service.messages import Graded

POLL = 0.5  # seconds between looks at what other graders have finished
STOCK = 32  # keys that are claimed at a time: a transaction for each would cost more than it guards
PATIENCE = 10.0  # seconds without any result, after which the places are looked at
GO_ON = "what is in the gradebook, if there is one, is kept; give the same command to go on"


class Batch:
    """One run over many submissions, whose results go to the spool, and to the ledger as they come.

    `unreadable_points` are what a file that cannot be read has lost. `on_done` is told every name that has
    its result.
    """

    def __init__(
        self,
        spool: Spool,
        places: Places,
        ledger: Ledger,
        key_of: KeyOf,
        unreadable_points: float,
        on_done: Callable[[str], None],
    ):
        self._spool, self._places, self._ledger, self._key_of = spool, places, ledger, key_of
        self._unreadable_points, self._on_done = unreadable_points, on_done
        self._items: dict[str, list[Item]] = {}  # by key: those of one key have one result
        self._waiting: deque[str] = deque()
        self._claimed: deque[str] = deque()  # keys that are ours, and not handed in yet
        self._elsewhere: list[str] = []  # keys that other graders are at
        self._running: dict[Future[Graded], str] = {}
        self.environment: Environment = places.environment  # the one that held submissions the least
        self.troubled = 0  # submissions on which nncheck itself failed

    def grade(self, items: Iterable[Item]) -> None:
        """Give every item its result."""
        self._enter(items)
        self._copy(self._ledger.known([*self._waiting]))
        self._waiting = deque(self._items)
        while self._waiting or self._claimed or self._running or self._elsewhere:
            self._start()
            if self._running:
                self._collect()
            elif not self._waiting and not self._claimed:
                sleep(POLL)
                self._waiting.extend(self._elsewhere)
                self._elsewhere.clear()

    def _enter(self, items: Iterable[Item]) -> None:
        """Take items in, and note which keys their names have now: a result that comes has its name then."""
        noted = []
        for item in items:
            if item.key not in self._items:
                self._waiting.append(item.key)
            self._items.setdefault(item.key, []).append(item)
            noted.append((item.name, item.key))
        self._ledger.record(noted)

    def _start(self) -> None:
        """Hand in as many as there is room for."""
        room = self._places.at_once() - len(self._running)
        if len(self._claimed) < room and self._waiting:
            self._claim(max(room, STOCK))
        for _ in range(min(room, len(self._claimed))):
            self._submit(self._claimed.popleft())

    def _claim(self, number: int) -> None:
        some = [self._waiting.popleft() for _ in range(min(number, len(self._waiting)))]
        ours = self._ledger.claim(some)
        self._claimed += [key for key in some if key in ours]
        others = [key for key in some if key not in ours]
        if others:
            self._copy(self._ledger.known(others))
            self._elsewhere += [key for key in others if key in self._items]

    def _submit(self, key: str) -> None:
        item = self._items[key][0]
        if item.reason:
            self._finish_unreadable(item)
            return
        try:
            submission = item.source.read()
            changed = submission.sha256 != item.content
        except UsageError:
            changed = True
        if changed:  # since it was surveyed: it is another submission now
            self._ledger.release([key])
            self._enter([self._surveyed_again(each) for each in self._items.pop(key)])
            return
        self._running[self._places.submit(submission)] = key

    def _surveyed_again(self, item: Item) -> Item:
        return surveyed(item.place, item.source, self._key_of, self._unreadable_points)

    def _finish_unreadable(self, item: Item) -> None:
        result = unscored(item.name, item.reason, self._unreadable_points)
        encoded = results.encode(result)
        self._ledger.finish(item.key, encoded, Summary(score=0.0, max_score=result.max_score))
        self._settle(item.key, encoded)

    def _collect(self) -> None:
        """Wait for results, and keep them."""
        done, _ = wait(self._running, PATIENCE, FIRST_COMPLETED)
        if not done:
            self._places.look()
        for future in done:
            key = self._running.pop(future)
            try:
                self._finish(key, future.result())
            except Aborted:
                raise
            except CancelledError:
                raise Aborted(f"{self._places.name} has gone; {GO_ON}") from None
            except Exception as error:  # noqa: BLE001  the other submissions are graded all the same
                self._trouble(key, error)

    def _finish(self, key: str, graded: Graded) -> None:
        result = results.decode(graded.result)
        summary = Summary(score=result.score, max_score=result.max_score, seconds=graded.seconds)
        self._ledger.finish(key, graded.result, summary)
        self.environment = min(self.environment, graded.environment, key=_strength)
        self._settle(key, graded.result)

    def _trouble(self, key: str, error: Exception) -> None:
        """Nobody loses a point, and nothing is kept, where nncheck failed."""
        self._ledger.release([key])
        reason = f"nncheck failed on this file, so it has no score: {type(error).__name__}: {error}"
        for item in self._items.pop(key):
            self.troubled += 1
            self._spool.put([item.place], results.encode(unscored(item.name, reason, 0.0, item.content)))
            self._on_done(item.name)

    def _copy(self, known: Iterable[str]) -> None:
        for key in known:
            encoded = self._ledger.result(key)
            if encoded is not None:
                self._settle(key, encoded)

    def _settle(self, key: str, encoded: bytes) -> None:
        """Give the result to all items of its key."""
        items = self._items.pop(key)
        self._spool.put([item.place for item in items], encoded)
        for item in items:
            self._on_done(item.name)


def _strength(environment: Environment) -> int:
    return LEVELS.index(environment.isolation.level)
