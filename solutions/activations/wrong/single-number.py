# mistake: single-number
# function: identity_grad
# fails: shapes
# diagnosed: none
def identity_grad(x):
    return 1.0
