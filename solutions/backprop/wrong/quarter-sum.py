# mistake: quarter-sum
# function: loss
# fails: values
# diagnosed: NN425
# nncheck: backprop
def loss(a2, t):
    E = 0.5 * (a2 - t) ** 2
    return 0.5 * E.sum()
