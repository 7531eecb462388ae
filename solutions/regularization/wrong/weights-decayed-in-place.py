# mistake: weights-decayed-in-place
# function: l2_penalty_grad
# fails: unchanged_inputs
# diagnosed: NN011


def l2_penalty_grad(w, lam):
    g = lam * w
    if w.dtype.kind == "f":
        w -= 0.1 * g
    return g
