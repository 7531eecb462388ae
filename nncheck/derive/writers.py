"""Three ways to write mathematics: Unicode text, LaTeX, MathML."""

from html import escape

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
from nncheck.derive.writer import POWER, Writer

_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_SUPERSCRIPTS = str.maketrans("0123456789()-−xztp", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾⁻⁻ˣᶻᵗᵖ")
_RAISED = set("0123456789-−xztp")
_LATEX_NAMES = {
    **{"σ": r"\sigma", "δ": r"\delta", "η": r"\eta", "α": r"\alpha", "β": r"\beta", "γ": r"\gamma"},
    **{"ε": r"\varepsilon", "λ": r"\lambda", "μ": r"\mu", "π": r"\pi", "tanh": r"\tanh", "ln": r"\ln"},
}


_HALF = Over(top=Constant(text="1"), bottom=Constant(text="2"))


def _is_symbol(piece: Piece) -> bool:
    """Whether it is a derivative written as a fraction, which is read as one symbol, or the character ½."""
    return isinstance(piece, Over) and (isinstance(piece.top, Differential) or piece == _HALF)


class TextWriter(Writer):
    """Unicode text on one line."""

    bars = False
    dot = " · "

    def _letter(self, piece: Letter) -> str:
        layer = f"({piece.layer})".translate(_SUPERSCRIPTS) if piece.layer else ""
        return piece.base + piece.sub.translate(_SUBSCRIPTS) + layer

    def _power(self, piece: Power) -> str:
        exponent = self.write(piece.exponent)
        if set(exponent) <= _RAISED:
            return self.base(piece) + exponent.translate(_SUPERSCRIPTS)
        return super()._power(piece)

    def strength(self, piece: Piece) -> int:
        return POWER if _is_symbol(piece) else super().strength(piece)

    def _over(self, piece: Over) -> str:
        if _is_symbol(piece):
            return "½" if piece == _HALF else f"{self.write(piece.top)}/{self.write(piece.bottom)}"
        return super()._over(piece)

    def _figure(self, piece: Figure) -> str:
        return piece.text.replace("-", "−") if "e" not in piece.text else piece.text


class LatexWriter(Writer):
    """LaTeX, as Markdown and notebooks show it."""

    dot = r" \cdot "
    beside = r"\,"
    minus = " - "

    def brackets(self, text: str) -> str:
        return rf"\left({text}\right)"

    def name(self, name: str) -> str:
        if name in _LATEX_NAMES:
            return _LATEX_NAMES[name]
        if " " in name:
            return rf"\text{{{name}}}"
        return name if len(name) == 1 else rf"\mathrm{{{name}}}".replace("_", r"\_")

    def _letter(self, piece: Letter) -> str:
        sub = f"_{{{piece.sub}}}" if piece.sub else ""
        layer = f"^{{({piece.layer})}}" if piece.layer else ""
        return self.name(piece.base) + sub + layer

    def _figure(self, piece: Figure) -> str:
        mantissa, _, exponent = piece.text.partition("e")
        return rf"{mantissa} \times 10^{{{int(exponent)}}}" if exponent else mantissa

    def _over(self, piece: Over) -> str:
        return rf"\frac{{{self.write(piece.top)}}}{{{self.write(piece.bottom)}}}"

    def _power(self, piece: Power) -> str:
        return f"{self.base(piece)}^{{{self.write(piece.exponent)}}}"

    def _root(self, piece: Root) -> str:
        return rf"\sqrt{{{self.write(piece.of)}}}"

    def _applied(self, piece: Applied) -> str:
        mark = "'" if piece.slope else ""
        return f"{self.name(piece.name)}{mark}{self.brackets(self.write(piece.to))}"

    def _differential(self, piece: Differential) -> str:
        return (r"\partial " if piece.partial else r"\mathrm{d}") + self.write(piece.of)

    def _pending(self, piece: Pending) -> str:
        d = r"\partial" if piece.partial else r"\mathrm{d}"
        return rf"\frac{{{d}}}{{{d} {self.write(piece.variable)}}}\left[{self.write(piece.of)}\right]"

    def _cases(self, piece: Cases) -> str:
        parts = [self.write(each) for each in (piece.then, piece.condition, piece.otherwise)]
        return r"\begin{{cases}} {} & {} > 0 \\ {} & {} < 0 \end{{cases}}".format(*parts, parts[1])

    def _grid(self, piece: Grid) -> str:
        rows = [" & ".join(self.write(each) for each in row) for row in piece.rows]
        if len(rows) == 1:
            return self.brackets(", ".join(self.write(each) for each in piece.rows[0]))
        return r"\begin{pmatrix} " + r" \\ ".join(rows) + r" \end{pmatrix}"


class MathmlWriter(Writer):
    """Presentation MathML, which browsers show without any script."""

    dot = "<mo>·</mo>"
    beside = '<mspace width="0.17em"/>'
    plus, minus = "<mo>+</mo>", "<mo>−</mo>"

    def brackets(self, text: str) -> str:
        """Around what is no taller than a line they stay as they are: fonts set larger ones wide apart."""
        size = "" if "<mfrac" in text or "<mtable" in text else ' stretchy="false"'
        return f"<mrow><mo{size}>(</mo>{text}<mo{size}>)</mo></mrow>"

    def name(self, name: str) -> str:
        return f"<mtext>{escape(name)}</mtext>" if " " in name else f"<mi>{escape(name)}</mi>"

    def row(self, *texts: str) -> str:
        return f"<mrow>{''.join(texts)}</mrow>"

    def _constant(self, piece: Constant) -> str:
        return f"<mi>{piece.text}</mi>" if piece.text in "eπ" else f"<mn>{piece.text}</mn>"

    def _letter(self, piece: Letter) -> str:
        base, sub, layer = self.name(piece.base), f"<mn>{piece.sub}</mn>", f"<mn>({piece.layer})</mn>"
        if piece.sub and piece.layer:
            return f"<msubsup>{base}{sub}{layer}</msubsup>"
        if piece.sub:
            return f"<msub>{base}{sub}</msub>"
        return f"<msup>{base}{layer}</msup>" if piece.layer else base

    def _figure(self, piece: Figure) -> str:
        mantissa, _, exponent = piece.text.partition("e")
        sign = "<mo>−</mo>" if piece.negative else ""
        number = f'{sign}<mn class="number">{mantissa.lstrip("-")}</mn>'
        if not exponent:
            return f"<mrow>{number}</mrow>" if sign else number
        power = f"<mn>{abs(int(exponent))}</mn>"
        raised = self.row("<mo>−</mo>", power) if int(exponent) < 0 else power
        return self.row(number, f"<mo>×</mo><msup><mn>10</mn>{raised}</msup>")

    def _sum(self, piece: Sum) -> str:
        return self.row(super()._sum(piece))

    def _minus(self, piece: Minus) -> str:
        return self.row(super()._minus(piece))

    def _product(self, piece: Product) -> str:
        return self.row(super()._product(piece))

    def _over(self, piece: Over) -> str:
        return f"<mfrac>{self.row(self.write(piece.top))}{self.row(self.write(piece.bottom))}</mfrac>"

    def _power(self, piece: Power) -> str:
        return f"<msup>{self.row(self.base(piece))}{self.row(self.write(piece.exponent))}</msup>"

    def _root(self, piece: Root) -> str:
        return f"<msqrt>{self.write(piece.of)}</msqrt>"

    def _applied(self, piece: Applied) -> str:
        mark = "<mo>′</mo>" if piece.slope else ""
        return self.row(self.name(piece.name), mark, self.brackets(self.write(piece.to)))

    def _differential(self, piece: Differential) -> str:
        d = "∂" if piece.partial else "d"
        return self.row(f'<mi mathvariant="normal">{d}</mi>', self.write(piece.of))

    def _pending(self, piece: Pending) -> str:
        d = f'<mi mathvariant="normal">{"∂" if piece.partial else "d"}</mi>'
        fraction = f"<mfrac>{d}{self.row(d, self.write(piece.variable))}</mfrac>"
        return self.row(fraction, "<mo>[</mo>", self.write(piece.of), "<mo>]</mo>")

    def _cases(self, piece: Cases) -> str:
        then, condition, otherwise = map(self.write, (piece.then, piece.condition, piece.otherwise))
        lines = [(then, "&gt;"), (otherwise, "&lt;")]
        rows = [
            f"<mtr><mtd>{value}</mtd><mtd>{condition}<mo>{sign}</mo><mn>0</mn></mtd></mtr>"
            for value, sign in lines
        ]
        return self.row("<mo>{</mo>", f"<mtable>{''.join(rows)}</mtable>")

    def _grid(self, piece: Grid) -> str:
        if len(piece.rows) == 1:
            return self.brackets("<mo>,</mo>".join(self.write(each) for each in piece.rows[0]))
        cells = ["".join(f"<mtd>{self.write(each)}</mtd>" for each in row) for row in piece.rows]
        return self.brackets(f"<mtable>{''.join(f'<mtr>{row}</mtr>' for row in cells)}</mtable>")
