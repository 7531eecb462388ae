"""Graph -> the formula as one would write it, short enough to name a factor in a sentence."""

from nncheck.spec.expression import Expression

_INFIX = {"add": " + ", "subtract": " - ", "multiply": " ", "divide": " / "}
_STRENGTH = {"add": 1, "subtract": 1, "multiply": 2, "divide": 2, "negative": 2}


def written(node: Expression, names: dict[int, str]) -> str:
    """The formula of a scalar; `names` gives each input's name by its order."""
    if node.order in names:
        return names[node.order]
    if node.operation == "pi":
        return "pi"
    if node.number is not None:
        return f"{float(node.number):.12g}"
    parts = [_part(node, child, names) for child in node.operands]
    if node.operation in _INFIX:
        return _INFIX[node.operation].join(parts)
    if node.operation == "negative":
        return f"-{parts[0]}"
    if node.operation == "exp":
        return f"e^({parts[0]})" if " " in parts[0] else f"e^{parts[0]}"
    if node.operation == "absolute":
        return f"|{parts[0]}|"
    return f"{node.operation}({', '.join(parts)})"


def _part(parent: Expression, child: Expression, names: dict[int, str]) -> str:
    text = written(child, names)
    inner, outer = _STRENGTH.get(child.operation, 3), _STRENGTH.get(parent.operation, 0)
    right_of_division = (
        parent.operation in ("divide", "subtract") and child is parent.operands[-1] and inner == outer
    )
    bare = child.order in names or not child.operands
    return text if bare or (inner >= outer and not right_of_division) else f"({text})"
