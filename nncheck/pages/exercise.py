"""Exercise or function -> its page: statement, formula, picture, derivation, and a file to begin with."""

from collections.abc import Mapping
from urllib.parse import quote

from nncheck.derive.derivation import derivation
from nncheck.derive.html import as_body
from nncheck.errors import UsageError
from nncheck.language.catalogue import translations
from nncheck.pages.drawing import inline
from nncheck.pages.frame import page, trusted
from nncheck.pages.markdown import html
from nncheck.pages.mathml import formula_mathml
from nncheck.pages.words import words
from nncheck.plots.picture import picture
from nncheck.plots.style import svg
from nncheck.records import Record
from nncheck.release.assignment import Assignment
from nncheck.release.bundle import Bundle
from nncheck.release.publish import student_files
from nncheck.release.statement import statement
from nncheck.release.stub import stub
from nncheck.spec.exercise import Exercise, Function

STYLES, SCRIPT = ("course",), "course"
_STUB_WIDTH = 80


class Link(Record, frozen=True, kw_only=True):
    """Where a link leads, and what it is called."""

    href: str
    text: str
    language: str = ""  # of what is there, as an attribute lang has it; "" for that of the page


class Place(Record, frozen=True, kw_only=True):
    """Where a page stands in a site: all addresses are relative to it."""

    path: tuple[Link, ...]  # the pages above it
    previous: Link | None = None
    next: Link | None = None
    other: Link | None = None  # the same page in another language
    functions: Mapping[str, str] = {}  # the pages of the functions of this exercise
    starters: tuple[Link, ...] = ()  # files to begin with


ALONE = Place(path=())


class Shown(Record, frozen=True, kw_only=True):
    """A function as its exercise's page lists it."""

    name: str
    signature: str
    summary: str
    points: float
    formula: str
    href: str


class Author:
    """Writes the pages of some exercises in one language; `pictures` are kept by name for the next one."""

    def __init__(
        self, exercises: Mapping[str, Exercise], language: str, pictures: dict[str, str] | None = None
    ):
        self._exercises, self.language = dict(exercises), language
        self._pictures = {} if pictures is None else pictures
        self._strings: dict[str, dict[str, str]] = {}  # translations, by exercise
        self.say = words(language)

    def exercise(self, exercise: Exercise, place: Place = ALONE) -> str:
        """The page of an exercise."""
        return page(
            "exercise",
            title=self.title(exercise),
            language=self.language,
            script=SCRIPT,
            styles=STYLES,
            place=place,
            starters=place.starters or self._starter(exercise, tuple(exercise.functions)),
            points=exercise.points,
            statement=trusted(html(statement(exercise, self.language))),
            functions=[self._shown(exercise, each, place) for each in exercise.functions.values()],
            picture=trusted(self._overview(exercise)),
        )

    def function(self, exercise: Exercise, function: Function, place: Place = ALONE) -> str:
        """The page of a function."""
        name = full_name(exercise, function)
        return page(
            "function",
            title=function.name,
            language=self.language,
            script=SCRIPT,
            styles=STYLES,
            place=place,
            starters=place.starters or self._starter(exercise, (function.name,)),
            exercise=self.title(exercise),
            signature=function.signature,
            points=function.points,
            statement=self._said(exercise, function.statement).split("\n\n"),
            formula=trusted(formula_mathml(function)),
            picture=trusted(self._picture(name, function.name)),
            derivation=trusted("" if function.steps else self._derivation(name)),
            stub=stub(function, _STUB_WIDTH),
        )

    def title(self, exercise: Exercise) -> str:
        """What the exercise is called."""
        return self._said(exercise, exercise.title)

    def summary(self, exercise: Exercise) -> str:
        """The first paragraph of its statement, as markup."""
        return html(statement(exercise, self.language).partition("\n\n")[0])

    def starters(self, exercise: Exercise, names: tuple[str, ...] = ()) -> dict[str, str]:
        """Names and contents of the files to begin with, for all functions or those named."""
        wanted = {name: each for name, each in exercise.functions.items() if not names or name in names}
        assignment = Assignment(exercises=(exercise.name,), functions=names)
        bundle = Bundle(
            assignment=assignment,
            functions={exercise.name: wanted},
            exercises=self._exercises,
            language=self.language,
        )
        return dict(student_files(bundle, names[0] if len(names) == 1 else exercise.name))

    def _shown(self, exercise: Exercise, function: Function, place: Place) -> Shown:
        said = self._said(exercise, function.statement)
        return Shown(
            name=function.name,
            signature=function.signature,
            summary=said.strip().partition("\n")[0],
            points=function.points,
            formula=trusted(formula_mathml(function)),
            href=place.functions.get(function.name, ""),
        )

    def _said(self, exercise: Exercise, english: str) -> str:
        """A text of the exercise in this language, if there is a catalogue of translations beside it."""
        if exercise.name not in self._strings:
            catalogue = exercise.source.with_name(f"{self.language}.po")
            self._strings[exercise.name] = translations(catalogue) if catalogue.is_file() else {}
        return self._strings[exercise.name].get(english, english)

    def _starter(self, exercise: Exercise, names: tuple[str, ...]) -> tuple[Link, ...]:
        """The files in the page itself: a page that stands alone has nothing beside it."""
        named = names if len(names) < len(exercise.functions) else ()
        return tuple(
            Link(href=f"data:text/plain;charset=utf-8,{quote(content)}", text=name)
            for name, content in self.starters(exercise, named).items()
        )

    def _overview(self, exercise: Exercise) -> str:
        """A picture of the whole: the first of several curves, or the network that all functions build."""
        first = next(iter(exercise.functions.values()))
        name = full_name(exercise, first) if first.has_one_graph else exercise.name
        return self._picture(name, self.title(exercise))

    def _picture(self, name: str, called: str) -> str:
        """What there is to be drawn; "" where there is nothing."""
        if name not in self._pictures:
            try:
                self._pictures[name] = svg(picture(name, self._exercises))
            except UsageError:
                self._pictures[name] = ""
        drawn = self._pictures[name]
        return inline(drawn, self.say("Picture of {name}", name=called)) if drawn else ""

    def _derivation(self, name: str) -> str:
        """Its derivative step by step; "" where it has none."""
        try:
            derived = derivation(name, self._exercises, numbers=True, language=self.language)
        except UsageError:
            return ""
        return as_body(derived, level=3)


def full_name(exercise: Exercise, function: Function) -> str:
    """The name that no other function has."""
    return f"{exercise.name}.{function.name}"
