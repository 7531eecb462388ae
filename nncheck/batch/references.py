"""The cases and exact answers that graders elsewhere need, so that nobody computes them twice."""

from collections.abc import Callable, Collection

from nncheck.cases.provide import Provider
from nncheck.pipeline import PUBLIC_SEED
from nncheck.reference.store import default_store
from nncheck.selection import Selection
from nncheck.settings import Settings
from nncheck.spec.exercise import Exercise


def encoded_cases(
    settings: Settings,
    exercises: dict[str, Exercise],
    words: Collection[str],
    on_build: Callable[[str, int, int], None],
) -> dict[str, bytes]:
    """Encoded bundles by their key, for all functions that submissions made of these words can be asked for.

    A secret seed leaves no trace on disk.
    """
    selection = Selection(exercises, settings.exercises, settings.functions)
    chosen = [exercises[name] for name in settings.exercises] or [*exercises.values()]
    wanted = [(each, selection.counting(each, words)) for each in chosen]
    seeds = {PUBLIC_SEED: True, settings.seed: False} if settings.secret_seed else {settings.seed: True}
    found: dict[str, bytes] = {}
    for seed, keep_drawn in seeds.items():
        provider = Provider(default_store(), seed, keep_drawn=keep_drawn, on_build=on_build)
        found |= provider.encoded([(each, names) for each, names in wanted if names])
    return found
