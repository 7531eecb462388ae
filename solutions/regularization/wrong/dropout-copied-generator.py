# mistake: dropout-copied-generator
# function: dropout
# fails: generator, independence
# diagnosed: NN033
import copy


def dropout(x, p, rng, training):
    if not training:
        return x
    mask = copy.deepcopy(rng).random(x.shape) >= p
    return x * mask / (1 - p)
