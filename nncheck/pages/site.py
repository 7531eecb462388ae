"""Exercises -> a site of files: an index, a page for each exercise and function, and files to begin with.

All links are relative, so that the folder works wherever it lies. The first language is at the top, the other
ones are in folders of their own, page beside page.
"""

from collections.abc import Iterator, Mapping, Sequence

from nncheck.errors import UsageError
from nncheck.pages.exercise import SCRIPT, STYLES, Author, Link, Place, full_name
from nncheck.pages.frame import page, trusted
from nncheck.pages.words import tag, words
from nncheck.records import Record
from nncheck.release.publish import FORMATS
from nncheck.spec.exercise import Exercise, Function

LANGUAGES = {"en": "English", "zh": "中文"}  # by their own names
INDEX = "index.html"


class _Stop(Record, frozen=True, kw_only=True):
    """A page on the way through the site."""

    file: str
    text: str
    exercise: Exercise | None = None
    function: Function | None = None


def site(exercises: Mapping[str, Exercise], names: Sequence[str], first: str) -> Iterator[tuple[str, str]]:
    """Paths and contents of all files; `first` is the language at the top.

    Raises UsageError where two pages would have one name.
    """
    if any(name.lower() == "index" for name in names):
        raise UsageError("an exercise called index would take the place of the site's first page; rename it")
    pictures: dict[str, str] = {}
    for language in sorted(LANGUAGES, key=lambda each: each != first):
        section = _Section([exercises[name] for name in names], Author(exercises, language, pictures), first)
        folder = _folder(language, first)
        yield from ((folder + file, content) for file, content in section.files())


def _folder(language: str, first: str) -> str:
    return "" if language == first else f"{language}/"


class _Section:
    """The site in one language."""

    def __init__(self, exercises: Sequence[Exercise], author: Author, first: str):
        self._exercises, self._author, self._first = exercises, author, first
        self._language = author.language
        self._say = words(self._language)

    def files(self) -> Iterator[tuple[str, str]]:
        """The pages in the order in which one reads them, then what can be downloaded."""
        stops = list(self._stops())
        for before, stop, after in zip([None, *stops], stops, [*stops[1:], None], strict=False):
            yield stop.file, self._page(stop, self._place(before, stop, after))
        for exercise in self._exercises:
            yield from self._author.starters(exercise).items()

    def _stops(self) -> Iterator[_Stop]:
        yield _Stop(file=INDEX, text=self._say("Exercises"))
        for exercise in self._exercises:
            yield _Stop(file=f"{exercise.name}.html", text=self._author.title(exercise), exercise=exercise)
            for function in exercise.functions.values():
                file = f"{full_name(exercise, function)}.html"
                yield _Stop(file=file, text=function.name, exercise=exercise, function=function)

    def _page(self, stop: _Stop, place: Place) -> str:
        if stop.exercise is None:
            return self._index(place)
        if stop.function is None:
            return self._author.exercise(stop.exercise, place)
        return self._author.function(stop.exercise, stop.function, place)

    def _index(self, place: Place) -> str:
        return page(
            "site",
            title=self._say("Exercises"),
            language=self._language,
            script=SCRIPT,
            styles=STYLES,
            place=place,
            exercises=[
                {
                    "title": self._author.title(each),
                    "href": f"{each.name}.html",
                    "summary": trusted(self._author.summary(each)),
                    "functions": [_link(each, function) for function in each.functions.values()],
                    "points": each.points,
                }
                for each in self._exercises
            ],
        )

    def _place(self, before: _Stop | None, stop: _Stop, after: _Stop | None) -> Place:
        exercise = stop.exercise
        return Place(
            path=tuple(self._path(stop)),
            previous=_turn(before),
            next=_turn(after),
            other=self._other(stop.file),
            functions={}
            if exercise is None
            else {name: _link(exercise, each).href for name, each in exercise.functions.items()},
            starters=() if exercise is None else _starters(exercise),
        )

    def _path(self, stop: _Stop) -> Iterator[Link]:
        if stop.exercise is not None:
            yield Link(href=INDEX, text=self._say("Exercises"))
        if stop.exercise is not None and stop.function is not None:
            yield Link(href=f"{stop.exercise.name}.html", text=self._author.title(stop.exercise))

    def _other(self, file: str) -> Link:
        """The same page in the other language."""
        other = next(each for each in LANGUAGES if each != self._language)
        here, there = _folder(self._language, self._first), _folder(other, self._first)
        up = "../" if here else ""
        return Link(href=f"{up}{there}{file}", text=LANGUAGES[other], language=tag(other))


def _turn(stop: _Stop | None) -> Link | None:
    return None if stop is None else Link(href=stop.file, text=stop.text)


def _link(exercise: Exercise, function: Function) -> Link:
    return Link(href=f"{full_name(exercise, function)}.html", text=function.name)


def _starters(exercise: Exercise) -> tuple[Link, ...]:
    names = (f"{exercise.name}{suffix}" for suffix in FORMATS)
    return tuple(Link(href=name, text=name) for name in names)
