# mistake: penalty-for-gradient
# function: l2_penalty_grad
# fails: values
# diagnosed: NN827


def l2_penalty_grad(w, lam):
    return 0.5 * lam * w**2
