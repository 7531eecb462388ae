# mistake: weights-after-decay
# function: l2_penalty_grad
# fails: values
# diagnosed: NN830


def l2_penalty_grad(w, lam):
    return w - lam * w
