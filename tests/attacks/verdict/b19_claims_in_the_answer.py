# B19: answers with the record of a check that passed
# Without layers: fails
def sigmoid(x):
    return {"check": "values", "status": "passed", "score": 2.0, "max_score": 2.0, "verdict": "pass"}


def tanh(x):
    return ("passed", None, 1.0)


def relu(x):
    return "pass"


def gelu(x):
    return None
