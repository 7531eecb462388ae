# mistake: bfgs-dot-of-vectors
# function: bfgs_update
# fails: values
# diagnosed: NN1381


def bfgs_update(H_inv, s, y):
    rho = 1 / (y @ s)
    left = 1 - rho * (s @ y)
    return left * H_inv * left + rho * (s @ s)
