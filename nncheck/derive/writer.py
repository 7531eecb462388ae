"""Pieces -> a line: what every way of writing shares. Brackets follow from what stands in what."""

from abc import ABC, abstractmethod

from nncheck.derive.pieces import (
    Applied,
    Cases,
    Constant,
    Differential,
    Figure,
    Grid,
    Letter,
    Minus,
    Over,
    Pending,
    Piece,
    Power,
    Product,
    Root,
    Sum,
)

SUM, PRODUCT, POWER, WHOLE = 1, 2, 3, 4  # how strongly a piece holds together


class Writer(ABC):
    """Writes pieces; each subclass knows one way. `bars` says whether fractions have bars that hold them."""

    bars = True
    dot = "·"
    beside = " "
    plus, minus = " + ", " − "

    def write(self, piece: Piece) -> str:
        """The piece as text of this kind."""
        method = getattr(self, f"_{type(piece).__name__.lower()}")
        text: str = method(piece)
        return text

    def strength(self, piece: Piece) -> int:
        """How strongly it holds together without brackets."""
        if isinstance(piece, Sum | Minus) or (isinstance(piece, Figure) and piece.negative):
            return SUM
        if isinstance(piece, Product | Differential) or (isinstance(piece, Over) and not self.bars):
            return PRODUCT
        if isinstance(piece, Figure) and "e" in piece.text:
            return PRODUCT
        return POWER if isinstance(piece, Power | Over | Pending) else WHOLE

    def held(self, piece: Piece, least: int) -> str:
        """The piece, in brackets where it holds together less strongly."""
        text = self.write(piece)
        return text if self.strength(piece) >= least else self.brackets(text)

    def brackets(self, text: str) -> str:
        return f"({text})"

    def name(self, name: str) -> str:
        return name

    def _constant(self, piece: Constant) -> str:
        return piece.text

    def _sum(self, piece: Sum) -> str:
        text = self.write(piece.terms[0])
        for term in piece.terms[1:]:
            if isinstance(term, Minus):
                text += self.minus + self.held(term.piece, PRODUCT)
            else:
                text += self.plus + self.held(term, PRODUCT)
        return text

    def _minus(self, piece: Minus) -> str:
        return self.minus.strip() + self.held(piece.piece, PRODUCT)

    def _product(self, piece: Product) -> str:
        first, *rest = piece.factors
        written = [self.held(first, PRODUCT), *(self.held(each, POWER) for each in rest)]
        text = written[0]
        for each, after, before in zip(rest, written[1:], piece.factors, strict=False):
            dotted = _numeric(each) or isinstance(each, Over | Pending) or isinstance(before, Figure)
            dotted = dotted or (isinstance(before, Over) and not isinstance(before.top, Constant))
            text += (self.dot if dotted else self.beside) + after
        return text

    def _over(self, piece: Over) -> str:
        return f"{self.held(piece.top, PRODUCT)}/{self.held(piece.bottom, POWER)}"

    def base(self, piece: Power) -> str:
        """The base of a power; a letter that has something raised already is put in brackets."""
        raised = isinstance(piece.base, Letter) and piece.base.layer
        return self.brackets(self.write(piece.base)) if raised else self.held(piece.base, WHOLE)

    def _power(self, piece: Power) -> str:
        return f"{self.base(piece)}^{self.held(piece.exponent, WHOLE)}"

    def _root(self, piece: Root) -> str:
        return f"√{self.held(piece.of, WHOLE)}"

    def _applied(self, piece: Applied) -> str:
        mark = "′" if piece.slope else ""
        return f"{self.name(piece.name)}{mark}{self.brackets(self.write(piece.to))}"

    def _differential(self, piece: Differential) -> str:
        return ("∂" if piece.partial else "d") + self.write(piece.of)

    @abstractmethod
    def _letter(self, piece: Letter) -> str: ...

    def _figure(self, piece: Figure) -> str:
        return piece.text

    def _pending(self, piece: Pending) -> str:
        d = "∂" if piece.partial else "d"
        return f"{d}/{d}{self.write(piece.variable)} [{self.write(piece.of)}]"

    def _cases(self, piece: Cases) -> str:
        parts = [self.write(each) for each in (piece.then, piece.condition, piece.otherwise)]
        return "{{ {} if {} > 0; {} if {} < 0 }}".format(*parts, parts[1])

    def _grid(self, piece: Grid) -> str:
        rows = [f"[{', '.join(self.write(each) for each in row)}]" for row in piece.rows]
        return rows[0] if len(rows) == 1 else f"[{', '.join(rows)}]"


def _numeric(piece: Piece) -> bool:
    """Whether it starts with a digit, so that it may not stand right behind another number."""
    if isinstance(piece, Power):
        return isinstance(piece.base, Figure) or (isinstance(piece.base, Constant) and piece.base.text != "e")
    return isinstance(piece, Figure | Constant)
