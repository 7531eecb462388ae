"""The chain rule along every path: the factors, their products, and the sum."""

import sympy

from nncheck.derive.chain import multiplied, summed
from nncheck.derive.page import Block, Display, Equation, Side, Text, equals, heading, value
from nncheck.derive.pieces import Letter, added, product
from nncheck.derive.section import Section, symbol

MOST_PATHS = 6


class Paths(Section):
    """The sections on the paths from the target to the parameter."""

    @property
    def few(self) -> bool:
        """Whether the paths can be multiplied out one by one."""
        return self.chain.number_of_paths <= MOST_PATHS

    def blocks(self) -> list[Block]:
        """The rule, and where there are few paths their factors and products."""
        return [*self._rule(), *self._factors(), *self._products()] if self.few else self._rule()

    def _rule(self) -> list[Block]:
        chain = self.chain
        count = chain.number_of_paths
        key = "one path" if count == 1 else "few paths" if self.few else "many paths"
        words = self.say.words(key, wrt=chain.wrt.letter, target=chain.target.letter, count=count)
        blocks: list[Block] = [heading(self.say.text("chain rule")), Text(words=words)]
        if self.few:
            terms = [product(*(symbol(factor) for factor in path)) for path in chain.paths()]
            sides = tuple(
                Side(sign="=" if not place else "+", piece=term) for place, term in enumerate(terms)
            )
            blocks.append(Display(equations=(Equation(left=self.slope, sides=sides),), stacked=True))
        return blocks

    def _factors(self) -> list[Block]:
        factors = list(self.chain.factors.values())
        if self.numbers:
            self.figures.learn([each.node for each in factors])
        equations = tuple(self.computed(symbol(each), each.formula, each.node) for each in factors)
        code = tuple(f"{each.code} = {sympy.pycode(each.formula)}" for each in factors)
        return [heading(self.say.text("factors")), Display(equations=equations, code=code)]

    def _products(self) -> list[Block]:
        chain = self.chain
        paths = chain.paths()
        code = [f"path_{i + 1} = {' * '.join(each.code for each in path)}" for i, path in enumerate(paths)]
        code.append(f"gradient = {' + '.join(f'path_{i + 1}' for i in range(len(paths)))}")
        if not self.numbers:
            return []
        products = [multiplied([each.node for each in path]) for path in paths]
        total = summed(products)
        self.figures.learn([*products, total])
        self.compare(total)
        figures = [self.figures.of(node) for node in products]
        equations = []
        for number, (path, figure) in enumerate(zip(paths, figures, strict=True), 1):
            numbers = product(*(self.figures.of(each.node) for each in path))
            left = Letter(base=self.say.text("path", number=number)) if len(paths) > 1 else self.slope
            sides = (value(figure),) if len(path) == 1 else (equals(numbers), value(figure))
            equations.append(Equation(left=left, sides=sides))
        if len(paths) > 1:
            sides = (equals(added(*figures)), value(self.figures.of(total)))
            equations.append(Equation(left=self.slope, sides=sides))
        return [
            heading(self.say.text("path by path")),
            Display(equations=tuple(equations), code=tuple(code)),
        ]
