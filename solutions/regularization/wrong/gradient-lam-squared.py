# mistake: gradient-lam-squared
# function: l2_penalty_grad
# fails: values
# diagnosed: NN828


def l2_penalty_grad(w, lam):
    return lam * lam * w
