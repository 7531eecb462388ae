"""Grader processes that threads share: started when they are needed, replaced when they die."""

import os
from threading import BoundedSemaphore, Lock
from typing import Self

from nncheck.errors import UsageError
from nncheck.records import Environment, Submission
from nncheck.service.messages import Graded, Setup
from nncheck.service.process import GraderProcess, OnProgress, ProcessEnded


def silent(message: str, done: int, total: int | None) -> None:
    """Tell nobody what is going on."""


class Pool:
    """At most `jobs` grader processes of one setup; the first of them starts with the pool.

    Raises UsageError or GraderError where the setup is no good.
    """

    environment: Environment  # of the first process

    def __init__(self, setup: Setup, jobs: int, on_progress: OnProgress = silent):
        self._setup, self._on_progress = setup, on_progress
        self._lock, self._places = Lock(), BoundedSemaphore(jobs)
        self._free: list[GraderProcess] = []
        self._busy: set[GraderProcess] = set()
        self._closed = False
        self._processors = _one_each(jobs)
        first = self._started()
        self.environment = first.environment
        self._free.append(first)

    def grade(self, submission: Submission) -> Graded:
        """The encoded result of a submission; waits until a process is free.

        Raises GraderError where nncheck failed; a process that died is replaced, and asked once more.
        """
        with self._places:
            try:
                return self._graded(submission)
            except ProcessEnded:  # the system may have killed it for another's sake, when memory ran out
                return self._graded(submission)

    def _graded(self, submission: Submission) -> Graded:
        process = self._taken()
        try:
            return process.grade(submission)
        finally:
            self._give_back(process)

    def _taken(self) -> GraderProcess:
        with self._lock:
            if self._closed:
                raise UsageError("this grader has been closed; make a new one")
            process = self._free.pop() if self._free else None
            if process is not None:
                self._busy.add(process)
                return process
        process = self._started()
        with self._lock:
            self._busy.add(process)
        return process

    def _started(self) -> GraderProcess:
        with self._lock:
            processor = self._processors.pop() if self._processors else None
        return GraderProcess(self._setup, self._on_progress, processor)

    def _give_back(self, process: GraderProcess) -> None:
        with self._lock:
            self._busy.discard(process)
            keep = process.usable and not self._closed
            if keep:
                self._free.append(process)
            elif process.processor is not None:
                self._processors.append(process.processor)
        if not keep:
            process.close()

    def close(self) -> None:
        """End all processes; what they are grading fails."""
        with self._lock:
            self._closed = True
            ending = [*self._free, *self._busy]
            self._free.clear()
        for process in ending:
            process.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()


def _one_each(jobs: int) -> list[int]:
    """The processors, where there is exactly one for each of several processes; else none is anybody's own.

    A grader and its sandbox take turns: on one processor the answers are in its cache, and none is woken up.
    """
    here = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []
    return here if 1 < jobs == len(here) else []
