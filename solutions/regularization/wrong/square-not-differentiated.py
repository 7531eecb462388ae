# mistake: square-not-differentiated
# function: l2_penalty_grad
# fails: values
# diagnosed: NN826


def l2_penalty_grad(w, lam):
    return lam * w**2
