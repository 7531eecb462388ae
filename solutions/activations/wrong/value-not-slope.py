# mistake: value-not-slope
# function: identity_grad
# fails: values
# diagnosed: NN251
def identity_grad(x):
    return x * 1.0
