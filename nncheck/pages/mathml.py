"""The formula of a function -> MathML, which browsers typeset by themselves."""

from functools import cache

from nncheck.derive.formula import Formulas
from nncheck.derive.naming import named_inputs
from nncheck.derive.pieces import Applied, Grid, Letter, Piece
from nncheck.derive.rules import shortest
from nncheck.derive.writers import MathmlWriter
from nncheck.reference.symbolic import in_symbols
from nncheck.spec.exercise import Function

_WRITER = MathmlWriter()
_DERIVED = "_grad"  # what the derivative of a function is named after it
_SYMBOLS = {"sigmoid": "σ"}


@cache  # for the pages of a whole class
def formula_mathml(function: Function) -> str:
    """The formula as a <math> element, σ(x) = ...; "" for functions of whole arrays and for laws."""
    if not function.has_one_graph:
        return ""
    letters = [each.letter for each in named_inputs(dict.fromkeys(function.domain, 0.0))]
    found = in_symbols(function)
    formulas = Formulas(dict(zip(found.symbols, letters, strict=True)))
    derived = function.name.endswith(_DERIVED)
    sides = tuple(formulas.written(shortest(each) if derived else each) for each in found.outputs)
    left = _WRITER.write(_called(function.name, letters[0]))
    right = _WRITER.write(sides[0] if len(sides) == 1 else Grid(rows=(sides,)))
    return f'<math display="block">{left}<mo>=</mo>{right}</math>'


def _called(name: str, x: Letter) -> Piece:
    base = name.removesuffix(_DERIVED)
    return Applied(name=_SYMBOLS.get(base, base), to=x, slope=name != base)
