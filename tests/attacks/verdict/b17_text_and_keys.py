# B17: returns text and keys of subclasses that equal everything
# Without layers: fails
class Word(str):
    def __eq__(self, other):
        return True

    def __hash__(self):
        return hash("value")


def sigmoid(x):
    return Word("0.5")


def relu(x):
    return {Word("value"): 0.5, Word("verdict"): Word("pass")}


def tanh(x):
    return {"value": Word("0.5"), 1: 2}
