"""A result -> the same with its sentences in another language, where nothing hangs on the English ones."""

from msgspec.structs import replace

from nncheck.language.language import ENGLISH, Language
from nncheck.records import CheckResult, ExerciseResult, FunctionResult, Named, SubmissionResult


def translated(result: SubmissionResult, language: Language) -> SubmissionResult:
    """The result for people who read that language. Names, numbers and a student's words stay."""
    if language is ENGLISH:
        return result
    return replace(
        result,
        exercises=tuple(_exercise(each, language) for each in result.exercises),
        notes=tuple(map(language.sentence, result.notes)),
    )


def _exercise(result: ExerciseResult, language: Language) -> ExerciseResult:
    return replace(result, functions=tuple(translated_function(each, language) for each in result.functions))


def translated_function(result: FunctionResult, language: Language) -> FunctionResult:
    """The same for a single function."""
    return replace(result, checks=tuple(_check(each, language) for each in result.checks))


def _check(result: CheckResult, language: Language) -> CheckResult:
    return replace(
        result,
        promise=language.sentence(result.promise),
        message=result.message and language.sentence(result.message),
        misconceptions=tuple(_named(each, language) for each in result.misconceptions),
    )


def _named(found: Named, language: Language) -> Named:
    return replace(found, title=language.sentence(found.title), hint=language.sentence(found.hint))
