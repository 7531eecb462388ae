# mistake: normal-copied-generator
# function: normal
# fails: generator, independence
# diagnosed: NN033
import copy


def normal(shape, mean, std, rng):
    return copy.deepcopy(rng).normal(mean, std, shape)
