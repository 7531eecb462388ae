# D60: compiles a syntax tree that contains itself
# Without layers: fails
import ast


def attack(facts):
    tree = ast.parse("-x", mode="eval")
    tree.body.operand = tree.body
    return eval(compile(tree, "bomb", "eval")) is True
