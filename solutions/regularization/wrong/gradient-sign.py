# mistake: gradient-sign
# function: l2_penalty_grad
# fails: values
# diagnosed: NN825


def l2_penalty_grad(w, lam):
    return -lam * w
