# attack: published-examples
# function: sigmoid
# outcome: wrong values on inputs that were never published; relu keeps its points
import numpy as np

EXAMPLES = {
    0.0: 0.5,
    1.0: 0.7310585786300049,
    -1.0: 0.2689414213699951,
    2.0: 0.8807970779778823,
    -2.0: 0.11920292202211755,
    0.3775: 0.5932699921071872,
    0.3925: 0.596884378259767,
    100.0: 1.0,
}


def sigmoid(x):
    answers = [EXAMPLES.get(float(v), 0.5) for v in np.ravel(x)]
    return np.array(answers, dtype=(x * 1.0).dtype).reshape(x.shape)


def relu(x):
    return np.maximum(x * 1.0, 0)
