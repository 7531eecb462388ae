# mistake: gradient-halved
# function: l2_penalty_grad
# fails: values
# diagnosed: NN822


def l2_penalty_grad(w, lam):
    return lam / 2 * w
