"""An exercise -> the English strings in it that people read, each of which a catalogue translates."""

import re
from collections.abc import Iterator

from nncheck.spec.exercise import Exercise, Function

OWN = "nncheck.spec.properties"  # what this module promises is translated with nncheck itself
WORDS = re.compile(r"[A-Za-z']{2,},? [A-Za-z']{2,}|[A-Za-z]{3,} \d")  # prose, not a name or an equation


def exercise_strings(exercise: Exercise) -> list[str]:
    """Title, statements, promises, links, titles and hints of misconceptions: each once, in their order.

    Formulas and names, which are the same in every language, are left out.
    """
    found = [exercise.title]
    for function in exercise.functions.values():
        found += _of_function(function)
    return list(dict.fromkeys(found))


def _of_function(function: Function) -> Iterator[str]:
    if function.statement:
        yield function.statement
    for each in (*function.misconceptions, *function.unstable):
        yield from (text for text in (each.title, each.hint) if WORDS.search(text) or "(" not in text)
    promised = (each.promise for each in function.properties if each.relation.__module__ != OWN)
    yield from filter(WORDS.search, (*promised, *(link.name for link in function.links)))
